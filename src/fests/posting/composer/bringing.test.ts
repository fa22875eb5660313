// On the pages: a file goes where a paste would have gone and never covers one unasked; what was tidied can be left as it came.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSave, openToEdit } from '#src/library/works/work-saves.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { bomb, docx } from '#tests/support/documents.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { sendForm, type Sent, textIn } from '#tests/support/writing.ts'
import { where } from '#tests/world/tidewater.ts'

const page = paths.post(where.community, where.round)

const send = async (house: TestHouse, sent: Sent, to = page) => sendForm(house, await house.as('oriel'), to, sent)

test('a file is read like a paste: its header fills the fields, its story the text', async () => {
  await using house = await openHouse()
  const { status, html } = await send(house, { said: { do: 'read', text: '' }, file: docx() })
  assert.equal(status, 200)
  assert.match(html, /name="title"[^>]*value="Tallow"/)
  assert.match(textIn(html), /Nothing <em>burned<\/em>/)
  assert.doesNotMatch(textIn(html), /Title:/)
})

test('a file never covers what was typed, until its writer says so', async () => {
  await using house = await openHouse()
  const typed = { text: 'It rained. I typed this.', do: 'read' }
  const { status, html } = await send(house, { said: typed, file: docx() })
  assert.equal(status, 422)
  assert.equal(textIn(html), typed.text)
  assert.match(html, /There is a text in the field already/)
  const instead = await send(house, { said: { ...typed, do: 'file' }, file: docx() })
  assert.match(textIn(instead.html), /Nothing <em>burned<\/em>/)
  const none = await send(house, { said: { ...typed, do: 'file' } })
  assert.equal(textIn(none.html), typed.text)
  assert.match(none.html, /No file was chosen/)
})

test('a file that cannot be read is refused beside its field, and what was typed is still there', async () => {
  await using house = await openHouse()
  const { status, html } = await send(house, { said: { do: 'file', text: 'Typed' }, file: bomb() })
  assert.equal(status, 422)
  assert.match(html, /far larger than any story/)
  assert.equal(textIn(html), 'Typed')
})

const disorder = '<p>One</p><p>&nbsp;</p><p>oOo</p><p>two</p>'

test('what was tidied is told, and what is to be left stays left through every save, and comes back with an old one', async () => {
  await using house = await openHouse()
  const said = { title: 'Tallow', kind: '', text: disorder, textForm: 'html', audience: 'everyone', role: 'main' }
  const { html } = await send(house, { said: { ...said, do: 'preview' } })
  assert.match(html, /1 scene break made like all others/)
  assert.match(html, /1 empty paragraph closed/)
  const { to } = await send(house, { said: { ...said, do: 'draft', 'leave-scene-breaks': 'yes' } })
  const work = Number(/work=(\d+)/.exec(to ?? '')?.[1])
  const kept = await house.act('oriel', (ctx) => openToEdit(ctx, work))
  assert.deepEqual([kept.source, kept.leave], [disorder, ['scene-breaks']])
  const again = await (await house.as('oriel')).visit(asking(page, { work: String(work) }))
  assert.match(again.html, /name="leave-scene-breaks" value="yes" checked/)
  assert.equal(await htmlOf(house, work), '<p>One</p><p>oOo</p><p>two</p>')
  await send(house, { said: { ...said, do: 'draft' } }, asking(page, { work: String(work) }))
  assert.equal(await htmlOf(house, work), '<p>One</p><hr><p>two</p>')
  const first = await house.act('oriel', (ctx) => openSave(ctx, work, 1))
  assert.deepEqual(first.leave, ['scene-breaks'])
})

const htmlOf = async (house: TestHouse, work: number): Promise<string | undefined> =>
  house.act(
    { kind: 'host' },
    async ({ db }) =>
      (await db.selectFrom('chapters').select('html').where('work_id', '=', work).executeTakeFirst())?.html,
  )

test('after a paste was read, its story is as it came, so that all that is tidied can be left', async () => {
  await using house = await openHouse()
  const { html } = await send(house, { said: { do: 'read', text: `<p>Title: Tallow<br>Author: mara</p>${disorder}` } })
  assert.match(textIn(html), /<p>oOo<\/p>/)
  assert.match(html, /1 empty paragraph closed/)
  const left = await send(house, { said: { do: 'read', text: textIn(html), title: 'Tallow', 'leave-empty': 'yes' } })
  assert.doesNotMatch(left.html, /1 empty paragraph closed/)
  assert.match(left.html, /As they came: empty paragraphs/)
})
