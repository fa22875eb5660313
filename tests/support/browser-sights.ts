// Every page of a site that is alive, as those see it who may: before, within and after a round, with all that can be refused.
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { makeInvitation } from '#src/people/accounts/links.ts'
import { inviteTo } from '#src/people/communities/joining/joining.ts'
import { asking, paths } from '#src/schema/paths.ts'
import type { PersonName } from '#tests/world/people.ts'
import { where } from '#tests/world/tidewater.ts'
import type { Sight } from './browser-first-steps.ts'
import { type BrowserHouse, broken } from './browser-house.ts'
import { fillTidewater, type Lively, moments } from './browser-world.ts'

const round = paths.round(where.community, where.round)
const community = paths.community(where.community)
const header = paths.headerTemplate(where.community)
const banner = paths.roundBanner(where.community, where.round)

/** Its mods are asked, and have rules. */
const asked = 'the-lantern-coast-writing-society'

type Who = PersonName | 'guest'

/** A tab for each person, so that a whole walk through the house needs only a few. */
type Tabs = (who: Who) => Promise<Page>

/** `isWanted` leaves pages out by their names; time passes all the same. */
export async function* lifeOfRound(
  at: BrowserHouse,
  isWanted: (name: string) => boolean = () => true,
): AsyncGenerator<Sight> {
  const open = new Map<Who, Page>()
  const tab: Tabs = async (who) => {
    const page = open.get(who) ?? (await (await at.enter(who === 'guest' ? {} : { as: who })).newPage())
    open.set(who, page)
    return page
  }
  const lively = await fillTidewater(at.house)
  for (const [moment, sights] of walk) {
    at.house.at(moments[moment])
    await at.house.runJobs()
    const link = await at.house.act({ kind: 'host' }, (ctx) => makeInvitation(ctx, null))
    const { link: invitation } = await at.house.act('mara', (ctx) => inviteTo(ctx, asked))
    for (const [name, who, to, then] of sights({ ...lively, link, invitation })) {
      if (!isWanted(name)) continue
      const page = await tab(who)
      await page.goto(to)
      await then?.(page)
      yield { name, page }
    }
  }
}

type Told = Lively & { readonly link: string; readonly invitation: string }

type Step = readonly [name: string, who: Who, to: string, then?: (page: Page) => Promise<void>]

/** In the order of time. */
const walk: readonly (readonly [keyof typeof moments, (told: Told) => readonly Step[]])[] = [
  ['before', before],
  ['during', (told) => [...joined(), ...during(told), ...claims(told), ...elsewhere(told)]],
  ['myDay', onMyDay],
  ['myGrace', ({ claim }) => [['claim-in-grace', 'oriel', claimAt(claim.ahead)]]],
  ['after', after],
]

function onMyDay({ claim }: Lively): readonly Step[] {
  const later = paths.claimLater(where.community, where.round, claim.ahead)
  return [
    ['claim-its-day', 'oriel', claimAt(claim.ahead)],
    ['mine-its-day', 'oriel', paths.mine],
    ['claim-later-page', 'oriel', later],
    ['claim-said-later', 'oriel', later, (page) => press(page, 'It will come later')],
    ['claim-unsaying-later', 'oriel', later],
    ['claim-held-again', 'oriel', later, (page) => press(page, 'It comes on time after all')],
  ]
}

const claimAt = (id: number): string => paths.claim(where.community, where.round, id)

function before(): readonly Step[] {
  return [
    ['round-before-as-member', 'nour', round],
    ['round-before-as-guest', 'guest', round],
    ['round-not-open-to-claim', 'oriel', paths.round(where.community, 'midwinter-signals')],
  ]
}

function joined(): readonly Step[] {
  return [
    ['home-as-guest', 'guest', paths.home],
    ['home-as-member', 'oriel', paths.home],
    ['home-as-admin', 'mara', paths.home],
    ['community-as-guest', 'guest', community],
    ['community-as-stranger', 'stranger', community],
    ['community-as-member', 'oriel', community],
    ['community-as-mod', 'mara', community],
    ['community-all', 'oriel', paths.communities],
    ['community-settings', 'mara', paths.communitySettings(where.community)],
    ['community-settings-refused', 'mara', paths.communitySettings(where.community), spoilSettings],
    ['community-joining-as-stranger', 'stranger', paths.joining(asked)],
    ['community-asked', 'stranger', paths.joining(asked), (page) => press(page, 'Ask to join')],
    ['community-asked-as-mod', 'mara', paths.community(asked)],
    ['members-with-request', 'mara', paths.members(asked)],
    ['members-as-mod', 'mara', paths.members(where.community)],
    ['members-as-member', 'oriel', paths.members(where.community)],
    ['members-as-guest', 'guest', paths.members(where.community)],
    ['member-as-mod', 'mara', paths.member(where.community, 4)],
    ['member-removal', 'mara', paths.memberRemoval(where.community, 4)],
    ['leaving', 'oriel', paths.leaving(where.community)],
    ['announcements-as-guest', 'guest', paths.announcements(where.community)],
    ['announcements-as-mod', 'mara', paths.announcements(where.community)],
    ['announcement-as-guest', 'guest', paths.announcement(where.community, 1)],
    ['announcement-as-mod', 'mara', paths.announcement(where.community, 1)],
    ['announcement-new', 'mara', paths.newAnnouncement(where.community)],
    ['announcement-new-refused', 'mara', paths.newAnnouncement(where.community), (page) => press(page, 'Put it up')],
    ['announcement-edit', 'mara', paths.announcementEdit(where.community, 1)],
    ['announcement-taking-down', 'mara', paths.announcementTakingDown(where.community, 1)],
    ['adult-choice', 'oriel', paths.adult],
    ['community-empty-as-member', 'oriel', paths.community('the-lantern-coast-writing-society')],
  ]
}

function during({ dayId }: Lively): readonly Step[] {
  const asList = asking(round, { as: 'list' })
  return [
    ['round-as-guest', 'guest', round],
    ['round-as-stranger', 'stranger', round],
    ['round-as-member', 'oriel', round],
    ['round-as-newcomer', 'teuea', round],
    ['round-as-mod', 'mara', round],
    ['round-list-as-guest', 'guest', asList],
    ['round-list-as-member', 'oriel', asList],
    ['round-list-as-mod', 'mara', asList],
    ['round-taken-just-now', 'teuea', round, (page) => takeAsIf(page, dayId('2026-11-10'))],
    ['round-at-the-limit', 'oriel', round, (page) => takeAsIf(page, dayId('2026-11-11'))],
    ['round-as-mod-refused', 'mara', round, (page) => press(page, 'Enter the claim')],
    ['round-taken-with-notice', 'teuea', round, (page) => takeAsIf(page, dayId('2026-11-13'))],
    ['desk', 'mara', paths.desk(where.community)],
    ['days', 'mara', paths.roundDays(where.community, where.round)],
    ['days-refused', 'mara', paths.roundDays(where.community, where.round), (page) => spoilDays(page, dayId)],
    ['round-header', 'mara', header],
    ['round-header-preview', 'mara', header, (page) => press(page, 'Preview')],
    ['round-header-refused', 'mara', header, spoilHeader],
    ['round-header-saved', 'mara', header, (page) => press(page, 'Save')],
    ['round-header-back', 'mara', paths.houseHeaderTemplate(where.community)],
    ['round-choices', 'mara', paths.roundChoices(where.community, where.round)],
    ['round-banner', 'mara', banner],
    ['round-banner-refused', 'mara', banner, (page) => press(page, 'Put it up')],
    ['round-banner-brought', 'mara', banner, bringBanner],
    ['round-choices-refused', 'mara', paths.roundChoices(where.community, where.round), lessGrace],
    ['round-planned-as-mod', 'mara', paths.round(where.community, 'spring-tides-2027')],
  ]
}

function claims({ claim }: Lively): readonly Step[] {
  const moved = claimAt(claim.moved)
  return [
    ['claim-ahead', 'nour', moved],
    ['claim-move-refused', 'nour', moved, (page) => press(page, 'Move to that day')],
    ['claim-giving-back', 'nour', `${moved}/giving-back`],
    ['claim-given-back', 'teuea', claimAt(claim['given-back'])],
    ['claim-later', 'oriel', claimAt(claim.later)],
    ['claim-today-as-mod', 'mara', claimAt(claim.today)],
    ['claim-grace-as-mod', 'mara', claimAt(claim.grace)],
    ['claim-of-another-refused', 'teuea', moved],
    ['claim-later-too-soon', 'nour', paths.claimLater(where.community, where.round, claim.moved)],
    ['claim-not-this-time', 'oriel', `${claimAt(claim.later)}/giving-back`],
    ['mine', 'oriel', paths.mine],
    ['mine-empty', 'mara', paths.mine],
  ]
}

function elsewhere({ link, invitation }: Told): readonly Step[] {
  return [
    ['invitation', 'mara', community, (page) => press(page, 'Invite somebody')],
    ['open-invitations', 'mara', paths.invitations(asked)],
    ['invited-as-guest', 'guest', asking(paths.invitation(asked), { link: invitation })],
    ['invited-as-stranger', 'stranger', asking(paths.invitation(asked), { link: invitation })],
    ['invited-refused', 'guest', asking(paths.invitation(asked), { link: 'long-gone' })],
    ['join', 'guest', asking(paths.join, { link, back: community })],
    ['join-refused', 'guest', asking(paths.join, { link: 'long-gone' })],
    ['sign-in', 'guest', asking(paths.signIn, { back: round })],
    ['sign-in-refused', 'guest', paths.signIn, signInWrongly],
    ['zone', 'oriel', asking(paths.zone, { back: round })],
    ['reading', 'guest', asking(paths.reading, { back: round })],
    ['reading-refused', 'oriel', paths.reading, spoilReading],
    ['outbox', 'mara', paths.outbox],
    ['refused', 'oriel', paths.outbox],
    ['missing', 'guest', '/nothing/here'],
    ['fault', 'guest', broken],
  ]
}

function after({ claim }: Lively): readonly Step[] {
  return [
    ['round-after-as-guest', 'guest', round],
    ['round-after-as-member', 'oriel', round],
    ['round-after-list', 'guest', asking(round, { as: 'list' })],
    ['claim-closed', 'oriel', claimAt(claim.later)],
    ['mine-after', 'oriel', paths.mine],
    ['home-after', 'guest', paths.home],
    ['desk-after', 'mara', paths.desk(where.community)],
    ['deletion', 'mara', paths.roundDeletion(where.community, 'spring-tides-2027')],
    ['deleted-rounds-empty', 'mara', paths.deletedRounds(where.community)],
    ['deleted-rounds', 'mara', paths.roundDeletion(where.community, 'spring-tides-2027'), deleteIt],
  ]
}

/** Somebody else was faster, or the page is old: the button says another day than it was made for. */
async function takeAsIf(page: Page, day: number): Promise<void> {
  const field = page.locator('form[action$="/claims"] input[name="day"]').first()
  if ((await field.count()) === 0) return
  await field.evaluate((input, value) => input.setAttribute('value', value), String(day))
  await page.locator('form[action$="/claims"] button').first().click()
  await page.waitForSelector('.said, .summary')
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.waitForLoadState('load')
}

async function lessGrace(page: Page): Promise<void> {
  await page.locator('[name="graceDays"]').fill('0')
  await press(page, 'Change the round')
}

async function deleteIt(page: Page): Promise<void> {
  await press(page, 'Delete this round')
}

async function spoilDays(page: Page, dayId: Lively['dayId']): Promise<void> {
  await page.locator(`[name="places-${dayId('2026-11-11')}"]`).fill('0')
  await page.locator(`[name="note-${dayId('2026-11-11')}"]`).fill('This stays, whatever is wrong elsewhere')
  await page.locator('[name="new-day"]').fill('2026-11-18')
  await page.locator('[name="new-places"]').fill('4000')
  await press(page, 'Save the days')
}

/** A picture of our own: one blue, which is enough of a sea. */
async function bringBanner(page: Page): Promise<void> {
  const picture = await sharp({ create: { width: 1_440, height: 246, channels: 3, background: '#2b4f86' } })
    .png()
    .toBuffer()
  await page.locator('[name="picture"]').setInputFiles({ name: 'sea.png', mimeType: 'image/png', buffer: picture })
  await page.locator('[name="alt"]').fill('The sea on a day without wind')
  await page.locator('[name="artist"]').fill('bramblejam')
  await press(page, 'Put it up')
}

/** A ring that nobody drew. */
async function spoilReading(page: Page): Promise<void> {
  await page.locator('[name="size"]:checked').evaluate((ring) => ring.setAttribute('value', 'enormous'))
  await press(page, 'Read like this')
}

async function spoilSettings(page: Page): Promise<void> {
  await page.getByLabel('Name of the community').fill('')
  await press(page, 'Save')
}

async function spoilHeader(page: Page): Promise<void> {
  await page.locator('[name="order-beta"]').fill('')
  await page.locator('[name="ratings"]').fill('General\nGrown (adult)\ngeneral')
  await page.locator('[name="defaultKind"]').fill('Something that nobody has ever called a kind')
  await press(page, 'Save')
}

async function signInWrongly(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill('oriel@example.org')
  await page.getByLabel('Password').fill('not the one')
  await press(page, 'Sign in')
}
