// Lists that are kept for guests are let go by whatever changes them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importCanon } from '#src/library/canon/fandoms.ts'
import { openPageCache } from '#src/platform/web/page-cache.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { giveBack, take } from '#tests/world/deeds.ts'
import { takeInCoast } from '#tests/world/listed.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

const round = '/c/tidewater/rounds/lantern-season'
const lists = [`${round}/masterlist`, `${round}/masterlist/copy`, '/fandoms/lantern-coast/works']

test('a list is kept until a piece comes, a day is given back, or the canon changes', async () => {
  const cache = openPageCache()
  await using house = await openHouse({ cache })
  const { at } = await takeInCoast(house)
  const claim = await take(house, 'nour', '11-06')
  house.at('2026-11-04T12:00:00.000Z')
  const ask = async (path: string): Promise<string> =>
    (await house.app.request(`http://fest.example${path}`, { headers: { host: 'fest.example' } })).text()
  const isKept = (path: string): boolean => cache.find(`fest.example  ${path}`) !== undefined
  const askAll = async (): Promise<void> => {
    for (const path of lists) {
      await ask(path)
      assert.ok(isKept(path), path)
    }
  }
  await askAll()
  house.at('2026-11-16T12:00:00.000Z')
  await post(house, 'oriel', { said: saidOf({ title: 'New Here', ...at('Fog Signal') }) })
  assert.deepEqual(lists.filter(isKept), [])
  for (const path of lists) assert.match(await ask(path), /New Here/)
  await giveBack(house, 'nour', claim)
  assert.deepEqual(lists.map(isKept), [false, false, true])
  await askAll()
  await house.act({ kind: 'host' }, (ctx) => importCanon(ctx, 'lantern-coast', 'The Lamp Coast', []))
  assert.match(await ask('/fandoms/lantern-coast/works'), /The Lamp Coast/)
})

test('what a mod reads is never kept', async () => {
  const cache = openPageCache()
  await using house = await openHouse({ cache, at: '2026-11-16T12:00:00.000Z' })
  await post(house, 'oriel', { said: saidOf({ title: 'For Us' }, { audience: 'members' }) })
  const mod = await house.as('mara')
  for (const path of lists.slice(0, 2)) {
    await mod.visit(path)
    assert.equal(cache.find(`fest.example  ${path}`), undefined)
    const { html } = await house.guest().visit(path)
    assert.doesNotMatch(html, /For Us/)
  }
})
