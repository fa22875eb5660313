// Chapters are written as drafts, put up, put in order, taken down, deleted and brought back; what a work says of them is always true.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beholderOf, guestBeholder } from '#src/library/works/beholders.ts'
import { saveWork } from '#src/fests/posting/editing.ts'
import { seeWork, type WorkSeen } from '#src/library/works/works-seen.ts'
import { daysLong } from '#src/kit/instants.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { chapterOf, write, writeAndPost } from '#tests/world/chapters.ts'
import { refused, take } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import {
  addChapter,
  deleteChapter,
  moveChapter,
  planChapters,
  postChapter,
  restoreChapter,
  saveChapter,
  takeChapterDown,
} from './chapters.ts'
import { openChapter, openChapterSave, openOwnChapters } from './own-chapters.ts'

async function begun(): Promise<{ house: TestHouse; work: number }> {
  const house = await openHouse({ at: '2026-11-03T12:00:00.000Z' })
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  return { house, work }
}

const seen = (house: TestHouse, work: number, who?: PersonName): Promise<WorkSeen> =>
  house.act(who ?? { kind: 'guest' }, async (ctx) =>
    seeWork(ctx.db, who ? await beholderOf(ctx.db, ctx.viewer) : guestBeholder, work),
  )

const names = ({ parts }: WorkSeen): string[] => parts.map(({ number, title }) => `${number ?? '-'} ${title}`)

test('a work that is one text is one chapter without a name, and whole', async () => {
  const { house, work } = await begun()
  await using _ = house
  const { parts, chapters, words, html, lastChapterAt } = await seen(house, work)
  assert.deepEqual(
    parts.map(({ title, number, postedAt }) => [title, number, postedAt]),
    [['', 1, undefined]],
  )
  assert.deepEqual([chapters, words, lastChapterAt], [{ posted: 1, planned: 1 }, 455, undefined])
  assert.match(html, /Dear Tobias/)
})

test('a draft chapter is its creators’ alone, and counts for nothing until it is put up', async () => {
  const { house, work } = await begun()
  await using _ = house
  const chapter = await write(house, 'oriel', work, chapterOf('The Bell Again'))
  assert.deepEqual(names(await seen(house, work)), ['1 '])
  assert.deepEqual(names(await seen(house, work, 'mara')), ['1 '])
  assert.deepEqual(names(await seen(house, work, 'oriel')), ['1 ', '- The Bell Again'])
  assert.deepEqual([(await seen(house, work)).words, (await seen(house, work)).chapters.planned], [455, undefined])
  house.at('2026-11-09T12:00:00.000Z')
  await house.act('oriel', (ctx) => postChapter(ctx, { work, chapter }))
  const now = await seen(house, work)
  assert.deepEqual(names(now), ['1 ', '2 The Bell Again'])
  assert.deepEqual([now.words, now.chapters.posted, now.lastChapterAt], [458, 2, '2026-11-09T12:00:00.000Z'])
})

test('the same form sent twice makes one chapter', async () => {
  const { house, work } = await begun()
  await using _ = house
  const once = () => house.act('oriel', (ctx) => addChapter(ctx, work, chapterOf('Twice'), 'key'))
  assert.equal(await once(), await once())
})

test('nobody but its creators writes, orders, takes down or deletes', async () => {
  const { house, work } = await begun()
  await using _ = house
  const chapter = await writeAndPost(house, 'oriel', work, chapterOf('Two'))
  const where = { work, chapter }
  for (const who of ['mara', 'ismay', 'stranger'] as const) {
    for (const deed of [
      () => write(house, who, work, chapterOf('Mine')),
      () => house.act(who, (ctx) => saveChapter(ctx, where, { said: chapterOf('x'), version: 1 })),
      () => house.act(who, (ctx) => postChapter(ctx, where)),
      () => house.act(who, (ctx) => takeChapterDown(ctx, where)),
      () => house.act(who, (ctx) => moveChapter(ctx, where, 'up')),
      () => house.act(who, (ctx) => deleteChapter(ctx, where)),
      () => house.act(who, (ctx) => restoreChapter(ctx, where)),
      () => house.act(who, (ctx) => planChapters(ctx, work, 9)),
      () => house.act(who, (ctx) => openOwnChapters(ctx, work)),
      () => house.act(who, (ctx) => openChapter(ctx, work, chapter)),
    ])
      assert.equal((await refused(deed())).code, 'work/missing')
  }
})

test('a chapter of another work is no chapter of this one', async () => {
  const { house, work } = await begun()
  await using _ = house
  const other = await post(house, 'mara', { reservedName: 'Juniper Vale', said: saidOf({ title: 'Of Mara' }) })
  const chapter = await write(house, 'mara', other.work, chapterOf('Of Mara'))
  const wrong = house.act('oriel', (ctx) => deleteChapter(ctx, { work, chapter }))
  assert.equal((await refused(wrong)).code, 'chapter/missing')
})

test('saving keeps the earlier text, and what was saved elsewhere meanwhile is not covered without a word', async () => {
  const { house, work } = await begun()
  await using _ = house
  const chapter = await write(house, 'oriel', work, chapterOf('First words'))
  const save = (words: string, version: number) =>
    house.act('oriel', (ctx) => saveChapter(ctx, { work, chapter }, { said: chapterOf(words), version }))
  await save('Second words', 1)
  assert.equal((await refused(save('Third words', 1))).code, 'chapter/changed')
  await save('Third words', 2)
  const saved = (version: number) =>
    house.act('oriel', (ctx) => openChapterSave(ctx, { work, chapter, version }).then(({ source }) => source))
  assert.deepEqual([await saved(1), await saved(2), await saved(3)], ['First words', 'Second words', 'Third words'])
})

test('the composer goes on with the text that the work was posted with, whatever stands before it', async () => {
  const { house, work } = await begun()
  await using _ = house
  const chapter = await writeAndPost(house, 'oriel', work, chapterOf('A Beginning After All'))
  await house.act('oriel', (ctx) => moveChapter(ctx, { work, chapter }, 'up'))
  assert.deepEqual(names(await seen(house, work)), ['1 A Beginning After All', '2 '])
  const text = { ...saidOf().text, source: 'New', html: '<p>New</p>', words: 1 }
  await house.act('oriel', (ctx) => saveWork(ctx, work, saidOf({}, { text })))
  const now = await seen(house, work)
  assert.match(now.html, /A Beginning/)
  assert.equal(now.words, 5)
})

test('at either end a chapter stays where it is', async () => {
  const { house, work } = await begun()
  await using _ = house
  const [two, three] = [
    await writeAndPost(house, 'oriel', work, chapterOf('Two')),
    await writeAndPost(house, 'oriel', work, chapterOf('Three')),
  ]
  const step = (chapter: number, to: 'up' | 'down') =>
    house.act('oriel', (ctx) => moveChapter(ctx, { work, chapter }, to))
  await step(three, 'down')
  await step(three, 'up')
  await step(three, 'up')
  await step(three, 'up')
  await step(two, 'up')
  assert.deepEqual(names(await seen(house, work)), ['1 Three', '2 Two', '3 '])
})

test('a chapter that was taken down comes back with the date it had; the last one stays', async () => {
  const { house, work } = await begun()
  await using _ = house
  const chapter = await writeAndPost(house, 'oriel', work, chapterOf('Two'))
  const first = (await seen(house, work)).parts[0]?.id ?? 0
  const where = { work, chapter }
  house.pass(daysLong(2))
  await house.act('oriel', (ctx) => takeChapterDown(ctx, where))
  assert.deepEqual(names(await seen(house, work)), ['1 '])
  const last = house.act('oriel', (ctx) => takeChapterDown(ctx, { work, chapter: first }))
  assert.equal((await refused(last)).code, 'chapter/last')
  await house.act('oriel', (ctx) => postChapter(ctx, where))
  assert.equal((await seen(house, work)).parts[1]?.postedAt, '2026-11-04T12:00:00.000Z')
})

test('what was deleted can be brought back for thirty days, and is then gone with its saves', async () => {
  const { house, work } = await begun()
  await using _ = house
  const chapter = await writeAndPost(house, 'oriel', work, chapterOf('Two'))
  const where = { work, chapter }
  await house.act('oriel', (ctx) => deleteChapter(ctx, where))
  assert.deepEqual([names(await seen(house, work, 'oriel')), (await seen(house, work)).words], [['1 '], 455])
  const saving = house.act('oriel', (ctx) => saveChapter(ctx, where, { said: chapterOf('x'), version: 1 }))
  assert.equal((await refused(saving)).code, 'chapter/missing')
  house.pass(daysLong(30) - 1)
  await house.runJobs()
  await house.act('oriel', (ctx) => restoreChapter(ctx, where))
  assert.deepEqual(names(await seen(house, work)), ['1 ', '2 Two'])
  await house.act('oriel', (ctx) => deleteChapter(ctx, where))
  house.pass(daysLong(30))
  await house.runJobs()
  const back = house.act('oriel', (ctx) => restoreChapter(ctx, where))
  assert.equal((await refused(back)).code, 'chapter/missing')
  const left = await house.act({ kind: 'host' }, ({ db }) => db.selectFrom('chapter_revisions').selectAll().execute())
  assert.deepEqual(left, [])
})

test('the text that the work was posted with cannot be deleted from under it', async () => {
  const { house, work } = await begun()
  await using _ = house
  await writeAndPost(house, 'oriel', work, chapterOf('Two'))
  const first = (await seen(house, work)).parts[0]?.id ?? 0
  const gone = house.act('oriel', (ctx) => deleteChapter(ctx, { work, chapter: first }))
  assert.equal((await refused(gone)).code, 'chapter/came-with-work')
})

test('how many there will be is never fewer than there are, and nobody’s guess once there are more', async () => {
  const { house, work } = await begun()
  await using _ = house
  await writeAndPost(house, 'oriel', work, chapterOf('Two'))
  const plan = (planned: number | 'as-many-as-now' | undefined) =>
    house.act('oriel', (ctx) => planChapters(ctx, work, planned))
  const planned = async () => (await seen(house, work)).chapters.planned
  assert.equal((await refused(plan(1))).code, 'chapter/fewer-than-there-are')
  await plan(3)
  assert.equal(await planned(), 3)
  await plan('as-many-as-now')
  assert.equal(await planned(), 2)
  await writeAndPost(house, 'oriel', work, chapterOf('Three'))
  assert.equal(await planned(), undefined)
})

test('a chapter of a piece that is not up yet goes up with it', async () => {
  await using house = await openHouse({ at: '2026-11-03T12:00:00.000Z' })
  const claim = await take(house, 'oriel', '11-05')
  const { work, state } = await post(house, 'oriel', { claim: claim.id })
  assert.equal(state, 'scheduled')
  await writeAndPost(house, 'oriel', work, chapterOf('Two'))
  await write(house, 'oriel', work, chapterOf('Three'))
  assert.equal((await refused(seen(house, work))).code, 'work/missing')
  house.at('2026-11-05T12:00:00.000Z')
  await house.runJobs()
  const now = await seen(house, work)
  assert.deepEqual([names(now), now.parts[1]?.postedAt, now.lastChapterAt], [['1 ', '2 Two'], undefined, undefined])
})

test('a chapter without a text is not put up', async () => {
  const { house, work } = await begun()
  await using _ = house
  const empty = { ...chapterOf('').text, source: ' ', words: 0, html: '' }
  const chapter = await write(house, 'oriel', work, chapterOf('Nothing yet', { text: empty }))
  const early = house.act('oriel', (ctx) => postChapter(ctx, { work, chapter }))
  assert.equal((await refused(early)).code, 'chapter/empty')
})
