// One work as an EPUB: for exactly those who may read its page, with nothing in it that the page would keep to itself.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { chapterOf, writeAndPost } from '#tests/world/chapters.ts'
import { bringPictureAs } from '#tests/world/pictures.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

const ask = (house: TestHouse, work: number, headers: Record<string, string> = {}) =>
  Promise.resolve(house.app.request(`http://fest.example/works/${work}/download.epub`, { headers }))

const bytesOf = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer())

async function openPosted(): Promise<{ house: TestHouse; work: number }> {
  const house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const { work } = await post(house, 'oriel', { said: saidOf({ header: { beta: '<b>penny</b> & co' } }) })
  return { house, work }
}

const jar = process.env.EPUBCHECK_JAR ?? '/usr/share/java/epubcheck.jar'

test('a work comes as a book with a plain name, and is sent only when it is new', async () => {
  const { house, work } = await openPosted()
  await using _ = house
  const response = await ask(house, work)
  assert.equal(response.status, 200)
  assert.equal(response.headers.get('content-type'), 'application/epub+zip')
  assert.equal(response.headers.get('content-disposition'), 'attachment; filename="somebody-staying-up.epub"')
  const files = unzipSync(await bytesOf(response))
  const all = Object.values(files)
    .map((file) => strFromU8(file))
    .join('\n')
  assert.match(all, /<dc:creator>Oriel Finch<\/dc:creator>/)
  assert.match(all, /<dc:source>http:\/\/fest\.example\/works\/1<\/dc:source>/)
  assert.match(all, /Dear Tobias/)
  assert.match(all, /&lt;b&gt;penny&lt;\/b&gt; &amp; co/)
  const again = await ask(house, work, { 'if-none-match': response.headers.get('etag') ?? '' })
  assert.equal(again.status, 304)
})

test('the book of an anonymous work names nobody', async () => {
  const { house, work } = await openPosted()
  await using _ = house
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ is_anonymous: 1 }).where('id', '=', work).execute(),
    ),
  )
  const files = unzipSync(await bytesOf(await ask(house, work)))
  for (const [name, file] of Object.entries(files)) assert.doesNotMatch(strFromU8(file), /Oriel|dc:creator/, name)
})

test(
  'epubcheck finds nothing in the book of a piece',
  { skip: existsSync(jar) ? false : `EPUBCHECK WAS NOT RUN: there is no ${jar}` },
  async () => {
    const { house, work } = await openPosted()
    await using _ = house
    const file = join(mkdtempSync(join(tmpdir(), 'epub-')), 'piece.epub')
    writeFileSync(file, await bytesOf(await ask(house, work)))
    const said = execFileSync('java', ['-jar', jar, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
    assert.match(said, /No errors or warnings/)
  },
)

test('while a long book is bound, others are served between its chapters', async () => {
  const { house, work } = await openPosted()
  await using _ = house
  for (let at = 0; at < 60; at += 1) await writeAndPost(house, 'oriel', work, chapterOf(`Night ${at}`))
  await ask(house, work)
  let turns = 0
  const count = (): void => {
    turns += 1
    next = setImmediate(count)
  }
  let next = setImmediate(count)
  const response = await ask(house, work)
  clearImmediate(next)
  assert.equal(response.status, 200)
  assert.ok(turns >= 60, `Others had ${turns} turns`)
})

test('pictures go along in the book, above the text and in it, and one that is not there any more is said in words', async () => {
  const { house, work } = await openPosted()
  await using _ = house
  for (const stands of ['before', 'inside'] as const) await bringPictureAs(house, 'oriel', work, { said: { stands } })
  await house.runJobs()
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      const rows = await db.selectFrom('work_pictures').select(['uid', 'stands']).execute()
      const inside = rows.find(({ stands }) => stands === 'inside')?.uid ?? ''
      const gone = '0190f4e2-1111-7222-8333-00000000000a'
      const html = [inside, gone].map((uid) => `<p><img alt="Of ${uid}" src="${paths.picture(uid)}"></p>`).join('')
      await db.updateTable('chapters').set({ html }).where('work_id', '=', work).execute()
    }),
  )
  const bytes = await bytesOf(await ask(house, work))
  const files = unzipSync(bytes)
  assert.deepEqual(
    Object.keys(files).filter((name) => name.includes('images/')),
    ['OEBPS/images/1.jpg', 'OEBPS/images/2.jpg'],
  )
  const pages = Object.entries(files).flatMap(([name, file]) => (name.endsWith('.xhtml') ? [strFromU8(file)] : []))
  assert.match(pages.join(''), /<figure><img src="images\/1.jpg" alt="A lamp on a wall"\/>/)
  assert.match(pages.join(''), /<img[^>]*src="images\/2.jpg"/)
  assert.match(pages.join(''), /<p>Of 0190f4e2/)
  assert.doesNotMatch(pages.join(''), /\/files\//)
  if (existsSync(jar)) {
    const file = join(mkdtempSync(join(tmpdir(), 'pictured-')), 'book.epub')
    writeFileSync(file, bytes)
    execFileSync('java', ['-jar', jar, file], { stdio: 'pipe' })
  }
})
