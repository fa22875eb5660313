// Changing a round while it runs: who may, what it changes for claims that exist, and what can no longer be changed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeRound, type ChangeOfRound } from '#src/fests/rounds/choices/changing-round.ts'
import { nowhereToLand } from '#src/fests/rounds/nowhere-to-land.ts'
import { paths } from '#src/schema/paths.ts'
import { openRound, planRound } from '#src/fests/rounds/rounds.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { changeDay, logOf, refused, rowsOf, saveDays, take } from '#tests/world/deeds.ts'
import { lanterns, where } from '#tests/world/tidewater.ts'
import { day } from '#tests/world/tidewater.ts'

const page = paths.roundChoices(where.community, where.round)
const round = paths.round(where.community, where.round)

const asItIs: ChangeOfRound = {
  name: lanterns.name,
  theme: lanterns.theme,
  graceDays: lanterns.graceDays,
  daysPerPerson: lanterns.daysPerPerson,
  allowsEarly: false,
  laterRule: 'waits',
  afterRound: 'always',
}

const change = (house: TestHouse, what: Partial<ChangeOfRound>, who: 'mara' | 'oriel' = 'mara') =>
  house.act(who, (ctx) => changeRound(ctx, where.community, where.round, { ...asItIs, ...what }))

test('a mod changes what a round is called and what it chooses on one page, and the rules say it at once', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  assert.match((await mara.visit(round)).html, /href="[^"]*\/choices"/)
  await mara.visit(page)
  const changed = await mara.submit(page, {
    name: 'Lantern Season, again',
    theme: '',
    graceDays: '3',
    daysPerPerson: '',
    allowsEarly: 'may',
    laterRule: 'at-once',
    afterRound: 'until-next',
  })
  assert.equal(changed.path, round)
  assert.match(changed.text, /The changes to Lantern Season, again are saved/)
  const { text } = await house.guest().visit(round)
  for (const rule of [
    /3 days of grace/,
    /Take as many days as you like/,
    /ready before its day may go up at once, if its writer says so/,
    /If it is ready on another day, it goes up at once/,
    /still welcome until the next round is opened/,
  ])
    assert.match(text, rule)
  assert.match((await mara.visit(page)).html, /value="until-next" checked/)
})

test('a round that chooses nothing keeps pieces for their day, later ones for a free-for-all day, and is never closed to them', async () => {
  await using house = await openHouse()
  const { text } = await house.guest().visit(round)
  assert.match(text, /moves to the free for all and is welcome there/)
  assert.match(text, /a piece for it is still welcome, always/)
  assert.doesNotMatch(text, /go up at once|goes up at once/)
})

test('only mods change a round, and guests do not find the page', async () => {
  await using house = await openHouse()
  assert.equal((await refused(change(house, { name: 'Mine' }, 'oriel'))).kind, 'forbidden')
  for (const who of [house.guest(), await house.as('oriel')]) assert.equal((await who.visit(page)).status, 403)
})

test('what another mod changed meanwhile is not overwritten unseen', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(page)
  await change(house, { theme: 'Letters found' })
  const refusal = await mara.submit(page, { graceDays: '2' })
  assert.equal(refusal.status, 422)
  assert.match(refusal.text, /Another mod has changed Lantern Season meanwhile/)
  assert.deepEqual((await rowsOf(house, 'rounds')).map((row) => [row.theme, row.grace_days])[0], ['Letters found', 1])
})

test('more grace is for everybody whose grace has not ended, and for nobody whose has', async () => {
  await using house = await openHouse()
  const over = await take(house, 'oriel', '11-02')
  const running = await take(house, 'ismay', '11-05')
  house.at('2026-11-05T12:00:00.000Z')
  await house.runJobs()
  await change(house, { graceDays: 3 })
  await house.runJobs()
  const walls = (await rowsOf(house, 'claims')).map((claim) => claim.grace_wall.slice(0, 10))
  assert.deepEqual(walls, ['2026-11-04', '2026-11-09'])
  assert.match((await logOf(house, over)).at(-1) ?? '', /^15 grace-passes/)
  house.at('2026-11-08T12:00:00.000Z')
  await house.runJobs()
  assert.equal((await logOf(house, running)).length, 1)
})

test('before the first day grace can become less, and what was promised to those who have a day stays', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-02')
  await change(house, { graceDays: 0 })
  await house.runJobs()
  await take(house, 'ismay', '11-02').catch(() => undefined)
  await take(house, 'ismay', '11-03')
  const walls = (await rowsOf(house, 'claims')).map((claim) => claim.grace_wall.slice(0, 10))
  assert.deepEqual(walls, ['2026-11-04', '2026-11-04'])
})

test('once the round has begun anywhere on earth its grace cannot become less', async () => {
  await using house = await openHouse({ at: '2026-11-01T10:00:00.000Z' })
  const refusal = await refused(change(house, { graceDays: 0 }))
  assert.deepEqual([refusal.code, refusal.about], ['round/less-grace', 'graceDays'])
  assert.equal(refusal.sentence.endsWith('it can become longer than 1, not shorter.'), true)
})

test('fewer days for each person take none from those who have more', async () => {
  await using house = await openHouse()
  await take(house, 'oriel', '11-02')
  await take(house, 'oriel', '11-03')
  await change(house, { daysPerPerson: 1 })
  await house.runJobs()
  assert.deepEqual(
    (await rowsOf(house, 'claims')).map(({ state }) => state),
    ['held', 'held'],
  )
  await take(house, 'ismay', '11-04')
  assert.equal((await refused(take(house, 'ismay', '11-05'))).code, 'claim/limit')
})

test('a wrong number comes back beside its field, with everything that was typed', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(page)
  const again = await mara.submit(page, { name: 'Typed anew', graceDays: '40' })
  assert.equal(again.status, 422)
  assert.match(again.html, /value="Typed anew"/)
  assert.match(again.text, /A whole number from 0 to 14 is needed here/)
})

test('the planner hears where what comes later has no day to land on, as a warning and never as an error', async () => {
  await using house = await openHouse()
  const warning = /No free-for-all day comes after Sunday 15 November, the last day to claim/
  const mara = await house.as('mara')
  assert.doesNotMatch((await mara.visit(round)).text, warning)
  for (const on of ['11-16', '11-17'] as const) await changeDay(house, on, { kind: 'closed' })
  for (const path of [round, paths.roundDays(where.community, where.round)]) {
    const seen = await mara.visit(path)
    assert.equal(seen.status, 200)
    assert.match(seen.text, warning)
    assert.match(seen.text, /it will be welcome until the round is over/)
  }
  for (const who of [house.guest(), await house.as('oriel')])
    assert.doesNotMatch((await who.visit(round)).text, /the last day to claim/)
  assert.match((await house.guest().visit(round)).text, /It is welcome until the round is over/)
  await saveDays(house, { added: [{ on: day('2026-11-20'), kind: 'free', places: 0, note: '' }] })
  assert.doesNotMatch((await mara.visit(round)).text, warning)
})

test('days that can be claimed and are free for all as well are days to claim; a round without such days lacks nothing', () => {
  const open = { on: day('2026-11-02'), kind: 'open', places: 1 } as const
  const both = { on: day('2026-11-03'), kind: 'free', places: 1 } as const
  const free = { on: day('2026-11-04'), kind: 'free', places: 0 } as const
  assert.match(nowhereToLand([open, both]) ?? '', /after Tuesday 3 November/)
  assert.equal(nowhereToLand([open, both, free]), undefined)
  assert.equal(nowhereToLand([free]), undefined)
  assert.equal(nowhereToLand([]), undefined)
})

test('a round is planned with its choices, and its days page warns where it was planned without free-for-all days', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  const form = paths.newRound(where.community)
  await mara.visit(form)
  const planned = await mara.submit(form, {
    name: 'Short Nights',
    first: '2027-06-01',
    last: '2027-06-03',
    freeDays: '0',
    allowsEarly: 'may',
    laterRule: 'at-once',
    afterRound: 'ask-mods',
  })
  assert.match(planned.text, /Short Nights is planned.*No free-for-all day comes after Thursday 3 June/)
  const row = (await rowsOf(house, 'rounds')).at(-1)
  assert.deepEqual([row?.allows_early, row?.later_rule, row?.after_round], [1, 'at-once', 'ask-mods'])
})

test('whose midnight counts, the zone and the opening of claiming change until the round is opened, and stay afterwards', async () => {
  await using house = await openHouse()
  await house.act('mara', (ctx) => planRound(ctx, where.community, { ...lanterns, name: 'Tides' }))
  const plan = paths.roundChoices(where.community, 'tides')
  const mara = await house.as('mara')
  await mara.visit(plan)
  const start = { midnight: 'everywhere', zone: 'Asia/Tokyo', claimsOpen: '2026-10-25T18:00' }
  const changed = await mara.submit(plan, start)
  assert.match(changed.text, /The changes to Tides are saved\..*A day is over when it is over everywhere/)
  const [, kept] = await rowsOf(house, 'rounds')
  assert.deepEqual(
    [kept?.midnight, kept?.time_zone, kept?.claims_open_at],
    ['everywhere', 'Asia/Tokyo', '2026-10-25T09:00:00.000Z'],
  )
  await mara.visit(plan)
  await house.act('mara', (ctx) => openRound(ctx, where.community, 'tides'))
  const refusal = await mara.submit(plan, { midnight: 'poster' })
  assert.equal(refusal.status, 422)
  assert.match(refusal.text, /Tides has been opened meanwhile/)
  assert.equal((await rowsOf(house, 'rounds'))[1]?.midnight, 'everywhere')
  const { text, html } = await mara.visit(plan)
  assert.match(text, /three things stay: whose midnight counts/)
  assert.doesNotMatch(html, /name="midnight"/)
})
