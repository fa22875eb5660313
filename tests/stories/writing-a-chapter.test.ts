// A chapter while it is written: kept without being saved, never covered by another tab, tidied by its writer's leave, brought as a file.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openChapter, openChapterSave } from '#src/library/works/chapters/own-chapters.ts'
import { openToEdit } from '#src/library/works/work-saves.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { docx } from '#tests/support/documents.ts'
import { load } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { sendForm, textIn, type } from '#tests/support/writing.ts'
import { chapterOf, writeAndPost } from '#tests/world/chapters.ts'
import { take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'

async function begun() {
  const house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-16T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  const chapter = await writeAndPost(house, 'oriel', work, chapterOf('The Bell'))
  return { house, work, chapter, edit: paths.chapterEdit(work, chapter) }
}

const now = (house: TestHouse, work: number, chapter: number) =>
  house.act('oriel', (ctx) => openChapter(ctx, work, chapter))

const typedIn = (html: string): string => /typed=\d+/.exec(html)?.[0] ?? assert.fail('Nothing is offered')

test('a closed tab loses nothing: what was typed is offered, brought back, and gone once it is saved', async () => {
  const { house, work, chapter, edit } = await begun()
  await using _ = house
  const oriel = await house.as('oriel')
  const page = await oriel.visit(edit)
  assert.equal((await type(oriel, page, { text: 'The bell rang, and', title: 'Half', version: '1' })).status, 200)
  assert.doesNotMatch((await oriel.visit(paths.workEdit(work))).text, /You typed more/)
  const back = await oriel.visit(edit)
  assert.match(back.text, /You typed more on Monday 16 November, 12:00.*Half: The bell rang, and/)
  const look = await oriel.visit(/\/typing\/\d+(?=")/.exec(back.html)?.[0] ?? '')
  assert.match(look.html, new RegExp(`${edit}\\?${typedIn(back.html)}`))
  const filled = await oriel.visit(`${edit}?${typedIn(back.html)}`)
  assert.equal(textIn(filled.html), 'The bell rang, and')
  assert.doesNotMatch(filled.text, /You typed more/)
  await oriel.submit(edit, { do: 'save' })
  assert.equal((await now(house, work, chapter)).source, 'The bell rang, and')
  assert.doesNotMatch((await oriel.visit(edit)).text, /You typed more/)
})

test('a new chapter is kept before there is one, and offered where it was begun', async () => {
  const { house, work } = await begun()
  await using _ = house
  const oriel = await house.as('oriel')
  const at = paths.newChapter(work)
  const first = await oriel.visit(at)
  const once = /name="once" value="([^"]+)"/.exec(first.html)?.[1] ?? assert.fail()
  await type(oriel, first, { text: 'One', once })
  const second = await oriel.visit(at)
  assert.match(second.text, /You typed more.*One/)
  const back = await oriel.visit(`${at}?${typedIn(second.html)}`)
  assert.match(back.html, new RegExp(`name="once" value="${once}"`))
  await oriel.submit(at, { do: 'draft' })
  assert.doesNotMatch((await oriel.visit(at)).text, /You typed more/)
})

test('what is typed is nobody else’s, not even those who read the piece', async () => {
  const { house, work, edit } = await begun()
  await using _ = house
  const oriel = await house.as('oriel')
  await type(oriel, await oriel.visit(edit), { text: 'Xylotyping' })
  for (const who of ['mara', 'ismay'] as const) {
    const other = await house.as(who)
    assert.equal((await other.visit(edit)).status, 404)
    assert.equal((await other.visit(paths.newChapter(work))).status, 404)
  }
  assert.doesNotMatch((await house.guest().visit(paths.workWhole(work))).html, /Xylotyping/)
})

test('the second of two tabs is told, shown what was saved, and saves over it knowingly; a preview is no knowing', async () => {
  const { house, work, chapter, edit } = await begun()
  await using _ = house
  const [one, other] = [await house.as('oriel'), await house.as('oriel')]
  for (const who of [one, other]) await who.visit(edit)
  await one.submit(edit, { text: 'The bell rang twice.', do: 'save' })
  await other.submit(edit, { text: 'The bell rang once.', do: 'preview' })
  const told = await other.submit(edit, { do: 'save' })
  assert.equal(told.status, 409)
  assert.match(told.text, /saved elsewhere since you opened it/)
  assert.match(told.text, /The bell rang \[taken out: twice ?\] ?\[put in: once ?\]/)
  assert.match(told.text, /Save mine over it/)
  assert.equal((await now(house, work, chapter)).source, 'The bell rang twice.')
  await other.submit(edit, { do: 'save' })
  assert.equal((await now(house, work, chapter)).source, 'The bell rang once.')
})

test('the text that a piece was posted with is one text: neither its composer nor its chapter page covers the other', async () => {
  const { house, work } = await begun()
  await using _ = house
  const [one, other] = [await house.as('oriel'), await house.as('oriel')]
  const own = await one.visit(paths.ownChapters(work))
  const asChapter = /\/works\/\d+\/chapters\/\d+\/edit/.exec(own.html)?.[0] ?? assert.fail()
  const composer = paths.workEdit(work)
  const textNow = async () => (await house.act('oriel', (ctx) => openToEdit(ctx, work))).source
  await other.visit(composer)
  await one.visit(asChapter)
  await one.submit(asChapter, { text: 'The bell rang twice.', do: 'save' })
  const told = await other.submit(composer, { text: 'The bell rang once.', do: 'save' })
  assert.equal(told.status, 409)
  assert.match(told.text, /The bell rang \[taken out: twice ?\] ?\[put in: once ?\]/)
  assert.equal(await textNow(), 'The bell rang twice.')
  await one.visit(asChapter)
  await other.submit(composer, { do: 'save' })
  assert.equal(await textNow(), 'The bell rang once.')
  const behind = await one.submit(asChapter, { text: 'The bell rang thrice.', do: 'save' })
  assert.equal(behind.status, 409)
  assert.equal(await textNow(), 'The bell rang once.')
})

test('the same press twice is one save, and a form sent again with more in it loses none of it', async () => {
  const { house, work, edit, chapter } = await begun()
  await using _ = house
  const oriel = await house.as('oriel')
  const fieldsOf = async (at: string) =>
    load((await oriel.visit(at)).html).forms.find(({ action }) => action === at)?.fields ?? assert.fail()
  const said = { ...(await fieldsOf(edit)), text: 'Once.', do: 'save' }
  for (let press = 0; press < 2; press += 1) assert.equal((await oriel.post(edit, said)).status, 303)
  assert.equal((await now(house, work, chapter)).version, 2)
  const at = paths.newChapter(work)
  const fields = { ...(await fieldsOf(at)), title: 'New', do: 'draft' }
  await oriel.post(at, { ...fields, text: 'One.' })
  await oriel.post(at, { ...fields, text: 'One and two.' })
  const made = (await oriel.visit(paths.ownChapters(work))).html.match(/\/chapters\/(\d+)\/edit[^>]*>New/g) ?? []
  assert.equal(made.length, 1)
  const id = Number(/\d+/.exec(made[0] ?? '')?.[0])
  assert.deepEqual([(await now(house, work, id)).source, (await now(house, work, id)).version], ['One and two.', 2])
  await oriel.visit(paths.chapterEdit(work, id))
  await oriel.submit(paths.chapterEdit(work, id), { text: 'Changed since.', do: 'draft' })
  const again = await oriel.post(at, { ...fields, text: 'One and three.' })
  assert.equal(again.status, 409)
  const html = await again.text()
  assert.match(html, /becomes a chapter of its own/)
  assert.equal(textIn(html), 'One and three.')
  assert.notEqual(/name="once" value="([^"]+)"/.exec(html)?.[1], new Map(Object.entries(fields)).get('once'))
  assert.equal((await now(house, work, id)).source, 'Changed since.')
})

test('a chapter without words that is put up stays a draft, in the form of that draft', async () => {
  const { house, work } = await begun()
  await using _ = house
  const oriel = await house.as('oriel')
  await oriel.visit(paths.newChapter(work))
  const told = await oriel.submit(paths.newChapter(work), { title: 'Empty', text: ' ', do: 'post' })
  assert.match(told.text, /There is no text in this chapter yet/)
  const draft = /action="(\/works\/\d+\/chapters\/\d+\/edit)"/.exec(told.html)?.[1] ?? assert.fail()
  await oriel.submit(draft, { text: 'Full.', do: 'post' })
  assert.match((await house.guest().visit(paths.workWhole(work))).text, /Full\./)
})

test('what was tidied is told, and what its writer leaves as it came is kept with the chapter and with each save', async () => {
  const { house, work, chapter, edit } = await begun()
  await using _ = house
  const oriel = await house.as('oriel')
  const text = '<p>One.</p><p></p><p>Two.</p><p>oOo</p><p>Three.</p>'
  await oriel.visit(edit)
  const looked = await oriel.submit(edit, { text, textForm: 'html', do: 'preview' })
  assert.match(looked.text, /Tidied.*“Preview” shows.*1 scene break made like all others/)
  const left = await oriel.submit(edit, { 'leave-scene-breaks': 'yes', do: 'preview' })
  assert.match(left.html, /<p>oOo<\/p>/)
  await oriel.submit(edit, { do: 'save' })
  assert.deepEqual((await now(house, work, chapter)).leave, ['scene-breaks'])
  assert.match((await oriel.visit(edit)).text, /As they came:/)
  assert.match((await house.guest().visit(paths.chapter(work, chapter))).html, /<p>oOo<\/p>/)
  await oriel.visit(edit)
  const { fields } = load((await oriel.visit(edit)).html).forms.find(({ action }) => action === edit) ?? assert.fail()
  const { 'leave-scene-breaks': _left, ...rest } = fields
  await oriel.post(edit, { ...rest, do: 'save' })
  assert.deepEqual((await now(house, work, chapter)).leave, [])
  await oriel.visit(asking(paths.chapterHistory(work, chapter), { version: '2' }))
  await oriel.submit(paths.chapterHistory(work, chapter), { version: '2' })
  assert.deepEqual((await now(house, work, chapter)).leave, ['scene-breaks'])
  const save = await house.act('oriel', (ctx) => openChapterSave(ctx, { work, chapter, version: 4 }))
  assert.deepEqual(save.leave, ['scene-breaks'])
})

test('a chapter is brought as a file, which never covers what was typed unasked', async () => {
  const { house, work } = await begun()
  await using _ = house
  const at = paths.newChapter(work)
  const send = async (said: Record<string, string>, file?: Uint8Array) =>
    sendForm(house, await house.as('oriel'), at, { said, ...(file ? { file } : {}) })
  const typed = { text: 'It rained. I typed this.', title: 'Rain', textForm: 'guess', do: 'draft' }
  const covered = await send(typed, docx())
  assert.equal(covered.status, 422)
  assert.equal(textIn(covered.html), typed.text)
  assert.match(covered.html, /There is a text in the field already/)
  const instead = await send({ ...typed, do: 'file' }, docx())
  assert.match(textIn(instead.html), /Nothing <em>burned<\/em>/)
  assert.match(instead.html, /name="title"[^>]*value="Rain"/)
  const first = await send({ text: '', textForm: 'guess', do: 'draft' }, docx())
  assert.match(textIn(first.html), /Nothing <em>burned<\/em>/)
  assert.equal((await send({ ...typed, do: 'file' })).status, 422)
})

test('what changed between two saves of a chapter is told in words, and one can be erased by its writer alone', async () => {
  const { house, work, chapter, edit } = await begun()
  await using _ = house
  const oriel = await house.as('oriel')
  const history = paths.chapterHistory(work, chapter)
  for (const [title, text] of [
    ['Bells', 'The bell rang once.\n\nA second paragraph.'],
    ['Two Bells', 'The bell rang once more.\n\nA second paragraph.'],
  ] as const) {
    await oriel.visit(edit)
    await oriel.submit(edit, { title, text, do: 'save' })
  }
  const third = await oriel.visit(asking(history, { version: '3' }))
  assert.match(third.text, /What changed since save 2/)
  assert.match(third.text, /taken out: Bells.*put in: Two Bells/)
  assert.match(third.text, /The bell rang once ?\[put in: more ?\]/)
  const toNow = await oriel.visit(asking(history, { version: '2', against: 'now' }))
  assert.match(toNow.text, /from this save to now.*\[put in: more ?\]/)
  const erasing = paths.chapterErasing(work, chapter, 2)
  for (const who of ['mara', 'ismay'] as const) {
    const other = await house.as(who)
    assert.equal((await other.visit(erasing)).status, 404)
    assert.equal((await other.visit(asking(history, { version: '2' }))).status, 404)
  }
  await oriel.visit(erasing)
  assert.match((await oriel.submit(erasing)).text, /Save 2 is erased/)
  assert.equal((await oriel.visit(asking(history, { version: '2' }))).status, 404)
  assert.match((await oriel.visit(asking(history, { version: '3' }))).text, /What changed since save 1/)
  await oriel.visit(paths.chapterErasing(work, chapter, 3))
  assert.match((await oriel.submit(paths.chapterErasing(work, chapter, 3))).text, /text as it is now/)
})
