// A work says what others may make of it, in a line of its header.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '#src/schema/paths.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { post } from '#tests/world/pieces.ts'
import { readWishes, sayWishes } from './wish-words.ts'

test('wishes are a sentence, and nothing where nothing was said', () => {
  assert.equal(sayWishes({}), '')
  assert.equal(sayWishes({ podfic: 'welcome' }), 'Podfic welcome')
  assert.equal(
    sayWishes({ podfic: 'welcome', remix: 'welcome', translation: 'ask-first' }),
    'Podfic and remix welcome; please ask before a translation',
  )
  const all = { podfic: 'ask-first', translation: 'ask-first', remix: 'ask-first' } as const
  assert.equal(sayWishes(all), 'Please ask before a podfic, a translation or a remix')
  assert.deepEqual(readWishes('{"podfic":"never","remix":"welcome","other":"welcome"}'), { remix: 'welcome' })
})

test('its creators say it on a page of their own, and everybody reads it', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const { work } = await post(house, 'oriel')
  assert.equal((await (await house.as('mara')).visit(paths.workWishes(work))).status, 404)
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workWishes(work))
  const said = await oriel.submit(paths.workWishes(work), { podfic: 'welcome', translation: 'ask-first' })
  assert.match(said.text, /Wishes Podfic welcome; please ask before a translation/)
  const page = await oriel.visit(paths.workWishes(work))
  assert.match(page.html, /value="welcome"[^>]*checked|checked[^>]*value="welcome"/)
  const taken = await oriel.submit(paths.workWishes(work), { podfic: 'unsaid', translation: 'unsaid' })
  assert.doesNotMatch(taken.text, /Wishes/)
})
