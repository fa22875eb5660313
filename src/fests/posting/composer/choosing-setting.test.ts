// Where a piece is set is proposed, and chosen: by its writer, or by a mod who puts it right; what the words no longer offer is let go.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { UNSURE } from '#src/library/canon/placing.ts'
import { openToEdit } from '#src/library/works/work-saves.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { takeInCoast } from '#tests/world/listed.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

async function posted(house: TestHouse, timing: string): Promise<number> {
  const { fandom } = await takeInCoast(house)
  house.at('2026-11-16T12:00:00.000Z')
  const said = saidOf({ title: 'Chosen', fandom, timing, summary: '', notes: '', header: {} })
  return (await post(house, 'oriel', { said })).work
}

async function edit(house: TestHouse, work: number, fields: Record<string, string>) {
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workEdit(work))
  await oriel.submit(paths.workEdit(work), { do: 'save', ...fields })
  return oriel
}

const placeOf = async (house: TestHouse, work: number) =>
  (await house.act('oriel', (ctx) => openToEdit(ctx, work))).fields

test('the composer says what it understood, which words say so, and what else it could be', async () => {
  await using house = await openHouse()
  const work = await posted(house, 'Book 2')
  const oriel = await edit(house, work, { timing: 'AU after “Fog Signal”', summary: 'Set in Book 2.' })
  const { text, html } = await oriel.visit(paths.workEdit(work))
  assert.match(text, /Understood as after Somebody Staying Up, Fog Signal \(AU from there on\)\./)
  assert.match(text, /The timing line: “Fog Signal”, after Somebody Staying Up, Fog Signal/)
  assert.match(text, /The summary: “Book 2”, Somebody Staying Up/)
  assert.match(
    text,
    /Nothing is said of spoilers, so it counts as giving away what is known by Somebody Staying Up, Fog Signal/,
  )
  assert.match(html, /name="placeChoice" value="before 2\.5 2\.5"/)
  const { place, spoilers } = await placeOf(house, work)
  assert.deepEqual([place?.relation, place?.off === place?.to, spoilers?.by], ['after', true, 'setting'])
})

test('another place is chosen and stays, until the words no longer offer it', async () => {
  await using house = await openHouse()
  const work = await posted(house, 'after “Fog Signal”')
  await edit(house, work, { placeChoice: 'during 2.5 2.5' })
  const chosen = await placeOf(house, work)
  assert.deepEqual(
    [chosen.place?.relation, chosen.place?.confidence, chosen.placeChoice],
    [undefined, 1, 'during 2.5 2.5'],
  )
  await edit(house, work, { title: 'Chosen still' })
  assert.equal((await placeOf(house, work)).placeChoice, 'during 2.5 2.5')
  await edit(house, work, { timing: 'Ballast' })
  const changed = await placeOf(house, work)
  assert.deepEqual([changed.placeChoice, changed.place?.statement], [undefined, 'timing'])
  await edit(house, work, { placeChoice: 'during 9.9 9.9' })
  assert.equal((await placeOf(house, work)).placeChoice, undefined)
})

test('a fandom is proposed where its parts are named, not where somebody says “the series”', async () => {
  await using house = await openHouse()
  await takeInCoast(house)
  const oriel = await house.as('oriel')
  const path = paths.post('tidewater', 'lantern-season')
  const pasted = async (timing: string): Promise<string> => {
    await oriel.visit(path)
    const text = `Title: Somewhere\nTiming: ${timing}\nRating: PG\n\nThe lamp came round.\n\nAnd round again.`
    return (await oriel.submit(path, { text, do: 'read' })).html
  }
  assert.match(await pasted('Fog Signal'), /<option value="\d+" selected(?:="")?>The Lantern Coast/)
  assert.doesNotMatch(await pasted('post-series'), /<option value="\d+" selected(?:="")?>The Lantern Coast/)
})

test('a rating of another system is kept as it was written, beside the one of the list', async () => {
  await using house = await openHouse()
  const work = await posted(house, 'Fog Signal')
  await edit(house, work, { rating: 'PG-13', ratingSaid: 'FRT, for a ghost' })
  assert.match((await house.guest().visit(paths.work(work))).text, /Rating PG-13 \(“FRT, for a ghost”\)/)
  await edit(house, work, { rating: 'G' })
  assert.doesNotMatch((await house.guest().visit(paths.work(work))).text, /FRT/)
})

test('what nobody knows for sure stands apart, and keeps its guess', async () => {
  await using house = await openHouse()
  const work = await posted(house, 'Fog Signal')
  const oriel = await edit(house, work, { placeChoice: UNSURE })
  assert.match((await oriel.visit(paths.workEdit(work))).text, /Perhaps Somebody Staying Up, Fog Signal/)
  assert.match(
    (await house.guest().visit(paths.fandomWorks('lantern-coast'))).text,
    /Roughly here .*Chosen.*perhaps Somebody Staying Up, Fog Signal/,
  )
})

test('spoilers are a line of the header and a level on the page of the work', async () => {
  await using house = await openHouse()
  const work = await posted(house, 'Fog Signal')
  await edit(house, work, { others: 'Spoilers: through Book 3' })
  const { spoilers } = await placeOf(house, work)
  assert.equal(spoilers?.by, 'said')
  assert.match(
    (await house.guest().visit(paths.work(work))).text,
    /Spoilers through Book 3 \(what is known by the end of The Harbourmaster's Ledger\)/,
  )
})

test('a mod chooses too, and its writer reads what was chosen and puts it back', async () => {
  await using house = await openHouse()
  const work = await posted(house, 'after “Fog Signal”')
  await edit(house, work, { title: 'Chosen' })
  const mara = await house.as('mara')
  await mara.visit(paths.workCorrection(work))
  await mara.submit(paths.workCorrection(work), { placeChoice: 'during 2.5 2.5' })
  assert.equal((await placeOf(house, work)).placeChoice, 'during 2.5 2.5')
  const oriel = await house.as('oriel')
  const { text } = await oriel.visit(paths.workHistory(work))
  assert.match(text, /Where it is set as its words say → 2\.5/)
  await oriel.submit(paths.workPuttingBack(work))
  const back = await placeOf(house, work)
  assert.deepEqual([back.placeChoice, back.place?.relation], [undefined, 'after'])
})
