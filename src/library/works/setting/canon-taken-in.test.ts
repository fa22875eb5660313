// A canon that has grown takes the works with it: each stays in the part that it was set in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { timelineOf } from '#src/library/canon/fandoms.ts'
import { placeOnTimeline } from '#src/library/canon/placing.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { takeInCanon } from './canon-taken-in.ts'

const takeIn = (house: TestHouse, csv: string) =>
  house.act({ kind: 'host' }, async (ctx) => {
    const read = readCanon(`kind,code,parent,title\n${csv}`)
    assert.ok('parts' in read)
    return takeInCanon(ctx, 'coast', 'The Coast', read.parts)
  })

const short = 'book,B1,,One\nchapter,1.1,B1,Salt\nchapter,1.2,B1,Wave\nbook,B2,,Two\nchapter,2.1,B2,Lamp\n'
const grown =
  'book,B0,,Before\nchapter,0.1,B0,Sand\nbook,B2,,Two\nchapter,2.1,B2,Lamp\nchapter,2.2,B2,Oil\nbook,B1,,One\nchapter,1.0,B1,Shore\nchapter,1.1,B1,Salt\n'

test('a work stays in its chapter when the canon is taken in again in another order, with more and with fewer parts', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const { fandom } = await takeIn(house, short)
  for (const timing of ['Salt', 'Wave', 'Lamp', 'One']) {
    const setting = await house.act({ kind: 'host' }, ({ db }) =>
      placeOnTimeline(db, fandom.id, { timing, summary: '' }),
    )
    assert.ok(setting)
    const place = { from: setting.from, to: setting.to, confidence: setting.confidence }
    await post(house, 'oriel', { said: saidOf({ title: `Of ${timing}`, fandom: fandom.id, timing, place }) })
  }
  const { kept } = await takeIn(house, grown)
  assert.deepEqual(kept, ['1.2'])
  const { text } = await house.guest().visit('/fandoms/coast/works')
  const list = text.slice(text.indexOf('In canon order'))
  assert.match(list, /Two, Lamp Of Lamp.*One Of One.*Salt Of Salt.*Wave Of Wave/)
  const codes = (await house.act({ kind: 'host' }, ({ db }) => timelineOf(db, fandom.id))).flatMap(
    ({ code, parts }) => [code, ...parts.map((part) => part.code)],
  )
  assert.deepEqual(codes, ['B0', '0.1', 'B2', '2.1', '2.2', 'B1', '1.0', '1.1', '1.2'])
})

test('taken in once more as it is, a canon moves nothing', async () => {
  await using house = await openHouse()
  await takeIn(house, short)
  const { moved, kept } = await takeIn(house, short)
  assert.deepEqual(kept, [])
  for (const setting of [
    { from: 2, to: 2 },
    { from: 2, to: 3 },
    { from: 3, to: 5 },
    { from: 9, to: 9 },
  ])
    assert.deepEqual(moved(setting), setting)
})
