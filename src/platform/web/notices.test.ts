// The sentence that follows a redirect is said once, in whatever words, and never as markup.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '#tests/support/open-house.ts'

test('a notice is shown once, and only where it was left', async () => {
  await using house = await openHouse()
  const guest = house.guest()
  const answer = await guest.post('/zone', { zone: 'Europe/Lisbon' })
  assert.match(
    answer.headers.getSetCookie().join('\n'),
    /^notice=[^;]+; Max-Age=120; Path=\/; HttpOnly; SameSite=Lax$/m,
  )
  assert.match((await guest.visit('/')).text, /Times are shown as they are in Lisbon\./)
  assert.equal(guest.cookies.has('notice'), false)
  assert.doesNotMatch((await guest.visit('/')).text, /Times are shown as they are/)
  assert.doesNotMatch((await house.guest().visit('/')).text, /Times are shown as they are/)
})

test('words with accents and signs come through the cookie whole', async () => {
  await using house = await openHouse()
  house.app.get('/leave', async (c) => {
    const { leaveNotice } = await import('./notices.ts')
    leaveNotice(c, '“Ünö”; a=b, 100 % – 字 🌊')
    return c.redirect('/')
  })
  assert.match((await house.guest().visit('/leave')).text, /“Ünö”; a=b, 100 % – 字 🌊/)
})

test('a forged notice is words and nothing else, and not longer than a notice is', async () => {
  await using house = await openHouse()
  const guest = house.guest()
  guest.cookies.set('notice', encodeURIComponent(`<script>alert(1)</script><b onclick="x">${'y'.repeat(2_000)}`))
  const { html } = await guest.visit('/')
  assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;&lt;b onclick=/)
  assert.doesNotMatch(html, /<script>|<b onclick/)
  assert.doesNotMatch(html, /y{501}/)
  guest.cookies.set('notice', '%E0%A4%A')
  assert.equal((await guest.visit('/')).status, 200)
})
