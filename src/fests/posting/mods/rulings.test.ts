// Rows 18 and 19: what mods decide about a piece, the reason its writer is told, who sees what meanwhile, and how it is undone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeRole } from '#src/fests/posting/editing.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { type Claimed, logOf, makeMod, refused, rowsOf, take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { countPieceAgain, discountPiece, hidePiece, unhidePiece } from './rulings.ts'

async function kept(house: TestHouse): Promise<{ claim: Claimed; work: number }> {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  return { claim, work }
}

const stateOf = async (house: TestHouse): Promise<string[]> =>
  (await rowsOf(house, 'claims')).map(({ state, main_life }) => `${state} ${main_life}`)

const why = 'It is a chapter of somebody else’s story.'

test('a hidden piece is seen by its writer, with the reason, and by the mods; for all others there is none', async () => {
  await using house = await openHouse()
  const { work } = await kept(house)
  const mara = await house.as('mara')
  await mara.visit(paths.workHiding(work))
  const hidden = await mara.submit(paths.workHiding(work), { reason: why })
  assert.match(hidden.text, /Hidden for now\. Its writer is told why\./)
  const seen = await (await house.as('oriel')).visit(paths.work(work))
  assert.match(seen.text, /The mods have hidden this for now: It is a chapter of somebody else’s story\./)
  assert.doesNotMatch(seen.html, /Show it again/)
  for (const who of [house.guest(), await house.as('ismay'), await house.as('stranger')])
    assert.equal((await who.visit(paths.work(work))).status, 404)
})

test('in the lists of its writer and the mods it is marked, so that nobody takes it for public', async () => {
  await using house = await openHouse()
  const { work } = await kept(house)
  const lists = [paths.community('tidewater'), paths.round('tidewater', 'lantern-season')]
  const mara = await house.as('mara')
  for (const path of lists) assert.doesNotMatch((await mara.visit(path)).text, /not for all to see yet/)
  await house.act('mara', (ctx) => hidePiece(ctx, work, why))
  for (const path of lists) {
    for (const who of [mara, await house.as('oriel')])
      assert.match((await who.visit(path)).text, /not for all to see yet/)
    assert.doesNotMatch((await house.guest().visit(path)).text, /Somebody Staying Up|not for all/)
  }
})

test('hiding keeps the claim kept, with a line in its log and the reason on its page', async () => {
  await using house = await openHouse()
  const { claim, work } = await kept(house)
  await house.act('mara', (ctx) => hidePiece(ctx, work, why))
  await house.act('mara', (ctx) => hidePiece(ctx, work, 'A second time.'))
  assert.deepEqual(await stateOf(house), ['kept up'])
  assert.deepEqual((await logOf(house, claim)).slice(-1), ['19 hide mod kept>kept'])
  const page = await (await house.as('oriel')).visit(`/c/tidewater/rounds/lantern-season/claims/${claim.id}`)
  assert.match(page.text, /hidden for now by a mod; the day stays kept *\. They say: “It is a chapter/)
})

test('its writer hears of it once, with the reason, and once when it is shown again', async () => {
  await using house = await openHouse()
  const { work } = await kept(house)
  await house.runJobs()
  const before = (await house.mailbox()).length
  await house.act('mara', (ctx) => hidePiece(ctx, work, why))
  await house.runJobs()
  const mara = await house.as('mara')
  await mara.visit(paths.work(work))
  assert.match((await mara.submit(paths.workHiding(work))).text, /It is shown again, with the date it had/)
  await house.runJobs()
  const mails = (await house.mailbox()).slice(before)
  assert.deepEqual(
    mails.map(({ subject }) => subject),
    ['“Somebody Staying Up” is hidden for now', '“Somebody Staying Up” is shown again'],
  )
  assert.match(mails[0]?.body ?? '', /The mods of Tidewater have hidden .* They say: “It is a chapter/)
  const shown = await house.guest().visit(paths.work(work))
  assert.equal(shown.status, 200)
  assert.match(shown.text, /4 November 2026/)
})

test('what was undone before anybody was told is told to nobody', async () => {
  await using house = await openHouse()
  const { work } = await kept(house)
  await house.runJobs()
  const before = (await house.mailbox()).length
  await house.act('mara', (ctx) => hidePiece(ctx, work, why))
  await house.act('mara', (ctx) => unhidePiece(ctx, work))
  await house.runJobs()
  assert.deepEqual(
    (await house.mailbox()).slice(before).filter(({ subject }) => subject.includes('hidden')),
    [],
  )
})

test('a piece that does not count stays up as an extra, and its claim is what the clock says', async () => {
  await using house = await openHouse()
  const { claim, work } = await kept(house)
  const mara = await house.as('mara')
  await mara.visit(paths.workCounting(work))
  await mara.submit(paths.workCounting(work), { reason: why })
  assert.deepEqual(await stateOf(house), ['held none'])
  assert.deepEqual((await logOf(house, claim)).at(-1), '18 not-counted mod kept>held')
  const asGuest = await house.guest().visit(paths.work(work))
  assert.equal(asGuest.status, 200)
  assert.doesNotMatch(asGuest.text, /chapter of somebody|does not count/)
  const asWriter = await (await house.as('oriel')).visit(paths.work(work))
  assert.match(asWriter.text, /does not count for its day: It is a chapter/)
  await house.runJobs()
  const mail = (await house.mailbox()).at(-1)
  assert.equal(mail?.subject, 'About your piece for Wednesday 4 November')
  assert.match(mail?.body ?? '', /They say: “It is a chapter.*on time until Thursday 5 November, 24:00/)
})

test('its writer cannot make it the piece of the day again by a word, but another piece can be', async () => {
  await using house = await openHouse()
  const { claim, work } = await kept(house)
  await house.act('mara', (ctx) => discountPiece(ctx, work, why))
  const refusal = await refused(house.act('oriel', (ctx) => changeRole(ctx, work, 'main')))
  assert.equal(refusal.code, 'piece/not-counted')
  assert.match(refusal.sentence, /It is a chapter/)
  await post(house, 'oriel', { claim: claim.id, said: saidOf({ title: 'Another One' }) })
  assert.deepEqual(await stateOf(house), ['kept up'])
  const taken = await refused(house.act('mara', (ctx) => countPieceAgain(ctx, work)))
  assert.equal(taken.code, 'claim/main-is-in')
})

test('a mod lets it count after all, whenever that is, and it is the piece of its day again', async () => {
  await using house = await openHouse()
  const { claim, work } = await kept(house)
  await house.act('mara', (ctx) => discountPiece(ctx, work, why))
  house.at('2027-02-01T12:00:00.000Z')
  await house.runJobs()
  assert.deepEqual(await stateOf(house), ['closed none'])
  const mara = await house.as('mara')
  await mara.visit(paths.work(work))
  assert.match((await mara.submit(paths.workCounting(work))).text, /It counts for its day again/)
  assert.deepEqual(await stateOf(house), ['kept up'])
  assert.deepEqual((await logOf(house, claim)).at(-1), '18 counted-again mod closed>kept')
  await house.runJobs()
  assert.equal((await house.mailbox()).at(-1)?.subject, 'Your piece counts for Wednesday 4 November')
})

test('what keeps no day cannot be told not to count, and a reason is needed', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const { work } = await post(house, 'oriel')
  const asked = (reason: string) => refused(house.act('mara', (ctx) => discountPiece(ctx, work, reason)))
  assert.equal((await asked(why)).code, 'piece/for-no-day')
  assert.equal((await asked('  ')).code, 'piece/reason-missing')
  assert.equal((await refused(house.act('mara', (ctx) => hidePiece(ctx, work, '')))).code, 'piece/reason-missing')
  const mara = await house.as('mara')
  await mara.visit(paths.workHiding(work))
  const again = await mara.submit(paths.workHiding(work), { reason: '' })
  assert.equal(again.status, 422)
  assert.match(again.text, /Please fill in: why\./)
})

test('only mods decide about pieces: for everybody else there is no such page, and a reserved name gets no mail', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const { work } = await post(house, 'oriel')
  for (const who of ['oriel', 'ismay', 'stranger'] as const) {
    const visitor = await house.as(who)
    for (const path of [paths.workHiding(work), paths.workCounting(work)])
      assert.equal((await visitor.visit(path)).status, 404)
    for (const deed of [hidePiece, discountPiece])
      assert.equal((await refused(house.act(who, (ctx) => deed(ctx, work, why)))).code, 'work/missing')
    assert.doesNotMatch((await visitor.visit(paths.work(work))).html, /For mods|hiding/)
  }
  const reserved = await post(house, 'mara', { reservedName: 'Ann Teak', said: saidOf({ title: 'By Post' }) })
  await makeMod(house, 'tane')
  await house.act('tane', (ctx) => hidePiece(ctx, reserved.work, why))
  const before = await house.mailbox()
  await house.runJobs()
  assert.deepEqual(await house.mailbox(), before)
})
