// What is typed is kept for whoever types it, and for nobody else; no tab covers another unseen, and no clock throws anything away.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLong, minutes } from '#src/kit/instants.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Visitor } from '#tests/support/visitor.ts'
import { refused, take } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { leave } from '#tests/world/leaving.ts'
import { post } from '#tests/world/pieces.ts'
import { withChanges } from './changed-fields.ts'
import { workPlace } from './places.ts'
import { keepTyping, openTyping, settleTyping, throwAway, type ToKeep, typingsBefore, unsavedIn } from './typings.ts'

async function posted(house: TestHouse): Promise<number> {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  return (await post(house, 'oriel', { claim: claim.id })).work
}

const keep = (house: TestHouse, work: number, change: Partial<ToKeep>, who: PersonName = 'oriel') =>
  house.act(who, (ctx) => keepTyping(ctx, { place: workPlace(work), number: 0, changes: {}, how: 'on', ...change }))

const openIn = async (house: TestHouse, work: number, who: PersonName = 'oriel') =>
  (await house.act(who, (ctx) => unsavedIn(ctx, workPlace(work), new Map())))[0]

const textIn = async (house: TestHouse, work: number) => (await openIn(house, work))?.entries.get('text')

test('typing goes on from what was kept, by the letters that changed', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  assert.partialDeepStrictEqual(await keep(house, work, { changes: { text: 'The bell rang', title: 'Bell' } }), {
    is: 'kept',
    number: 1,
  })
  await keep(house, work, { number: 1, changes: { text: [4, 4, 'goose'], title: null } })
  const open = await openIn(house, work)
  assert.deepEqual([open?.number, [...(open?.entries ?? [])]], [2, [['text', 'The goose rang']]])
})

test('a tab that is behind is shown what the other one kept, and nothing is covered', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  await keep(house, work, { changes: { text: 'here' } })
  await keep(house, work, { number: 1, changes: { text: 'here too' } })
  const behind = await keep(house, work, { number: 1, changes: { text: 'there' } })
  assert.equal(behind.is === 'other' && behind.typing.entries.get('text'), 'here too')
  const fresh = await keep(house, work, { number: 0, changes: { text: 'a third' } })
  assert.equal(fresh.is, 'other')
  assert.equal(await textIn(house, work), 'here too')
})

test('whoever goes on with one of two keeps the other as well', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  await keep(house, work, { changes: { text: 'one' } })
  await keep(house, work, { number: 1, how: 'over', changes: { text: 'two' } })
  assert.equal(await textIn(house, work), 'two')
  await keep(house, work, { number: 0, how: 'aside', changes: { text: 'three' } })
  assert.equal(await textIn(house, work), 'two')
  const before = await house.act('oriel', async (ctx) => {
    const all = await typingsBefore(ctx, workPlace(work))
    return Promise.all(all.map(async ({ id }) => (await openTyping(ctx, id)).entries.get('text')))
  })
  assert.deepEqual(before, ['three', 'one'])
  assert.equal((await keep(house, work, { number: 2, changes: { text: [3, 0, ' and more'] } })).is, 'kept')
  assert.equal(await textIn(house, work), 'two and more')
})

test('every ten minutes it stays as it stood, and of a long day the last fifty', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  let number = 0
  for (let step = 0; step < 53; step += 1) {
    for (const words of ['a', 'b']) {
      const kept = await keep(house, work, { number, changes: { text: `${step}${words}` } })
      number = kept.is === 'kept' ? kept.number : assert.fail(kept.is)
    }
    house.pass(minutes(10))
  }
  const before = await house.act('oriel', (ctx) => typingsBefore(ctx, workPlace(work)))
  assert.deepEqual([await textIn(house, work), before.length], ['52b', 50])
})

test('no clock throws it away', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  await keep(house, work, { changes: { text: 'still here' } })
  house.pass(daysLong(400))
  await house.runJobs()
  assert.equal(await textIn(house, work), 'still here')
})

test('what was saved is kept no more; what another tab typed since is', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  const settle = (entries: [string, string][]) =>
    house.act('oriel', (ctx) => settleTyping(ctx, { place: workPlace(work), work, entries: new Map(entries) }))
  await keep(house, work, { changes: { text: 'one' } })
  await settle([['text', 'other']])
  assert.equal(await textIn(house, work), 'one')
  await settle([
    ['text', 'one'],
    ['title', ''],
  ])
  assert.equal(await textIn(house, work), undefined)
  assert.equal((await keep(house, work, { number: 1, changes: { text: [3, 0, '!'] } })).is, 'gone')
  await keep(house, work, { changes: { text: 'two' } })
  await settle([
    ['text', 'changed by the server'],
    ['typing', '1'],
  ])
  assert.equal(await textIn(house, work), undefined)
})

test('whoever leaves takes along what they typed, and a work that is erased what was typed for it', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  await keep(house, work, { changes: { text: 'Xylotyping' } })
  await keep(house, work, { number: 1, how: 'over', changes: { text: 'Xylotyping again' } })
  await leave(house, 'oriel', 'named')
  house.pass(daysLong(31))
  await house.runJobs()
  const rows = await house.act({ kind: 'host' }, ({ db }) => db.selectFrom('typings').selectAll().execute())
  assert.deepEqual(rows, [])
})

test('only its typist finds it: not the mods, not other members, not whoever guesses its address', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  await keep(house, work, { changes: { text: 'Xylotyping' } })
  const id = (await openIn(house, work))?.id ?? 0
  assert.match((await (await house.as('oriel')).visit(paths.typed(id))).text, /Xylotyping/)
  for (const who of ['mara', 'ismay', 'stranger'] as const) {
    const visitor: Visitor = await house.as(who)
    assert.equal((await visitor.visit(paths.typed(id))).status, 404)
    await visitor.visit('/')
    assert.equal((await house.act(who, (ctx) => refused(throwAway(ctx, id)))).kind, 'missing')
    assert.equal((await house.act(who, (ctx) => refused(openTyping(ctx, id)))).kind, 'missing')
    assert.equal((await refused(keep(house, work, { changes: { text: 'x' } }, who))).kind, 'missing')
    for (const page of [paths.work(work), paths.workEdit(work), paths.workHistory(work)])
      assert.doesNotMatch((await visitor.visit(page)).html, /Xylotyping/)
  }
  assert.equal((await house.guest().visit(paths.typed(id))).status, 404)
  assert.doesNotMatch((await house.guest().visit(paths.work(work))).html, /Xylotyping/)
})

test('nothing is kept where no form is, nor for guests, nor without the word of the session', async () => {
  await using house = await openHouse()
  for (const place of ['', 'work:9999', 'new:9999:0:abc', 'new:1:0:', 'account:1'])
    assert.equal(
      (await house.act('oriel', (ctx) => refused(keepTyping(ctx, { place, number: 0, changes: {}, how: 'on' })))).kind,
      'missing',
      place,
    )
  const said = { place: 'new:1:0:abc', number: '0', said: '{"text":"x"}' }
  assert.equal((await house.guest().post(paths.typing, said)).status, 403)
  assert.equal((await (await house.as('oriel')).post(paths.typing, said)).status, 403)
})

test('halves of letters are joined again, and what no database keeps is not kept', () => {
  const before = new Map([['text', 'a🌊b']])
  const after = withChanges(before, { text: [2, 1, '\udf0b'] })
  assert.equal(after.get('text'), 'a🌋b')
  assert.equal(withChanges(new Map(), { text: 'a\0\ud83d' }).get('text'), 'a\ufffd')
  assert.equal(withChanges(new Map(), { _csrf: 'x', do: 'save', 'a b': 'y', title: 'z' }).size, 1)
  assert.throws(() => withChanges(before, { text: [4, 40, ''] }), /could not be read/)
  assert.throws(() => withChanges(before, { text: 'x'.repeat(2_500_000) }), /more than a text may have/)
})
