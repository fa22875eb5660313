// What the calendar, the masterlist and the first page say of pieces: titles where they may be read, and how each stands to its day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

const round = '/c/tidewater/rounds/lantern-season'
const titled = (title: string) => saidOf({ title })
const sentences = async (house: TestHouse): Promise<string> => (await house.guest().visit(`${round}?as=list`)).text

test('a day whose piece has come is shown by its title, which leads to the piece', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id, said: titled('Ballast') })
  assert.match(await sentences(house), /Wednesday 4 November: delivered; Ballast\./)
  const { html, text } = await house.guest().visit(round)
  assert.match(text, /delivered Ballast Oriel Finch/)
  assert.match(html, new RegExp(`href="/works/${work}"`))
  assert.match(text, /4 Nov Ballast Oriel Finch Ficlet, 455 Series 4/)
  assert.match(html, /<link rel="alternate" type="application\/atom\+xml"/)
})

test('a stand-in says that more is to come', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  await post(house, 'oriel', { claim: claim.id, role: 'stand-in', said: titled('A Small One') })
  assert.match(await sentences(house), /Wednesday 4 November: taken; A Small One, more to come\./)
  assert.match((await house.guest().visit(round)).text, /more to come A Small One Oriel Finch – more to come/)
})

test('a free-for-all day shows how many pieces it brought, and their titles', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  await post(house, 'oriel', { said: titled('Driftwood') })
  await post(house, 'ismay', { said: titled('Flotsam') })
  assert.match(await sentences(house), /Monday 16 November: free for all; 2 pieces: Driftwood and Flotsam\./)
  assert.match(
    (await house.guest().visit(round)).text,
    /free for all 2 pieces Driftwood Oriel Finch Flotsam ismay_writes/,
  )
})

test('the first page has what came up today and whose day it is; yesterday’s stands under what came lately', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  await take(house, 'nour', '11-05')
  house.at('2026-11-04T12:00:00.000Z')
  assert.match(
    (await house.guest().visit('/')).text,
    /Today in the rounds Tidewater Lantern Season , \d+ days left, until Tue 17 Nov Today is the day of Oriel Finch \./,
  )
  await post(house, 'oriel', { claim: claim.id, said: titled('Ballast') })
  const today = await house.guest().visit('/')
  assert.match(today.text, /Up today Ballast by Oriel Finch/)
  assert.doesNotMatch(today.text, /the day of/)
  house.at('2026-11-05T12:00:00.000Z')
  const { text } = await house.guest().visit('/')
  assert.doesNotMatch(text, /Up today/)
  assert.match(text, /Today is the day of Nour .+ Up lately before today, the newest first Ballast by Oriel Finch/)
  assert.match((await house.guest().visit('/c/tidewater')).text, /Newest pieces Ballast by Oriel Finch/)
})

test('the day of an anonymous piece names nobody, before it is revealed and after', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id, said: titled('Ballast') })
  const be = (is_unrevealed: 0 | 1) =>
    house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', ({ db }) =>
        db.updateTable('works').set({ is_unrevealed, is_anonymous: 1 }).where('id', '=', work).execute(),
      ),
    )
  await be(1)
  assert.match(await sentences(house), /Wednesday 4 November: taken\./)
  await be(0)
  assert.match(await sentences(house), /Wednesday 4 November: delivered; Ballast\./)
  assert.match((await (await house.as('mara')).visit(round)).text, /Ballast Oriel Finch/)
})

test('the first page marks a stand-in, and a piece leads to its masterlist', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const { work } = await post(house, 'oriel', { claim: claim.id, role: 'stand-in', said: titled('A Small One') })
  assert.match((await house.guest().visit('/')).text, /Up today A Small One stand-in by Oriel Finch/)
  assert.match(
    (await house.guest().visit(`/works/${work}`)).html,
    /href="\/c\/tidewater\/rounds\/lantern-season\/masterlist">(?:<svg.*?<\/svg>)? Masterlist/,
  )
})
