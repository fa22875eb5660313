// What is typed into the form of a chapter is kept apart from the piece and from every other chapter, and goes along with it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deleteChapter } from '#src/library/works/chapters/chapters.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { chapterOf, write } from '#tests/world/chapters.ts'
import { refused, take } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { post } from '#tests/world/pieces.ts'
import { chapterPlace, formAddress, newChapterPlace, newChapterPlaces, placeFrom, workPlace } from './places.ts'
import { broughtBack, keepTyping, settleTyping, unsavedIn } from './typings.ts'

async function begun(house: TestHouse): Promise<{ readonly work: number; readonly chapter: number }> {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  return { work, chapter: await write(house, 'oriel', work, chapterOf('The Bell')) }
}

const keep = (house: TestHouse, place: string, text: string, who: PersonName = 'oriel') =>
  house.act(who, (ctx) => keepTyping(ctx, { place, number: 0, changes: { text }, how: 'on' }))

const textsIn = (house: TestHouse, places: string) =>
  house.act('oriel', async (ctx) =>
    (await unsavedIn(ctx, places, new Map())).map(({ entries }) => entries.get('text') ?? ''),
  )

test('the piece, each of its chapters and each new one are kept by themselves', async () => {
  await using house = await openHouse()
  const { work, chapter } = await begun(house)
  await keep(house, workPlace(work), 'the piece')
  await keep(house, chapterPlace(work, chapter), 'a chapter')
  await keep(house, newChapterPlace(work, 'one'), 'a new one')
  await keep(house, newChapterPlace(work, 'two'), 'another')
  assert.deepEqual(await textsIn(house, workPlace(work)), ['the piece'])
  assert.deepEqual(await textsIn(house, chapterPlace(work, chapter)), ['a chapter'])
  assert.deepEqual(new Set(await textsIn(house, newChapterPlaces(work))), new Set(['a new one', 'another']))
})

test('nothing is brought back into the form of something else', async () => {
  await using house = await openHouse()
  const { work, chapter } = await begun(house)
  await keep(house, chapterPlace(work, chapter), 'a chapter')
  await house.act('oriel', async (ctx) => {
    const id = String((await unsavedIn(ctx, chapterPlace(work, chapter), new Map()))[0]?.id)
    assert.equal(await broughtBack(ctx, id, workPlace(work)), undefined)
    assert.equal(await broughtBack(ctx, id, newChapterPlaces(work)), undefined)
    assert.equal((await broughtBack(ctx, id, chapterPlace(work, chapter)))?.get('text'), 'a chapter')
  })
})

test('what was typed into a new chapter is the chapter’s once it is saved, as far as it was not', async () => {
  await using house = await openHouse()
  const { work, chapter } = await begun(house)
  const place = newChapterPlace(work, 'one')
  await keep(house, place, 'typed on in another tab')
  const entries = new Map([['text', 'saved']])
  await house.act('oriel', (ctx) => settleTyping(ctx, { place, work, chapter, entries }))
  assert.deepEqual(await textsIn(house, newChapterPlaces(work)), [])
  assert.deepEqual(await textsIn(house, chapterPlace(work, chapter)), ['typed on in another tab'])
})

test('a place leads to its form, and one that is gone to none', async () => {
  await using house = await openHouse()
  const { work, chapter } = await begun(house)
  const addressOf = (key: string) =>
    house.act('oriel', (ctx) => formAddress(ctx, placeFrom(key) ?? assert.fail(key), 7))
  assert.equal(await addressOf(workPlace(work)), `${paths.workEdit(work)}?typed=7`)
  assert.equal(await addressOf(chapterPlace(work, chapter)), `${paths.chapterEdit(work, chapter)}?typed=7`)
  assert.equal(await addressOf(newChapterPlace(work, 'x')), `${paths.newChapter(work)}?typed=7`)
  await house.act('oriel', (ctx) => deleteChapter(ctx, { work, chapter }))
  assert.equal(await addressOf(chapterPlace(work, chapter)), undefined)
})

test('nobody keeps anything at a chapter that is not theirs, nor at one of another work', async () => {
  await using house = await openHouse()
  const { work, chapter } = await begun(house)
  for (const place of [chapterPlace(work, chapter), newChapterPlace(work, 'x')])
    assert.equal((await refused(keep(house, place, 'mine', 'mara'))).kind, 'missing')
  assert.equal((await refused(keep(house, chapterPlace(work, chapter + 1_000), 'mine'))).kind, 'missing')
})
