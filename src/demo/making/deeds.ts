// Everything that happens in the demo's world, each thing by the operation that does it on a real site.
import { fromPaste } from '#src/demo/making/pasted.form.ts'
import { accountOf, type Stage } from '#src/demo/making/stage.ts'
import { people, type Person, type Who } from '#src/demo/world/people.ts'
import { type Deed, dayOn, type Pasting, type RoundScript, wallOf, ZONE } from '#src/demo/world/script.ts'
import { sayLater } from '#src/fests/claims/later/saying-later.ts'
import { claimDay, claimForAnother, giveBackDay, moveClaim, type Where } from '#src/fests/claims/claims.ts'
import { openHeaderTemplate, saveHeaderTemplate } from '#src/fests/posting/header/header-templates.ts'
import { keepDraft, postPiece } from '#src/fests/posting/posting.ts'
import { changeDays } from '#src/fests/rounds/day-plans.ts'
import { type Day, findRound, listDays, openRound, planRound } from '#src/fests/rounds/rounds.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { findFandom, importCanon } from '#src/library/canon/fandoms.ts'
import { nameSite } from '#src/moderation/instance/settings.ts'
import { makeAccount } from '#src/people/accounts/accounts.ts'
import { foundCommunity, type NewCommunity } from '#src/people/communities/communities.ts'
import { joinCommunity } from '#src/people/communities/joining/joining.ts'
import { readShipped } from '#src/platform/shipped.ts'

/** Nobody signs in with it: the people of the demo come in by its links. */
const noPassword = 'no password fits this'

export async function joinSite(stage: Stage, who: Who): Promise<void> {
  const { name, zone, ...rest }: Person = people[who]
  const person = { name, zone, email: `${who}@example.org`, passwordHash: noPassword, isAdmin: rest.isAdmin === true }
  const account = await stage.as('host', (ctx) =>
    ctx.atomically('nothing', async (tx) => {
      const made = await makeAccount(tx, person)
      tx.announce({ name: 'account.joined', account: made })
      return made
    }),
  )
  stage.accounts.set(who, account)
}

export const callSite = (stage: Stage, name: string): Promise<void> =>
  stage.as('host', (ctx) => ctx.atomically('nothing', (tx) => nameSite(tx, name)))

export async function takeInCanon(stage: Stage, slug: string, name: string): Promise<void> {
  const read = readCanon(await readShipped(`canons/${slug}.csv`))
  if (!('parts' in read)) throw new Error(`The canon ${slug} cannot be read: ${read.errors.join(' ')}`)
  await stage.as('host', (ctx) => importCanon(ctx, slug, name, read.parts))
}

export async function found(stage: Stage, who: Who, wanted: NewCommunity, members: readonly Who[]): Promise<void> {
  const { slug } = await stage.as(who, (ctx) => foundCommunity(ctx, wanted))
  for (const member of members) await stage.as(member, (ctx) => joinCommunity(ctx, slug))
}

/** What pieces are called there, and the fandom that a new one begins with. */
export async function askFor(
  stage: Stage,
  who: Who,
  slug: string,
  wanted: { kinds: string[]; fandom: string },
): Promise<void> {
  await stage.as(who, async (ctx) => {
    const { template, version } = await openHeaderTemplate(ctx, slug)
    const { id: fandom } = await findFandom(ctx.db, wanted.fandom)
    const said = { ...template, kinds: wanted.kinds, defaults: { ...template.defaults, fandom } }
    await saveHeaderTemplate(ctx, slug, version, said)
  })
}

export async function plan(stage: Stage, today: CalendarDay, script: RoundScript): Promise<void> {
  const { community, first, last, claimsOpen } = script
  const wanted = {
    ...script.plan,
    first: dayOn(today, first),
    last: dayOn(today, last),
    midnight: 'poster',
    zone: ZONE,
    graceDays: 1,
    claimsOpen: wallOf(today, claimsOpen),
  } as const
  const { slug } = await stage.as(script.mod, (ctx) => planRound(ctx, community, wanted))
  stage.slugs.set(script.key, slug)
  await changeTheDays(stage, today, script)
}

async function changeTheDays(stage: Stage, today: CalendarDay, script: RoundScript): Promise<void> {
  const days = await daysOf(stage, script)
  const changed = script.days.map(({ day, ...wish }) => {
    const { id, kind, places, note } = dayIn(days, dayOn(today, day))
    return { id, kind, places, note, ...wish }
  })
  if (changed.length === 0) return
  const { community, round } = whereOf(stage, script)
  await stage.as(script.mod, (ctx) => changeDays(ctx, community, round, { changed, added: [] }))
}

export async function open(stage: Stage, script: RoundScript): Promise<void> {
  const { community, round } = whereOf(stage, script)
  await stage.as(script.mod, (ctx) => openRound(ctx, community, round))
}

export async function perform(stage: Stage, today: CalendarDay, script: RoundScript, deed: Deed): Promise<void> {
  const { who } = deed
  if (deed.does === 'post' || deed.does === 'draft') return paste(stage, script, who, deed)
  if (deed.does === 'say later') {
    await stage.as(who, (ctx) => sayLater(ctx, whereOf(stage, script), claimOf(stage, script, people[who].name)))
    return
  }
  if (deed.does !== 'give back') return settle(stage, script, who, { ...deed, on: dayOn(today, deed.day) })
  await stage.as(who, (ctx) => giveBackDay(ctx, whereOf(stage, script), claimOf(stage, script, people[who].name)))
}

type Settling = { readonly does: 'take' | 'enter' | 'move'; readonly on: CalendarDay; readonly name?: string }

/** Somebody comes to have a day: their own doing, or a mod's for somebody who has no account. */
async function settle(stage: Stage, script: RoundScript, who: Who, { does, on, name }: Settling): Promise<void> {
  const where = whereOf(stage, script)
  const { id: day } = dayIn(await daysOf(stage, script), on)
  const { zone, name: own } = people[who]
  const holder = name ?? own
  const claim = await stage.as(who, (ctx) => {
    if (does === 'move') return moveClaim(ctx, where, { claim: claimOf(stage, script, own), day })
    return does === 'enter'
      ? claimForAnother(ctx, where, { day, zone, name: holder })
      : claimDay(ctx, where, { day, zone })
  })
  stage.claims.set(keyOf(script, holder), claim.id)
}

async function paste(
  stage: Stage,
  script: RoundScript,
  who: Who,
  { does, file, claimOf: holder, reservedName, says = {} }: Pasting & { readonly does: 'post' | 'draft' },
): Promise<void> {
  const post = await readShipped(`demo/${script.folder}/${file}`)
  const claim = holder === 'nobody' ? undefined : claimOf(stage, script, holder ?? people[who].name)
  const where = whereOf(stage, script)
  await stage.as(who, async (ctx) => {
    const pasted = await fromPaste(stage.texts, ctx, { community: script.community, post, says })
    const posting = {
      said: pasted.said,
      role: pasted.role,
      work: undefined,
      claim,
      when: 'on-the-day',
      reservedName,
      onceKey: `${accountOf(stage.accounts, who)}/demo/${file}`,
      pressedAt: stage.now(),
      zone: people[who].zone,
    } as const
    return does === 'post' ? postPiece(ctx, where, posting) : keepDraft(ctx, where, posting)
  })
}

export function whereOf({ slugs }: Stage, { key, community }: RoundScript): Where {
  const round = slugs.get(key)
  if (round === undefined) throw new Error(`The round ${key} has not been planned yet`)
  return { community, round }
}

const daysOf = (stage: Stage, script: RoundScript): Promise<Day[]> =>
  stage.as(script.mod, async (ctx) => {
    const { community, round } = whereOf(stage, script)
    return listDays(ctx.db, (await findRound(ctx, community, round)).round.id)
  })

function dayIn(days: readonly Day[], on: CalendarDay): Day {
  const day = days.find((candidate) => candidate.on === on)
  if (!day) throw new Error(`The round has no ${on}`)
  return day
}

const keyOf = (script: RoundScript, name: string): string => `${script.key} ${name}`

function claimOf({ claims }: Stage, script: RoundScript, name: string): number {
  const claim = claims.get(keyOf(script, name))
  if (claim === undefined) throw new Error(`${name} has no day in the round ${script.key}`)
  return claim
}
