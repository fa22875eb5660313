// The page of a work: every part in its place, and what only some may see shown to them alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from '#tests/support/html.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

test('a piece is read with its header, preface, epigraph, text and notes, and leads back to its round', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  const { status, text, html } = await house.guest().visit(`/works/${work}`)
  assert.equal(status, 200)
  const inOrder = [
    'A ficlet for Lantern Season',
    'Somebody Staying Up',
    'by Oriel Finch',
    'The light on the Head',
    'Posted 4 November 2026',
    'For Wednesday 4 November',
    'Timing Series 4',
    'Rating Teen',
    'Warnings none needed',
    'People Ines Marrable Ines/Tobias Wren',
    'Words 455',
    'Thanks to penny_post',
    'Preface My piece for this round',
    'A light isn’t a promise',
    'Tobias Wren, in',
    'The letter had got as far as Dear Tobias',
    'Notes Thanks to penny_post',
    'Also posted at journal.example',
  ]
  let at = 0
  for (const part of inOrder) {
    const found = text.indexOf(part, at)
    assert.ok(found >= at, `"${part}" in its place: ${text.slice(at, at + 200)}`)
    at = found
  }
  assert.match(html, /<s>You would have laughed\.<\/s>/)
  assert.match(html, /href="#story"/)
  assert.match(html, /href="\/c\/tidewater\/rounds\/lantern-season#day-2026-11-04"/)
  assert.doesNotMatch(text, /Edit this piece|Only you/)
})

test('what stands between texts is text: nothing that somebody wrote becomes markup outside the story', async () => {
  await using house = await openHouse()
  house.at('2026-11-16T12:00:00.000Z')
  const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>'
  const fields = {
    title: evil,
    summary: evil,
    preface: evil,
    epigraph: evil,
    epigraphBy: evil,
    notes: evil,
    form: evil,
  }
  const said = saidOf({ ...fields, timing: evil, header: { beta: evil, fandom: evil }, link: 'javascript:alert(1)' })
  const { work } = await post(house, 'oriel', {
    said: { ...said, tags: [{ kind: 'free', name: evil }], places: ['javascript:alert(2)'] },
  })
  const { html, status } = await house.guest().visit(`/works/${work}`)
  assert.equal(status, 200)
  assert.doesNotMatch(html, /<img|<script>|javascript:/)
})

test('a scheduled piece is its writer’s own, and says when it goes up', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const { work } = await post(house, 'oriel', { claim: claim.id })
  const { text } = await (await house.as('oriel')).visit(`/works/${work}`)
  assert.match(text, /Only you see this\. It goes up on Wednesday 4 November, 00:00 \(London\)\./)
  assert.match(text, /Edit this piece/)
  for (const visitor of [house.guest(), await house.as('mara')])
    assert.equal((await visitor.visit(`/works/${work}`)).status, 404)
})

test('a piece that stands elsewhere is a way there, which nobody is paid for', async () => {
  await using house = await openHouse()
  house.at('2026-11-16T12:00:00.000Z')
  const said = saidOf({ link: 'https://archive.example/works/9' })
  const { work } = await post(house, 'oriel', { said: { ...said, text: { ...said.text, html: '', words: 0 } } })
  const { html, text } = await house.guest().visit(`/works/${work}`)
  assert.match(text, /Read it at archive\.example/)
  assert.match(html, /href="https:\/\/archive\.example\/works\/9" rel="nofollow/)
  assert.doesNotMatch(text, /EPUB/)
})

test('from one piece the next and the one before can be reached, and no hidden one is between them', async () => {
  await using house = await openHouse()
  const works: number[] = []
  for (const [who, on] of [
    ['oriel', '11-04'],
    ['ismay', '11-05'],
    ['nour', '11-06'],
  ] as const) {
    const claim = await take(house, who, on)
    house.at(`2026-${on}T20:00:00.000Z`)
    works.push((await post(house, who, { claim: claim.id, said: saidOf({ title: `Of ${on}` }), when: 'now' })).work)
    house.at('2026-11-01T12:00:00.000Z')
  }
  house.at('2026-11-07T20:00:00.000Z')
  const [first, second, third] = works
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db
        .updateTable('works')
        .set({ is_unrevealed: 1 })
        .where('id', '=', second ?? 0)
        .execute(),
    ),
  )
  const page = await house.guest().visit(`/works/${first}`)
  assert.match(page.text, /Next, Friday 6 November Of 11-06/)
  assert.doesNotMatch(page.html, new RegExp(`/works/${second}\\b`))
  assert.ok(load(page.html).text.includes('Of 11-06') && page.html.includes(`/works/${third}"`))
  const asMod = await (await house.as('mara')).visit(`/works/${second}`)
  assert.match(asMod.text, /Only its creators and the mods see this for now/)
})
