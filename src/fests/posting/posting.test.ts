// Posting a piece: on its day, before it, in grace, on a free-for-all day; twice is once, and nothing typed is lost.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { giveBackDay, moveClaim } from '#src/fests/claims/claims.ts'
import { findPieceOf } from '#src/fests/posting/pieces.store.ts'
import { keepDraft, type Posting, postPiece } from '#src/fests/posting/posting.ts'
import { toInstant } from '#src/kit/instants.ts'
import { guestBeholder } from '#src/library/works/beholders.ts'
import { lifeOf } from '#src/library/works/work-life.ts'
import { seeWork } from '#src/library/works/works-seen.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { take } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { where } from '#tests/world/tidewater.ts'

const fields = {
  title: 'The Ninth Wave',
  form: 'ficlet',
  summary: '',
  preface: '',
  epigraph: '',
  epigraphBy: '',
  notes: '',
  header: {},
  fandom: undefined,
  timing: '',
  place: undefined,
  link: undefined,
}
const text = {
  source: 'The bell rang',
  form: 'plain',
  html: '<p>The bell rang</p>',
  excerpt: 'The bell',
  words: 3,
  sanitiserVersion: 1,
} as const

const posting = (house: TestHouse, change: Partial<Posting> = {}): Posting => ({
  said: { fields, text, tags: [], places: [], isAdult: false, audience: 'everyone' },
  work: undefined,
  claim: undefined,
  role: 'main',
  when: 'on-the-day',
  reservedName: undefined,
  onceKey: 'form 1',
  pressedAt: house.now(),
  zone: undefined,
  ...change,
})

const post = (house: TestHouse, who: PersonName, change: Partial<Posting> = {}) =>
  house.act(who, (ctx) => postPiece(ctx, where, posting(house, change)))

const guestSees = (house: TestHouse, work: number) =>
  house.act({ kind: 'guest' }, (ctx) => seeWork(ctx.db, guestBeholder, work))
const stateOf = (house: TestHouse, claim: number) =>
  house.act(
    { kind: 'host' },
    async ({ db }) =>
      (await db.selectFrom('claims').select('state').where('id', '=', claim).executeTakeFirstOrThrow()).state,
  )
const pieceOf = (house: TestHouse, work: number) => house.act({ kind: 'host' }, ({ db }) => findPieceOf(db, work))
const lifeNow = (house: TestHouse, work: number) => house.act({ kind: 'host' }, ({ db }) => lifeOf(db, work))

test('a piece on its day goes up at once, on time, under its day', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T23:58:00.000Z')
  const posted = await post(house, 'oriel', { claim: claim.id })
  assert.deepEqual([posted.state, posted.isOnTime, await stateOf(house, claim.id)], ['posted', true, 'kept'])
  assert.equal((await guestSees(house, posted.work)).title, 'The Ninth Wave')
  const piece = await pieceOf(house, posted.work)
  assert.deepEqual([piece?.day, piece?.cameOn, piece?.handedInAt], [claim.day, '2026-11-04', house.now()])
})

test('pressing twice, or five times at once, makes one piece', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const all = await Promise.all(Array.from({ length: 5 }, () => post(house, 'oriel', { claim: claim.id })))
  assert.equal(new Set(all.map(({ work }) => work)).size, 1)
  const count = await house.act({ kind: 'host' }, ({ db }) => db.selectFrom('works').select('id').execute())
  assert.equal(count.length, 1)
})

test('a piece before its day waits for it, hidden, and goes up by itself with the minute that was promised', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const posted = await post(house, 'oriel', { claim: claim.id })
  assert.deepEqual([posted.state, posted.goesUpAt], ['scheduled', '2026-11-04T00:00:00.000Z'])
  await assert.rejects(guestSees(house, posted.work), { code: 'work/missing' })
  house.at('2026-11-03T23:59:59.000Z')
  await house.runJobs()
  await assert.rejects(guestSees(house, posted.work), { code: 'work/missing' })
  house.at('2026-11-04T00:00:03.000Z')
  await house.runJobs()
  assert.equal((await guestSees(house, posted.work)).revealedAt, '2026-11-04T00:00:00.000Z')
  assert.equal(await stateOf(house, claim.id), 'kept')
})

test('a server that was down over the day and its grace puts the piece up once, and it counts as on time', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const posted = await post(house, 'oriel', { claim: claim.id })
  house.at('2026-11-09T12:00:00.000Z')
  await house.runJobs()
  await house.runJobs()
  assert.equal((await guestSees(house, posted.work)).revealedAt, '2026-11-04T00:00:00.000Z')
  assert.equal(await stateOf(house, claim.id), 'kept')
})

test('a scheduled piece follows its claim to the new day, and back to draft when the day is given back', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  const other = await house.act({ kind: 'host' }, ({ db }) =>
    db
      .selectFrom('days')
      .select('id')
      .where('on_day', '=', '2026-11-06' as never)
      .executeTakeFirstOrThrow(),
  )
  await house.act('oriel', (ctx) => moveClaim(ctx, where, { claim: claim.id, day: other.id }))
  await house.runJobs()
  assert.equal((await lifeNow(house, work))?.goesUpAt, '2026-11-06T00:00:00.000Z')
  await house.act('oriel', (ctx) => giveBackDay(ctx, where, claim.id))
  await house.runJobs()
  assert.equal((await lifeNow(house, work))?.state, 'draft')
  house.at('2026-11-20T00:00:00.000Z')
  await house.runJobs()
  assert.equal((await lifeNow(house, work))?.state, 'draft')
})

test('what was given back never goes live, even if nothing has followed the claim yet', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  await house.act('oriel', (ctx) => giveBackDay(ctx, where, claim.id))
  house.at('2026-11-04T00:00:05.000Z')
  await house.runJobs()
  assert.equal((await lifeNow(house, work))?.state, 'draft')
})

test('something small for the day leaves the claim open, and the main piece in grace is on time', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T20:00:00.000Z')
  const small = await post(house, 'oriel', { claim: claim.id, role: 'stand-in' })
  assert.deepEqual([small.state, await stateOf(house, claim.id)], ['posted', 'held'])
  house.at('2026-11-05T23:59:59.999Z')
  const main = await post(house, 'oriel', { claim: claim.id, onceKey: 'form 2' })
  assert.deepEqual([main.isOnTime, await stateOf(house, claim.id)], [true, 'kept'])
})

test('the press counts, not the reading: a text that took its time is on time', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-06T00:00:02.000Z')
  const pressedAt = toInstant('2026-11-05T23:59:59.000Z')
  const main = await post(house, 'oriel', { claim: claim.id, pressedAt })
  assert.deepEqual([main.isOnTime, await stateOf(house, claim.id)], [true, 'kept'])
})

test('without a day, a piece goes up on free-for-all days; on others the writer hears of the next, and may keep a draft', async () => {
  await using house = await openHouse()
  house.at('2026-11-10T12:00:00.000Z')
  await assert.rejects(post(house, 'ismay'), /Monday 16 November/)
  const draft = await house.act('ismay', (ctx) => keepDraft(ctx, where, posting(house)))
  assert.equal(draft.state, 'draft')
  house.at('2026-11-16T12:00:00.000Z')
  const posted = await post(house, 'ismay', { work: draft.work })
  assert.deepEqual([posted.state, posted.work], ['posted', draft.work])
  assert.equal((await pieceOf(house, posted.work))?.cameOn, '2026-11-16')
})

test('a refused piece leaves nothing half done: the draft is as it was', async () => {
  await using house = await openHouse()
  const draft = await house.act('ismay', (ctx) => keepDraft(ctx, where, posting(house)))
  const changed = { ...posting(house).said, text: { ...text, source: 'Changed' } }
  await assert.rejects(post(house, 'ismay', { work: draft.work, said: changed }))
  const { version } = await house.act({ kind: 'host' }, ({ db }) =>
    db.selectFrom('works').select('version').executeTakeFirstOrThrow(),
  )
  assert.equal(version, 1)
})

test('mods post for a reserved name; nobody posts on somebody’s claim or under somebody’s name', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-16T12:00:00.000Z')
  const forAnn = await post(house, 'mara', { reservedName: 'Ann Teak' })
  assert.deepEqual((await guestSees(house, forAnn.work)).byline, { kind: 'named', names: ['Ann Teak'] })
  await assert.rejects(post(house, 'mara', { reservedName: 'Oriel Finch', onceKey: '2' }), { code: 'post/has-account' })
  await assert.rejects(post(house, 'ismay', { reservedName: 'Ann Teak', onceKey: '3' }), { code: 'post/mods-only' })
  await assert.rejects(post(house, 'ismay', { claim: claim.id, onceKey: '4' }), { code: 'claim/missing' })
  await assert.rejects(post(house, 'mara', { claim: claim.id, onceKey: '5' }), { code: 'claim/missing' })
  await assert.rejects(post(house, 'stranger', { onceKey: '6' }), { code: 'post/not-a-member' })
})
