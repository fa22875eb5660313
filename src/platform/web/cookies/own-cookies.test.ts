// Two sites on one machine, at two ports, in one browser: neither signs the other out nor speaks for it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '#tests/support/open-house.ts'
import { isPersonal, markOf } from './own-cookies.ts'

test('sites at two ports of one host, and a demo at the port of a site, have names of their own', () => {
  const marks = [
    markOf('http://localhost:4026/mine', false),
    markOf('http://localhost:4027/mine', false),
    markOf('http://localhost:4026/mine', true),
    markOf('https://fest.example/mine', false),
    markOf('https://fest.example/mine', true),
  ]
  assert.deepEqual(marks, ['-4026', '-4027', '-4026-demo', '', '-demo'])
})

test('whoever is signed in at one port is a guest at another, and signing in there leaves them signed in here', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  const token = oriel.cookies.get('roundelay') ?? assert.fail('nobody is signed in')
  const ask = async (port: number, cookie: string): Promise<string> => {
    const host = `localhost:${port}`
    return (await house.app.request(`http://${host}/`, { headers: { host, cookie } })).text()
  }
  const both = `roundelay-4026=of-another-site; roundelay-4027=${token}`
  assert.match(await ask(4027, both), /Your days/)
  assert.doesNotMatch(await ask(4026, both), /Your days/)
  assert.doesNotMatch(await ask(4027, `roundelay=${token}`), /Your days/)
})

test('a page is never shared among those who bring something of their own, of this site or of a neighbour', () => {
  for (const cookies of [
    'roundelay=x',
    'a=b; key-4026=x',
    'adult-4027-demo=yes',
    'zone=Asia/Tokyo',
    'notice-demo=Done',
    'seen-4026=12',
  ])
    assert.equal(isPersonal(cookies), true, cookies)
  for (const cookies of ['', 'a=b', 'reading=size-large', 'badult=yes', 'keys=x'])
    assert.equal(isPersonal(cookies), false, cookies)
})
