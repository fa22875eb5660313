// Adding a fandom and its timeline by page: who may, what is asked of writers before and after, and what a bad file is told.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { PersonName } from '#tests/world/people.ts'
import { where } from '#tests/world/tidewater.ts'

type Sent = { readonly name?: string; readonly csv?: string | Uint8Array<ArrayBuffer> }

/** As a browser sends a form with a file. */
async function bring(house: TestHouse, who: PersonName, page: string, { name, csv }: Sent) {
  const visitor = await house.as(who)
  const { html } = await visitor.visit(page)
  const body = new FormData()
  body.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '')
  if (name !== undefined) body.set('name', name)
  body.set('timeline', new File([csv ?? ''], csv === undefined ? '' : 'coast.csv', { type: 'text/csv' }))
  const answer = await house.app.request(`http://fest.example${page}`, {
    method: 'POST',
    body,
    headers: {
      host: 'fest.example',
      'sec-fetch-site': 'same-origin',
      cookie: `roundelay=${visitor.cookies.get('roundelay')}`,
    },
  })
  return { status: answer.status, html: await answer.text() }
}

const csv = 'kind,code,parent,title,aliases\nbook,1,,One,TDB\nchapter,1.1,1,Salt,\n'
const composer = paths.post(where.community, where.round)

test('where no fandom exists none is asked for; a mod adds one by its name, and writers can choose it', async () => {
  await using house = await openHouse({ at: '2026-11-15T12:00:00.000Z' })
  const oriel = await house.as('oriel')
  const fill = async (): Promise<string> => {
    await oriel.visit(composer)
    return (await oriel.submit(composer, { do: 'fill', text: 'A bell rang.' })).text
  }
  assert.doesNotMatch(await fill(), /[Ff]andom/)
  const mara = await house.as('mara')
  assert.match((await mara.visit(paths.headerTemplate(where.community))).html, /Add a fandom/)
  await mara.visit(paths.newFandom)
  const added = await mara.submit(paths.newFandom, { name: 'The Lantern Coast' })
  assert.match(added.text, /The Lantern Coast is added\. Writers can choose it now\..*It has no timeline yet/)
  const asked = await fill()
  assert.match(asked, /Still open: [^.]*fandom/)
  assert.match(asked, /The Lantern Coast/)
})

test('two fandoms cannot be called alike, and members add none', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(paths.newFandom)
  await mara.submit(paths.newFandom, { name: 'The Lantern Coast' })
  await mara.visit(paths.newFandom)
  const again = await mara.submit(paths.newFandom, { name: 'the lantern coast' })
  assert.equal(again.status, 422)
  assert.match(again.text, /Another fandom is called the lantern coast, or much like it/)
  const oriel = await house.as('oriel')
  assert.doesNotMatch((await oriel.visit(paths.fandoms)).text, /Add a fandom/)
  for (const page of [paths.newFandom, paths.fandomTimeline('the-lantern-coast')])
    assert.equal((await oriel.visit(page)).status, 403)
  assert.equal((await house.guest().visit(paths.newFandom)).status, 403)
})

test('a timeline comes with the fandom or afterwards; a fault in the file is told, and nothing is changed', async () => {
  await using house = await openHouse()
  const bad = await bring(house, 'mara', paths.newFandom, {
    name: 'The Lantern Coast',
    csv: 'kind,code,title\nbook,,One\n',
  })
  assert.equal(bad.status, 422)
  assert.match(bad.html, /Line 2: code is empty\./)
  const latin = await bring(house, 'mara', paths.newFandom, {
    name: 'The Coast',
    csv: new Uint8Array([0x6b, 0xe9, 0x0a]),
  })
  assert.match(latin.html, /This is not a text in UTF-8/)
  assert.match((await house.guest().visit(paths.fandoms)).text, /No fandom yet/)
  assert.equal((await bring(house, 'mara', paths.newFandom, { name: 'The Lantern Coast' })).status, 303)
  const to = paths.fandomTimeline('the-lantern-coast')
  assert.equal((await bring(house, 'mara', to, { csv })).status, 303)
  assert.match((await house.guest().visit(paths.fandom('the-lantern-coast'))).text, /Salt/)
})
