// Recordings: links that say what they are, for whoever may see the work; never anything of another site within a page of ours.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { hasMoreThanText } from './more-than-text.ts'

const podfic = { kind: 'audio', url: 'https://sound.example/lamp.mp3', label: 'The Lamp, read by Tane', lasts: '12:40' }

async function withPodfic(isAdult = false): Promise<{ house: TestHouse; work: number }> {
  const house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const { work } = await post(house, 'oriel', { said: saidOf({}, { isAdult }) })
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workRecordings(work))
  const said = await oriel.submit(paths.workRecordings(work), podfic)
  assert.match(said.text, /Said\./)
  return { house, work }
}

test('a recording is a link that says what it is and how long, on the page, in the book and in the feed', async () => {
  const { house, work } = await withPodfic()
  await using _ = house
  const { html, text } = await house.guest().visit(paths.work(work))
  assert.match(
    html,
    /<a href="https:\/\/sound\.example\/lamp\.mp3" rel="nofollow noopener noreferrer external"[^>]*>The Lamp, read by Tane<\/a>/,
  )
  assert.match(text, /Audio, 12:40, at sound\.example/)
  assert.doesNotMatch(html, /<(?:audio|video|iframe|embed|object)\b/)
  const book = await house.app.request(`http://fest.example${paths.workEpub(work)}`)
  const pages = Object.values(unzipSync(new Uint8Array(await book.arrayBuffer()))).map((file) => strFromU8(file))
  assert.match(pages.join(''), /Audio, 12:40, at sound\.example, https:\/\/sound\.example\/lamp\.mp3/)
  const feed = await house.app.request('http://fest.example/c/tidewater/rounds/lantern-season/feed.atom')
  assert.match(await feed.text(), /The Lamp, read by Tane: Audio, 12:40, at sound\.example/)
})

test('an address begins with https, and without one the recording is not mentioned any more', async () => {
  const { house, work } = await withPodfic()
  await using _ = house
  const oriel = await house.as('oriel')
  for (const url of ['http://sound.example/a', 'javascript:alert(1)', 'sound.example/a']) {
    await oriel.visit(paths.workRecordings(work))
    const refused = await oriel.submit(paths.workRecordings(work), { ...podfic, at: '1', url })
    assert.equal(refused.status, 422, url)
    assert.match(refused.text, /not an address that begins with https/)
  }
  await oriel.visit(paths.workRecordings(work))
  await oriel.submit(paths.workRecordings(work), { ...podfic, at: '0', url: '' })
  assert.doesNotMatch((await house.guest().visit(paths.work(work))).html, /sound\.example/)
})

test('only its creators say them; whoever is asked first, or may not see the work, is not told', async () => {
  const { house, work } = await withPodfic(true)
  await using _ = house
  assert.equal((await (await house.as('mara')).visit(paths.workRecordings(work))).status, 404)
  assert.doesNotMatch((await house.guest().visit(paths.work(work))).html, /sound\.example/)
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ is_unrevealed: 1 }).where('id', '=', work).execute(),
    ),
  )
  for (const page of [paths.work(work), paths.workEpub(work), '/c/tidewater/rounds/lantern-season/feed.atom'])
    assert.doesNotMatch((await house.guest().visit(page)).html, /sound\.example/, page)
})

test('a vid can be the whole piece', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const oriel = await house.as('oriel')
  const to = `/c/tidewater/rounds/lantern-season/post?claim=${claim.id}`
  const said = { text: '', title: 'Lamps, a vid', kind: 'vid', textForm: 'guess', audience: 'everyone', role: 'main' }
  await oriel.visit(to)
  const draft = await oriel.submit(to, { ...said, do: 'draft' })
  assert.match(draft.text, /Kept as a draft/)
  const work = Number(/\/works\/(\d+)\/recordings/.exec(draft.html)?.[1])
  await oriel.visit(paths.workRecordings(work))
  await oriel.submit(paths.workRecordings(work), { ...podfic, kind: 'video' })
  assert.equal(await house.act('mara', (ctx) => hasMoreThanText(ctx, work)), false)
  await oriel.visit(`${to}&work=${work}`)
  const posted = await oriel.submit(`${to}&work=${work}`, { ...said, do: 'post' })
  assert.match(posted.text, /Lamps, a vid.*Video, 12:40, at sound\.example/s)
})
