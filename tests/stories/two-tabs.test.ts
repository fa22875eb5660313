// Two tabs, two devices, a browser that was closed: what was typed is offered, and no save covers another one unseen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openToEdit, savesOf } from '#src/library/works/work-saves.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { load } from '#tests/support/html.ts'
import { plainPost } from '#tests/support/posts.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { type } from '#tests/support/writing.ts'
import { where } from '#tests/world/tidewater.ts'

const post = paths.post(where.community, where.round)
const idOf = ({ path, text }: Seen): number =>
  Number(/\/works\/(\d+)/.exec(path)?.[1] ?? assert.fail(text.slice(0, 300)))

async function posted(who: Visitor): Promise<number> {
  await who.visit(post)
  await who.submit(post, { text: plainPost, do: 'read' })
  return idOf(await who.submit(post, { role: 'main', do: 'post' }))
}

const now = (house: TestHouse, work: number) => house.act('oriel', (ctx) => openToEdit(ctx, work))

test('the second of two who change a piece is told, shown what was saved, and may save over it knowingly', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const [one, other] = [await house.as('oriel'), await house.as('oriel')]
  const work = await posted(one)
  await one.visit(paths.workEdit(work))
  await other.visit(paths.workEdit(work))
  await one.submit(paths.workEdit(work), { text: 'The bell rang twice.', title: 'Bells', do: 'save' })
  const told = await other.submit(paths.workEdit(work), { text: 'The bell rang once.', do: 'save' })
  assert.equal(told.status, 409)
  assert.match(told.text, /saved somewhere else after you opened it/)
  assert.match(told.text, /The bell rang \[taken out: twice ?\] ?\[put in: once ?\]/)
  assert.match(told.html, /The bell rang once\./)
  assert.equal((await now(house, work)).source, 'The bell rang twice.')
  await other.submit(paths.workEdit(work), { do: 'save' })
  assert.equal((await now(house, work)).source, 'The bell rang once.')
  assert.equal((await house.act('oriel', (ctx) => savesOf(ctx, work))).length, 3)
})

test('the same press twice is one save, and nobody is told of themselves', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const oriel = await house.as('oriel')
  const work = await posted(oriel)
  const page = await oriel.visit(paths.workEdit(work))
  const { fields } = load(page.html).forms.find(({ action }) => action === paths.workEdit(work)) ?? assert.fail()
  const said = { ...fields, text: 'Once.', do: 'save' }
  for (let press = 0; press < 2; press += 1) assert.equal((await oriel.post(paths.workEdit(work), said)).status, 303)
  assert.equal((await now(house, work)).source, 'Once.')
})

test('a closed tab loses nothing: the typing is offered, brought back by its writer, and gone once it is saved', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const oriel = await house.as('oriel')
  const work = await posted(oriel)
  const page = await oriel.visit(paths.workEdit(work))
  assert.equal((await type(oriel, page, { text: 'The bell rang, and', title: 'Half' })).status, 200)
  const back = await oriel.visit(paths.workEdit(work))
  assert.match(back.text, /You typed more on Monday 16 November, 12:00.*Half: The bell rang, and/)
  const typed = /typed=\d+/.exec(back.html)?.[0] ?? assert.fail()
  const filled = await oriel.visit(`${paths.workEdit(work)}?${typed}`)
  assert.match(filled.html, /The bell rang, and/)
  assert.doesNotMatch(filled.text, /You typed more/)
  await oriel.submit(paths.workEdit(work), { do: 'save' })
  assert.equal((await now(house, work)).source, 'The bell rang, and')
  assert.doesNotMatch((await oriel.visit(paths.workEdit(work))).text, /You typed more/)
})

test('what is thrown away by its writer is gone', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const oriel = await house.as('oriel')
  const work = await posted(oriel)
  await type(oriel, await oriel.visit(paths.workEdit(work)), { text: 'Xylotyping' })
  const offered = await oriel.visit(paths.workEdit(work))
  const away = /\/typing\/\d+\/throwing-away/.exec(offered.html)?.[0] ?? assert.fail()
  assert.match((await oriel.submit(away)).text, /Thrown away/)
  assert.doesNotMatch((await oriel.visit(paths.workEdit(work))).html, /Xylotyping|You typed more/)
})

test('a new piece is kept before there is a work, offered on return, and becomes the work’s when it is posted', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const oriel = await house.as('oriel')
  const first = await oriel.visit(post)
  await type(oriel, first, { text: 'One', once: /name="once" value="([^"]+)"/.exec(first.html)?.[1] ?? '' })
  const second = await oriel.visit(post)
  assert.match(second.text, /You typed more.*One/)
  const typed = /typed=\d+/.exec(second.html)?.[0] ?? assert.fail()
  const back = await oriel.visit(`${post}?${typed}`)
  assert.match(back.html, /<textarea[^>]*>\s*One</)
  const composer = await oriel.submit(post, { do: 'fill', text: 'One whole piece.' })
  const kept = await type(oriel, composer, { text: 'One whole piece.', title: 'Whole' })
  const { number }: { number: number } = JSON.parse(await kept.text())
  const said = { title: 'Whole', text: 'One whole piece.', typing: String(number) }
  const work = idOf(await oriel.submit(post, { ...said, do: 'post' }))
  assert.doesNotMatch((await oriel.visit(post)).text, /You typed more/)
  assert.doesNotMatch((await oriel.visit(paths.workEdit(work))).text, /You typed more/)
})

test('what changed between two saves is told in words, and one save can be erased by its writer alone', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const oriel = await house.as('oriel')
  const work = await posted(oriel)
  for (const text of [
    'The bell rang once.\n\nA second paragraph.',
    'The bell rang once more.\n\nA second paragraph.',
  ]) {
    await oriel.visit(paths.workEdit(work))
    await oriel.submit(paths.workEdit(work), { text, do: 'save' })
  }
  const third = await oriel.visit(asking(paths.workHistory(work), { version: '3' }))
  assert.match(third.text, /What changed since save 2/)
  assert.match(third.text, /The bell rang once ?\[put in: more ?\]/)
  const toNow = await oriel.visit(asking(paths.workHistory(work), { version: '2', against: 'now' }))
  assert.match(toNow.text, /from this save to now.*\[put in: more ?\]/)
  for (const who of ['mara', 'ismay'] as const) {
    const visitor = await house.as(who)
    assert.equal((await visitor.visit(paths.workErasing(work, 2))).status, 404)
    assert.equal((await visitor.visit(asking(paths.workHistory(work), { version: '2' }))).status, 404)
  }
  await oriel.visit(paths.workErasing(work, 2))
  assert.match((await oriel.submit(paths.workErasing(work, 2))).text, /Save 2 is erased/)
  assert.equal((await oriel.visit(asking(paths.workHistory(work), { version: '2' }))).status, 404)
  assert.match((await oriel.visit(asking(paths.workHistory(work), { version: '3' }))).text, /What changed since save 1/)
  await oriel.visit(paths.workErasing(work, 3))
  assert.match((await oriel.submit(paths.workErasing(work, 3))).text, /text as it is now/)
  assert.equal((await house.act('oriel', (ctx) => savesOf(ctx, work))).length, 2)
})
