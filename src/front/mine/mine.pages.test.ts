// "Your days": what a writer finds there at each time of a day that goes well or wrong, and that nobody else finds it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeRound } from '#src/fests/rounds/choices/changing-round.ts'
import { keepDraft, type Posting } from '#src/fests/posting/posting.ts'
import { deleteRound } from '#src/fests/rounds/deletion.ts'
import { findRound, listDays, openRound, planRound, usualChoices } from '#src/fests/rounds/rounds.ts'
import { foundCommunity } from '#src/people/communities/communities.ts'
import { joinCommunity } from '#src/people/communities/joining/joining.ts'
import { claimDay } from '#src/fests/claims/claims.ts'
import { paths } from '#src/schema/paths.ts'
import { load } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { giveBack, logOf, sayItLater, take } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { day, lanterns, where } from '#tests/world/tidewater.ts'

const mine = paths.mine

async function draft(house: TestHouse, who: PersonName, title: string, rest: Partial<Posting> = {}): Promise<number> {
  const text = { ...saidOf().text, words: 1_240 }
  const posting: Posting = {
    said: saidOf({ title }, { text }),
    work: undefined,
    claim: undefined,
    role: 'main',
    when: 'on-the-day',
    reservedName: undefined,
    onceKey: title,
    pressedAt: house.now(),
    zone: undefined,
    ...rest,
  }
  return (await house.act(who, (ctx) => keepDraft(ctx, where, posting))).work
}

const read = async (house: TestHouse, who: PersonName = 'oriel'): Promise<string> =>
  (await (await house.as(who)).visit(mine)).text

const claimsOf = (html: string): string[] => [...html.matchAll(/\/claims\/(\d+)"/g)].map(([, id]) => id ?? '')

test('a day says how near it is, what is drafted for it, and opens the draft', async () => {
  await using house = await openHouse({ at: '2026-11-03T12:00:00.000Z' })
  const claim = await take(house, 'oriel', '11-12')
  await draft(house, 'oriel', 'The Long Tide', { claim: claim.id })
  const oriel = await house.as('oriel')
  const page = await oriel.visit(mine)
  assert.match(page.text, /Thursday 12 November , in 9 days · draft, 1,240 words · open “ ?The Long Tide ?”/)
  assert.match(page.text, /Your day: Thu 12 Nov, 00:00–24:00 in London/)
  assert.match(page.text, /Go on with the draft/)
  const open = /href="(\/works\/\d+\/edit)"/.exec(page.html)?.[1] ?? assert.fail(page.html)
  const opened = await oriel.visit(open)
  assert.match(opened.html, /value="The Long Tide"/)
  assert.match(opened.path, new RegExp(`claim=${claim.id}&work=`))
})

test('the way there stands in the masthead of whoever is signed in, and guests are asked to sign in first', async () => {
  await using house = await openHouse()
  assert.match((await (await house.as('oriel')).visit(paths.home)).html, /href="\/mine"/)
  const guest = house.guest()
  assert.doesNotMatch((await guest.visit(paths.home)).html, /href="\/mine"/)
  const asked = await guest.visit(mine)
  assert.match(asked.path, /^\/sign-in\?back=%2Fmine/)
})

test('the nearest day stands first, over all rounds and communities, and days of others are never among them', async () => {
  await using house = await openHouse()
  await house.act('mara', async (ctx) => {
    await foundCommunity(ctx, { name: 'Reeds', about: '', zone: 'UTC' })
    await planRound(ctx, 'reeds', { ...lanterns, name: 'Reed Week', first: day('2026-11-04'), last: day('2026-11-05') })
    await openRound(ctx, 'reeds', 'reed-week')
  })
  await take(house, 'oriel', '11-12')
  await take(house, 'oriel', '11-03')
  await take(house, 'ismay', '11-02')
  await house.act('oriel', async (ctx) => {
    await joinCommunity(ctx, 'reeds')
    const days = await listDays(ctx.db, (await findRound(ctx, 'reeds', 'reed-week')).round.id)
    await claimDay(ctx, { community: 'reeds', round: 'reed-week' }, { day: days[0]?.id ?? 0, zone: undefined })
  })
  const text = await read(house)
  assert.match(text, /Tuesday 3 November.*Reed Week , Reeds Wednesday 4 November.*Thursday 12 November/)
  assert.doesNotMatch(text, /Monday 2 November/)
})

test('on the day the three things to do are one press away, and nowhere is a filled button twice', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  await take(house, 'oriel', '11-12')
  house.at('2026-11-05T12:00:00.000Z')
  const oriel = await house.as('oriel')
  const page = await oriel.visit(mine)
  assert.match(page.text, /Thursday 5 November , today; it ends in 12 hours Post now/)
  assert.match(page.text, /Something small for today It will come later/)
  assert.equal([...page.html.matchAll(/class="btn"/g)].length, 1)
  await oriel.submit(paths.claimLater(where.community, where.round, claim.id))
  const after = await oriel.visit(mine)
  assert.match(after.text, /Expected later.*Thursday 5 November , free for all in 11 days.*It comes on time after all/)
})

test('what goes up by itself says when, what is up since when and as what, and what is expected later when it can land', async () => {
  await using house = await openHouse()
  const waiting = await take(house, 'oriel', '11-12')
  const small = await take(house, 'oriel', '11-05')
  await post(house, 'oriel', { claim: waiting.id, said: saidOf({ title: 'Waits' }) })
  house.at('2026-11-05T12:00:00.000Z')
  await post(house, 'oriel', { claim: small.id, role: 'stand-in', said: saidOf({ title: 'Small' }) })
  assert.match(await read(house), /Waits : goes up by itself Thursday 12 November, 00:00 \(London\)/)
  assert.match(await read(house), /Small : up since Thursday 5 November, something small for the day/)
  house.at('2026-11-10T12:00:00.000Z')
  for (const isSwept of [false, true]) {
    if (isSwept) await house.runJobs()
    assert.match(await read(house), /Expected later.*free for all in 6 days Whenever it is ready; next: Mon 16 Nov/)
  }
})

test('a day given back can be taken back from here while there is time and a place, and then it is not spoken of', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  await giveBack(house, 'oriel', claim)
  const oriel = await house.as('oriel')
  assert.match((await oriel.visit(mine)).text, /Given back.*Thursday 5 November Take it back/)
  await oriel.submit(paths.claimTakingBack(where.community, where.round, claim.id))
  assert.equal((await logOf(house, claim)).at(-1), '7 restore holder given-back>held')
  await giveBack(house, 'oriel', claim)
  await take(house, 'ismay', '11-05')
  assert.doesNotMatch(await read(house), /Thursday 5 November/)
})

test('what is over without a piece can still be posted from here, unless its round takes no more', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-05')
  house.at('2026-12-01T12:00:00.000Z')
  await house.runJobs()
  assert.match(await read(house), /Still welcome.*Thursday 5 November You can still post it Post your piece/)
  await house.act('mara', async (ctx) => {
    const { name, theme, graceDays, daysPerPerson } = lanterns
    const change = { name, theme, graceDays, daysPerPerson, ...usualChoices, afterRound: 'until-next' as const }
    await changeRound(ctx, where.community, where.round, change)
    const next = { ...lanterns, name: 'Next', first: day('2026-12-18'), last: day('2026-12-20') }
    await openRound(ctx, where.community, (await planRound(ctx, where.community, next)).slug)
  })
  assert.doesNotMatch(await read(house), /Thursday 5 November/)
})

test('a stand-in whose main piece never came is made the piece for the day from here too', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  house.at('2026-11-05T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id, role: 'stand-in', said: saidOf({ title: 'Small' }) })
  house.at('2026-12-01T12:00:00.000Z')
  await house.runJobs()
  const oriel = await house.as('oriel')
  await oriel.visit(mine)
  await oriel.submit(paths.workForItsDay(work))
  assert.match(await read(house), /Delivered the last first.*Thursday 5 November Small : up since Thursday 5 November/)
  assert.doesNotMatch(await read(house), /Make this the piece/)
})

test('drafts that belong to no day are here too, also those whose day was given back', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  await draft(house, 'oriel', 'Of a Day')
  await draft(house, 'oriel', 'Given Away', { claim: claim.id })
  await giveBack(house, 'oriel', claim)
  await take(house, 'ismay', '11-05')
  const text = await read(house)
  assert.match(text, /Drafts without a day.*Of a Day.*Given Away/)
  assert.doesNotMatch(await read(house, 'ismay'), /Of a Day|Given Away/)
})

test('a deleted round takes its days off the page and leaves its drafts, which can be opened', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  const work = await draft(house, 'oriel', 'Left Over', { claim: claim.id })
  await house.act('mara', (ctx) => deleteRound(ctx, where.community, where.round))
  const oriel = await house.as('oriel')
  const page = await oriel.visit(mine)
  assert.doesNotMatch(page.text, /Thursday 5 November/)
  assert.match(page.text, /Left Over/)
  assert.equal((await oriel.visit(paths.workEdit(work))).status, 200)
})

test('whoever has no day is told where one can be had, when the next round opens, or that none is announced', async () => {
  await using house = await openHouse()
  assert.match(
    await read(house),
    /No day is yours yet\. Lantern Season: 14 places are open to claim; the first day is Monday 2 November\. Choose a day/,
  )
  house.at('2026-12-01T12:00:00.000Z')
  assert.match(await read(house), /No day is yours yet, and no round is announced\./)
  await house.act('mara', async (ctx) => {
    const dates = { first: day('2026-12-18'), last: day('2026-12-20'), claimsOpen: '2026-12-10T18:00' }
    await planRound(ctx, where.community, { ...lanterns, name: 'Midwinter Signals', ...dates })
  })
  for (const who of ['oriel', 'mara'] as const) assert.match(await read(house, who), /no round is announced/)
  await house.act('mara', (ctx) => openRound(ctx, where.community, 'midwinter-signals'))
  assert.match(
    await read(house),
    /Midwinter Signals: claiming opens Thursday 10 December, 18:00 \(London\); the first day is Friday 18 December\./,
  )
})

test('off-season it says that no day is ahead and what comes, beside what is over', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  house.at('2026-11-05T12:00:00.000Z')
  await post(house, 'oriel', { claim: claim.id })
  house.at('2026-12-01T12:00:00.000Z')
  await house.runJobs()
  assert.match(await read(house), /No day of yours is ahead\. No round is announced\./)
})

test('it never says that anything is late, and names each claim once', async () => {
  await using house = await openHouse()
  const claims = [await take(house, 'oriel', '11-05'), await take(house, 'oriel', '11-12')]
  for (const at of ['2026-11-04T12', '2026-11-05T12', '2026-11-06T12', '2026-11-08T12', '2026-12-01T12']) {
    house.at(`${at}:00:00.000Z`)
    if (at.startsWith('2026-11-04')) await sayItLater(house, 'oriel', claims[0] ?? assert.fail())
    const { html } = await (await house.as('oriel')).visit(mine)
    assert.doesNotMatch(load(html).text, /\blate\b/i)
    assert.deepEqual(claimsOf(html).toSorted(), claims.map(({ id }) => String(id)).toSorted(), at)
  }
})
