// The pages of leaving and coming back: nothing happens by opening one, and the last word needs the password.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { refused } from '#tests/world/deeds.ts'
import { full, givePassword, password, seen } from '#tests/world/leaving.ts'
import { accountOf } from '#tests/world/tidewater.ts'
import { leaveSite } from './leaving.ts'

test('a session alone is not enough: the password is asked, and whoever has none signs in anew', async () => {
  await using house = await openHouse()
  await givePassword(house, 'oriel')
  const wrong = house.act('oriel', (ctx) => leaveSite(ctx, { works: 'named', password: 'something else' }))
  assert.equal((await refused(wrong)).about, 'password')
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('accounts').set({ password_hash: null }).where('id', '=', accountOf('oriel')).execute(),
    ),
  )
  const oriel = await house.as('oriel')
  const lastWord = `${paths.leavingLastWord}?works=named`
  house.pass(16 * 60_000)
  await oriel.visit(lastWord)
  assert.match((await oriel.submit(paths.leavingLastWord)).text, /Sign out and in again/)
  const again = await house.as('oriel')
  await again.visit(lastWord)
  assert.match((await again.submit(paths.leavingLastWord)).text, /You have left/)
})

test('on pages: three choices, the works as books, the last word, and the way back', async () => {
  await using house = await openHouse()
  const told = await full(house)
  await givePassword(house, 'oriel')
  assert.match((await house.guest().visit(paths.accountLeaving)).text, /Sign in/)
  const oriel = await house.as('oriel')
  const page = await oriel.visit(paths.accountLeaving)
  for (const work of Object.values(told)) assert.ok(page.html.includes(paths.workEpub(work)))
  assert.match(page.text, /It stays, with my name.*It stays, without my name.*It goes with me/)
  await oriel.visit(`${paths.leavingLastWord}?works=nameless`)
  const refusedPage = await oriel.submit(paths.leavingLastWord, { password: 'not it' })
  assert.equal(refusedPage.status, 422)
  assert.match(refusedPage.text, /not the password/)
  assert.match(await seen(house, paths.work(told.kept)), /Oriel/)
  assert.match((await oriel.submit(paths.leavingLastWord, { password })).text, /You have left/)
  assert.doesNotMatch(await seen(house, paths.work(told.kept)), /Oriel/)
  await oriel.visit(paths.comingBack)
  const typed = { email: 'oriel@example.org', password: 'not it' }
  assert.match((await oriel.submit(paths.comingBack, typed)).text, /No account that was closed/)
  assert.match((await oriel.submit(paths.comingBack, { ...typed, password })).text, /Welcome back/)
  assert.match(await seen(house, paths.work(told.kept)), /Oriel/)
})

test('opening the page of the last word changes nothing, and without a choice it leads back', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  assert.match((await oriel.visit(paths.leavingLastWord)).text, /Leaving this site/)
  assert.match((await oriel.visit(`${paths.leavingLastWord}?works=deleted`)).text, /Leave now/)
  assert.match((await oriel.visit('/mine')).text, /Your days/)
})
