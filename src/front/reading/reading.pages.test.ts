// Reading settings: for guests on their device, for people with their account; before anything is painted and without scripts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { where } from '#tests/world/tidewater.ts'

const round = paths.round(where.community, where.round)
const page = `${paths.reading}?back=${encodeURIComponent(round)}`
const chosen = {
  paper: 'sepia',
  face: 'atkinson',
  size: 'large',
  width: 'wide',
  leading: 'open',
  paragraphs: 'book',
  edges: 'justified',
}
const root = (html: string): string => /<html[^>]*>/.exec(html)?.[0] ?? ''

test('what a guest chooses stands on the root of every page from then on, and they are led back to where they were', async () => {
  await using house = await openHouse()
  const guest = house.guest()
  await guest.visit(page)
  const back = await guest.submit(paths.reading, chosen)
  assert.equal(back.path, round)
  for (const address of [round, paths.home, '/nothing/here'])
    for (const [part, choice] of Object.entries(chosen))
      assert.ok(root((await guest.visit(address)).html).includes(`data-${part}="${choice}"`), `${part} at ${address}`)
  assert.match((await guest.visit(page)).html, /value="justified" checked/)
  assert.match(guest.cookies.get('reading') ?? '', /^[\w.-]+$/)
})

test('what a person chooses is kept with the account, and holds where they sign in next', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  await oriel.visit(page)
  await oriel.submit(paths.reading, { ...chosen, edges: 'usual' })
  const elsewhere = await house.as('oriel')
  assert.match(root((await elsewhere.visit(round)).html), /data-size="large"/)
  assert.doesNotMatch(root((await elsewhere.visit(round)).html), /data-edges/)
  assert.equal(root((await house.guest().visit(round)).html), '<html lang="en">')
})

test('whoever wants everything as usual again gets it, whatever the device says', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  oriel.cookies.set('reading', 'size-largest')
  assert.match(root((await oriel.visit(round)).html), /data-size="largest"/)
  const usual = Object.fromEntries(Object.keys(chosen).map((part) => [part, 'usual']))
  await oriel.visit(page)
  await oriel.submit(paths.reading, usual)
  oriel.cookies.set('reading', 'size-largest')
  assert.doesNotMatch(root((await oriel.visit(round)).html), /data-/)
})

test('the buttons in the foot change the paper and nothing else', async () => {
  await using house = await openHouse()
  const guest = house.guest()
  guest.cookies.set('reading', 'paper-light.size-large')
  await guest.post(paths.paper, { paper: 'dark', back: round })
  assert.equal(guest.cookies.get('reading'), 'paper-dark.size-large')
  await guest.post(paths.paper, { paper: 'system', back: round })
  assert.equal(guest.cookies.get('reading'), 'size-large')
})

test('a choice that there is none of is refused beside its field, and a cookie that somebody wrote changes nothing', async () => {
  await using house = await openHouse()
  const guest = house.guest()
  await guest.visit(page)
  const again = await guest.submit(paths.reading, { size: 'enormous' })
  assert.equal(again.status, 422)
  assert.match(again.text, /Please choose one of these/)
  guest.cookies.set('reading', 'size-enormous.face-comic"><script>')
  assert.equal(root((await guest.visit(round)).html), '<html lang="en">')
})

test('the page of a work leads to the settings, and from there back to the work', async () => {
  await using house = await openHouse()
  const { html } = await house.guest().visit(round)
  assert.ok(html.includes(`href="${paths.reading}?back=${encodeURIComponent(round)}"`))
})
