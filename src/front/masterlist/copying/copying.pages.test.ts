// What is copied out is what a guest sees, with whole addresses, and it says so to whoever sees more.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { load } from '#tests/support/html.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { fillListed, takeInCoast } from '#tests/world/listed.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

const copy = '/c/tidewater/rounds/lantern-season/masterlist/copy'

const blockIn = (html: string): string => {
  const inner = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? assert.fail('no block')
  return load(`<form><textarea name="block">${inner}</textarea></form>`).forms[0]?.fields['block'] ?? ''
}

test('the block leads back with whole addresses, in each form', async () => {
  await using house = await openHouse({ proxy: { publicUrl: new URL('https://tides.example/') } })
  const works = await fillListed(house, await takeInCoast(house))
  const block = async (as: string) => blockIn((await house.guest().visit(`${copy}?by=day&as=${as}`)).html)
  const address = `https://tides.example/works/${works['A Small One']}`
  const after = 'by Oriel Finch – stand-in; Drabble, 455 words; Teen; timing: Fog Signal'
  assert.ok((await block('html')).includes(`<li><a href="${address}">A Small One</a> ${after}</li>`))
  assert.ok((await block('markdown')).includes(`- [A Small One](${address}) ${after.replace(':', '\\:')}\n`))
  assert.ok((await block('bbcode')).includes(`[*][url=${address}]A Small One[/url] ${after}\n`))
  assert.ok((await block('text')).includes(`* A Small One\n  ${after}\n  ${address}\n`))
  assert.match(await block('html'), /The Long Way Round<\/a> by Oriel Finch came on Mon 16 Nov/)
  assert.match(await block('text'), /\n== Came afterwards\n\n\* Long After\n/)
})

test('without a public address, addresses begin as the page was asked for', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const { work } = await post(house, 'oriel')
  const response = await house.app.request(`http://fest.example${copy}`)
  assert.ok(blockIn(await response.text()).includes(`href="http://fest.example/works/${work}"`))
})

test('a mod copies what a guest sees, and is told what is left out', async () => {
  await using house = await openHouse()
  await fillListed(house, await takeInCoast(house))
  const guest = await house.guest().visit(copy)
  const mod = await (await house.as('mara')).visit(copy)
  assert.equal(blockIn(mod.html), blockIn(guest.html))
  assert.match(mod.text, /You see more than that: the name of one piece\. That is not in here\./)
  assert.doesNotMatch(guest.text, /You see more/)
  assert.match(guest.text, /as a guest sees it/)
})

test('pieces for members are not copied, and a member reads how many there are', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  await post(house, 'oriel', { said: saidOf({ title: 'For Us' }, { audience: 'members' }) })
  const { text, html } = await (await house.as('ismay')).visit(copy)
  assert.match(text, /You see more than that: one piece\./)
  assert.match(text, /No pieces yet that a guest can see/)
  assert.doesNotMatch(html, /For Us/)
})

test('the preview is the block, and nothing that somebody wrote becomes markup in it', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const evil = '</textarea><img src=x onerror=alert(1)><script>alert(1)</script>'
  await post(house, 'oriel', { said: saidOf({ title: evil, form: evil, timing: evil }) })
  for (const as of ['html', 'markdown', 'bbcode', 'text']) {
    const { html } = await house.guest().visit(`${copy}?as=${as}`)
    assert.doesNotMatch(html, /<img|<script>/, as)
    assert.ok(blockIn(html).includes('onerror'), as)
  }
})
