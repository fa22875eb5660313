// A work that goes on: written, ordered and put up through its pages without scripts, read chapter by chapter, as a book and in the feed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { chapterOf, writeAndPost } from '#tests/world/chapters.ts'
import { take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

async function begun(): Promise<{ house: TestHouse; work: number }> {
  const house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  return { house, work }
}

test('a second chapter is written, looked at, kept, put up and read', async () => {
  const { house, work } = await begun()
  await using _ = house
  const oriel = await house.as('oriel')
  const before = await house.guest().visit(paths.work(work))
  assert.doesNotMatch(before.text, /Chapter/)
  const typed = { title: 'The Goose', notesBefore: 'For June.', text: 'It came *back*.', textForm: 'markdown' }
  await oriel.visit(paths.newChapter(work))
  const looked = await oriel.submit(paths.newChapter(work), { ...typed, notesAfter: 'More soon.', do: 'preview' })
  assert.match(looked.html, /<em>back<\/em>/)
  assert.match(looked.html, /value="The Goose"/)
  const kept = await oriel.submit(paths.newChapter(work), {
    ...typed,
    notesAfter: 'More soon.',
    once: 'a',
    do: 'draft',
  })
  assert.match(kept.text, /Kept as a draft\. Only you see it\./)
  const chapter = /\/chapters\/(\d+)\/edit[^>]*>The Goose/.exec(kept.html)?.[1] ?? assert.fail(kept.html)
  assert.equal((await house.guest().visit(paths.chapter(work, chapter))).status, 404)
  house.at('2026-11-06T12:00:00.000Z')
  await oriel.submit(paths.chapterPosting(work, chapter), { do: 'post' })
  const first = await house.guest().visit(paths.work(work))
  assert.match(first.text, /last chapter 6 November/)
  assert.match(first.text, /2 chapters of \?/)
  assert.match(first.text, /Next Chapter 2: The Goose/)
  assert.doesNotMatch(first.text, /Thanks to penny_post, and for the goose/)
  const second = await house.guest().visit(paths.chapter(work, chapter))
  assert.match(second.text, /Chapter 2: The Goose.*For June\. It came back ?\. More soon\..*Thanks to penny_post/)
  assert.doesNotMatch(second.text, /still on the slipway/)
  const whole = await house.guest().visit(paths.workWhole(work))
  assert.match(whole.text, /slipway.*Chapter 1.*Dear Tobias.*Chapter 2: The Goose.*It came back.*Thanks to penny_post/)
  const firstId = /id="chapter-(\d+)"/.exec(first.html)?.[1] ?? ''
  assert.equal((await house.guest().visit(paths.chapter(work, firstId))).path, paths.work(work))
})

test('a chapter that was saved elsewhere meanwhile comes back filled, and the next press keeps both', async () => {
  const { house, work } = await begun()
  await using _ = house
  const chapter = await writeAndPost(house, 'oriel', work, chapterOf('The Second'))
  const oriel = await house.as('oriel')
  const at = paths.chapterEdit(work, chapter)
  const typed = { title: 'T', notesBefore: '', textForm: 'plain', notesAfter: '' }
  await oriel.visit(at)
  await oriel.submit(at, { ...typed, text: 'One window', version: '1', do: 'save' })
  await oriel.visit(at)
  const refused = await oriel.submit(at, { ...typed, text: 'The other window', version: '1', do: 'save' })
  assert.equal(refused.status, 409)
  assert.match(refused.html, /The other window<\/textarea>/)
  assert.match(refused.html, /name="version" value="2"/)
  const again = await oriel.submit(at, { ...typed, text: 'The other window', version: '2', do: 'save' })
  assert.match(again.text, /Saved/)
  const history = await oriel.visit(paths.chapterHistory(work, chapter))
  assert.match(history.text, /Open save 3.*Open save 2.*Open save 1/)
  await oriel.visit(`${paths.chapterHistory(work, chapter)}?version=2`)
  const back = await oriel.submit(paths.chapterHistory(work, chapter), { version: '2' })
  assert.match(back.text, /Save 2 is the text again/)
  assert.match((await house.guest().visit(paths.chapter(work, chapter))).text, /One window/)
})

test('the book has a page for each chapter, and the feed tells of those that came later', async () => {
  const { house, work } = await begun()
  await using _ = house
  house.at('2026-11-06T12:00:00.000Z')
  const chapter = await writeAndPost(house, 'oriel', work, chapterOf('The Goose', { notesAfter: 'More soon.' }))
  const response = await house.app.request(`http://fest.example${paths.workEpub(work)}`)
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const nav = strFromU8(files['OEBPS/nav.xhtml'] ?? new Uint8Array())
  assert.match(nav, /Chapter 1<\/a>.*Chapter 2: The Goose<\/a>.*Notes<\/a>/s)
  assert.match(strFromU8(files['OEBPS/page-3.xhtml'] ?? new Uint8Array()), /The Goose.*More soon\./s)
  const { html } = await house.guest().visit(paths.roundFeed(where.community, where.round))
  const entries = html.split('<entry>').slice(1)
  assert.equal(entries.length, 2)
  assert.match(entries[0] ?? '', /Somebody Staying Up, chapter 2: The Goose/)
  assert.match(entries[0] ?? '', new RegExp(`${paths.chapter(work, chapter)}"`))
  assert.match(entries[0] ?? '', /<published>2026-11-06T12:00/)
  assert.notEqual(/<id>(.*?)<\/id>/.exec(entries[0] ?? '')?.[1], /<id>(.*?)<\/id>/.exec(entries[1] ?? '')?.[1])
})

test('a work of two hundred and fifty chapters is listed a hundred at a time, and beside the story only those around', async () => {
  const { house, work } = await begun()
  await using _ = house
  await house.act('oriel', (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      const first = await db.selectFrom('chapters').selectAll().where('work_id', '=', work).executeTakeFirstOrThrow()
      for (let at = 2; at <= 250; at += 1) {
        const row = { ...first, id: undefined }
        const change = { uid: `${row.uid.slice(0, -4)}${1_000 + at}`, position: at, came_with_work: 0 as const }
        await db
          .insertInto('chapters')
          .values({ ...row, ...change, title: `Night ${at}` })
          .execute()
      }
      await db
        .updateTable('works')
        .set({ chapters_posted: 250, chapters_planned: null })
        .where('id', '=', work)
        .execute()
    }),
  )
  const links = (html: string): number => (html.match(/\/chapters\/\d+"/g) ?? []).length
  const guest = house.guest()
  const page = await guest.visit(paths.work(work))
  assert.match(page.text, /All 250 chapters/)
  assert.ok(links(page.html) < 12, String(links(page.html)))
  const contents = await guest.visit(paths.workChapters(work))
  assert.equal(links(contents.html), 99)
  assert.match((await guest.visit(`${paths.workChapters(work)}?page=3`)).text, /250\. Night 250/)
  const oriel = await house.as('oriel')
  const own = await oriel.visit(`${paths.ownChapters(work)}?page=3`)
  assert.match(own.text, /201\. Night 201.*250\. Night 250/)
  assert.doesNotMatch(own.text, /Night 200 /)
  const moved = await oriel.submit(paths.chapterPlace(work, /chapters\/(\d+)\/place/.exec(own.html)?.[1] ?? 0), {
    do: 'up',
  })
  assert.match(moved.text, /200\. Night 201/)
  const whole = await guest.visit(`${paths.workWhole(work)}?page=3`)
  assert.match(whole.text, /Chapter 201: Night 200.*Chapter 250: Night 250/)
  assert.doesNotMatch(whole.text, /Chapter 200:/)
})
