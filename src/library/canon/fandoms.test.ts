// Taking in a canon, and taking it in again when it has grown.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { findFandom, importCanon, listParts, timelineOf } from '#src/library/canon/fandoms.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'

const takeIn = (house: TestHouse, name: string | undefined, csv: string) =>
  house.act({ kind: 'host' }, (ctx) => {
    const read = readCanon(`kind,code,parent,title,aliases\n${csv}`)
    assert.ok('parts' in read)
    return importCanon(ctx, 'coast', name, read.parts)
  })

const first = 'book,1,,One,TDB\nchapter,1.1,1,Salt,\nchapter,1.2,1,Wave,\n'

test('a canon is a tree in which every part reaches from its first leaf to its last', async () => {
  await using house = await openHouse()
  const { fandom, added } = await takeIn(house, 'The Lantern Coast', `${first}book,2,,Two,\nchapter,2.1,2,Lamp,\n`)
  assert.equal(added, 5)
  const tree = await house.act({ kind: 'host' }, (ctx) => timelineOf(ctx.db, fandom.id))
  assert.deepEqual(
    tree.map(({ code, from, to, parts }) => [code, from, to, parts.length]),
    [
      ['1', 2, 3, 2],
      ['2', 5, 5, 1],
    ],
  )
})

test('taken in again, a part keeps its id under a new title and in a new place', async () => {
  await using house = await openHouse()
  const { fandom } = await takeIn(house, 'The Lantern Coast', first)
  const before = await house.act({ kind: 'host' }, (ctx) => listParts(ctx.db, fandom.id))
  const again = await takeIn(
    house,
    undefined,
    'book,1,,Book One,\nchapter,1.0,1,Before,\nchapter,1.2,1,The Ninth Wave,NW\n',
  )
  assert.deepEqual([again.added, again.changed, again.kept], [1, 2, ['1.1']])
  const after = await house.act({ kind: 'host' }, (ctx) => listParts(ctx.db, fandom.id))
  const wave = after.find(({ code }) => code === '1.2')
  assert.equal(wave?.id, before.find(({ code }) => code === '1.2')?.id)
  assert.deepEqual([wave?.title, wave?.position, wave?.aliases], ['The Ninth Wave', 4, ['NW']])
  // What the file no longer has keeps a place that is nobody else’s.
  assert.deepEqual(
    after.map(({ code, position }) => [code, position]),
    [
      ['1', 1],
      ['1.1', 2],
      ['1.0', 3],
      ['1.2', 4],
    ],
  )
})

test('a new fandom needs a name, and no two are called the same', async () => {
  await using house = await openHouse()
  await assert.rejects(takeIn(house, undefined, first), { code: 'fandom/unnamed' })
  await takeIn(house, 'The Lantern Coast', first)
  const same = house.act({ kind: 'host' }, (ctx) => importCanon(ctx, 'other', 'the lantern  coast', []))
  await assert.rejects(same, { code: 'fandom/taken' })
  await takeIn(house, 'Lantern Coast Books', first)
  const renamed = await house.act({ kind: 'host' }, (ctx) => findFandom(ctx.db, 'coast'))
  assert.equal(renamed.name, 'Lantern Coast Books')
})

test('everybody sees the fandoms and their timelines, with every title escaped', async () => {
  await using house = await openHouse()
  await takeIn(house, 'The <b>Coast</b>', 'book,1,,<script>x</script>,\nchapter,1.1,1,Salt,\n')
  const guest = house.guest()
  assert.match((await guest.visit('/fandoms')).text, /The <b>Coast<\/b>/)
  const page = await guest.visit('/fandoms/coast')
  assert.match(page.text, /1 part, in the order of the story/)
  assert.doesNotMatch(page.html, /<script>x/)
  assert.equal((await guest.visit('/fandoms/nowhere')).status, 404)
})
