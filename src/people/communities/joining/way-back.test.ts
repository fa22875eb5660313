// Whoever joins, asks, signs in or makes an account on the way to something is in the end where they wanted to be, and never elsewhere.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepDraft } from '#src/fests/posting/posting.ts'
import { asking } from '#src/schema/paths.ts'
import { linkIn, openPost } from '#tests/support/mailed.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { choose } from '#tests/world/communities.ts'
import { refused, rowsOf, take } from '#tests/world/deeds.ts'
import { saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

const here = '/c/tidewater'
const round = `${here}/rounds/lantern-season`

test('joining on the page of a round leads back to that round, also past the rules', async () => {
  await using house = await openHouse()
  await choose(house, { rules: 'Be kind.' })
  const stranger = await house.as('stranger')
  await stranger.visit(round)
  const rules = await stranger.submit(`${here}/members`)
  assert.equal(rules.path, asking(`${here}/joining`, { back: round }))
  const joined = await stranger.submit(`${here}/members`)
  assert.deepEqual([joined.path, /You are a member of Tidewater now/.test(joined.text)], [round, true])
})

test('without a page that one came from, joining leads to the community', async () => {
  await using house = await openHouse()
  const stranger = await house.as('stranger')
  await stranger.visit(here)
  assert.equal((await stranger.submit(`${here}/members`)).path, here)
})

test('a way back that leads elsewhere is none', async () => {
  await using house = await openHouse()
  for (const elsewhere of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '\\\\evil.example',
  ]) {
    const stranger = await house.as('stranger')
    const page = await stranger.visit(asking(`${here}/joining`, { back: elsewhere }))
    assert.doesNotMatch(page.html, /evil\.example|alert\(/)
    const csrf = /name="_csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? ''
    const answer = await stranger.post(`${here}/members`, { _csrf: csrf, rules: 'read', back: elsewhere })
    assert.equal(answer.headers.get('location'), here)
  }
})

test('asking to join leads back to the round, and so does the mail with the yes', async () => {
  await using house = await openHouse({ mail: 'sent' })
  await choose(house, { joining: 'approval' })
  const stranger = await house.as('stranger')
  const page = await stranger.visit(round)
  const to = /href="(\/c\/tidewater\/joining[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? assert.fail()
  await stranger.visit(to)
  const asked = await stranger.submit(`${here}/requests`, { says: 'I keep a lamp.' })
  assert.equal(asked.path, round)
  assert.match(asked.text, /You have asked to join ?; the mods have yet to answer/)
  const mara = await house.as('mara')
  await mara.visit(`${here}/members`)
  await mara.submit(`${here}/requests/1`, { do: 'yes' })
  await house.runJobs()
  assert.equal(linkIn(await openPost(house).find('stranger@example.org')), round)
})

test('a refusal on the way to a day, or to posting, offers the way in with the way back', async () => {
  await using house = await openHouse()
  const [offer] = (await refused(take(house, 'stranger', '11-02'))).offers
  assert.deepEqual(offer, { label: 'Join Tidewater', post: `${here}/members`, fields: { back: round } })
  const draft = keepDraftAs(house)
  assert.deepEqual((await refused(draft)).offers[0]?.fields, { back: `${round}/post` })
  await choose(house, { joining: 'approval' })
  const [asks] = (await refused(take(house, 'stranger', '11-02'))).offers
  assert.deepEqual(asks, { label: 'Ask to join Tidewater', to: asking(`${here}/joining`, { back: round }) })
  const stranger = await house.as('stranger')
  const page = await stranger.visit(`${round}/post`)
  assert.match(page.html, /href="\/c\/tidewater\/joining\?back=%2Fc%2Ftidewater%2Frounds%2Flantern-season%2Fpost"/)
})

const keepDraftAs = (house: Awaited<ReturnType<typeof openHouse>>) =>
  house.act('stranger', (ctx) =>
    keepDraft(ctx, where, {
      said: saidOf(),
      work: undefined,
      claim: undefined,
      role: 'main',
      when: 'on-the-day',
      reservedName: undefined,
      onceKey: 'draft',
      pressedAt: house.now(),
      zone: undefined,
    }),
  )

test('a guest who makes an account on the way to the page of joining is on it afterwards, with the round behind it', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  const guest = house.guest()
  const page = await guest.visit(asking(`${here}/joining`, { back: round }))
  const to = /href="(\/sign-in[^"]*)"/.exec(page.html.slice(page.html.indexOf('<main')))?.[1] ?? assert.fail()
  const signIn = await guest.visit(to.replaceAll('&amp;', '&'))
  const signUp = /href="(\/sign-up[^"]*)"/.exec(signIn.html)?.[1] ?? assert.fail()
  await guest.visit(signUp.replaceAll('&amp;', '&'))
  const linnet = { name: 'Linnet', email: 'linnet@example.org', password: 'four words in a row', zone: 'UTC' }
  assert.match((await guest.submit('/sign-up', linnet)).text, /Join Tidewater.*A line to the mods/)
  assert.equal((await guest.submit(`${here}/requests`)).path, round)
})

test('signing in by a mailed link, or with a new password, leads there too', async () => {
  await using house = await openHouse({ mail: 'sent' })
  const post = openPost(house)
  for (const [asks, act, fields] of [
    ['/sign-in/by-mail', '/sign-in/link', {}],
    ['/sign-in/forgotten', '/sign-in/new-password', { password: 'five other words in a row' }],
  ] as const) {
    const visitor = house.guest()
    const page = await visitor.visit(asking('/sign-in', { back: round }))
    const to = new RegExp(`href="(${asks}[^"]*)"`).exec(page.html)?.[1] ?? assert.fail(page.html)
    await visitor.visit(to.replaceAll('&amp;', '&'))
    await visitor.submit(asks, { email: 'oriel@example.org' })
    await visitor.visit(linkIn(await post.find('oriel@example.org')))
    assert.equal((await visitor.submit(act, fields)).path, round)
  }
})

test('an invitation made on the page of a round leads whoever comes with it to that round', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'invitation' })
  const mara = await house.as('mara')
  await mara.visit(round)
  const made = await mara.submit(`${here}/invitations`)
  const to = /http:\/\/fest\.example([^\s]*\/invitation\?[^\s<]*)/.exec(made.text)?.[1] ?? assert.fail(made.text)
  const stranger = await house.as('stranger')
  await stranger.visit(to)
  assert.equal((await stranger.submit(`${here}/invitation`)).path, round)
  assert.equal((await stranger.visit(to)).path, round)
})

test('whoever asked can take it back: the mods no longer see it, and hear nothing of what was taken back at once', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  const stranger = await house.as('stranger')
  await stranger.visit(`${here}/joining`)
  await stranger.submit(`${here}/requests`, { says: 'I keep a lamp.' })
  assert.match((await stranger.visit(`${here}/joining`)).text, /have yet to answer.*You wrote: I keep a lamp\./)
  assert.match((await stranger.submit(`${here}/joining/taking-back`)).text, /Taken back\. You no longer ask to join/)
  await house.runJobs()
  assert.deepEqual(await rowsOf(house, 'mails'), [])
  assert.doesNotMatch((await (await house.as('mara')).visit(`${here}/members`)).text, /I keep a lamp/)
  await stranger.submit(`${here}/requests`, { says: 'I keep two lamps.' })
  await house.runJobs()
  assert.equal((await rowsOf(house, 'mails')).length, 1)
})

test('what the mods have answered is not taken back, and a mod who answers what was taken back lets nobody in', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  const [stranger, mara] = [await house.as('stranger'), await house.as('mara')]
  await stranger.visit(`${here}/joining`)
  await stranger.submit(`${here}/requests`)
  await stranger.visit(`${here}/joining`)
  await mara.visit(`${here}/members`)
  await stranger.submit(`${here}/joining/taking-back`)
  assert.match(
    (await mara.submit(`${here}/requests/1`, { do: 'yes' })).text,
    /answered already, or has been taken back/,
  )
  assert.match((await stranger.visit(here)).text, /6 members/)
  await stranger.visit(`${here}/joining`)
  await stranger.submit(`${here}/requests`)
  const waiting = await stranger.visit(`${here}/joining`)
  await mara.visit(`${here}/members`)
  await mara.submit(`${here}/requests/2`, { do: 'no' })
  const csrf = /name="_csrf" value="([^"]*)"/.exec(waiting.html)?.[1] ?? ''
  await stranger.post(`${here}/joining/taking-back`, { _csrf: csrf })
  assert.match((await stranger.visit(`${here}/joining`)).text, /The mods have said no for now/)
})

test('asking again and again is asked to wait, and says how long', async () => {
  await using house = await openHouse()
  await choose(house, { joining: 'approval' })
  const stranger = await house.as('stranger')
  for (let time = 0; time < 5; time += 1) {
    await stranger.visit(`${here}/joining`)
    await stranger.submit(`${here}/requests`)
    await stranger.visit(`${here}/joining`)
    await stranger.submit(`${here}/joining/taking-back`)
  }
  const refusal = await stranger.submit(`${here}/requests`, { says: 'Once more.' })
  assert.equal(refusal.status, 429)
  assert.match(refusal.text, /Please wait 12 minutes/)
  assert.match(refusal.html, /Once more\./)
})
