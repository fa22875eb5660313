// The shelf: rounds that are over stand there as volumes, with as many pieces as the viewer may see, and nowhere among those under way.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openRound, planRound } from '#src/fests/rounds/rounds.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { day, lanterns, where } from '#tests/world/tidewater.ts'

const community = paths.community(where.community)

const spines = (html: string): string[] =>
  (/<ul class="shelf">.*?<\/ul>/s.exec(html)?.[0] ?? '')
    .split('<li')
    .slice(1)
    .map((spine) =>
      spine
        .replace(/^[^>]*>/, '')
        .replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )

async function planAnother(house: TestHouse, name: string, isOpened: boolean): Promise<void> {
  const dates = { first: day('2026-10-21'), last: day('2026-10-22') }
  await house.act('mara', async (ctx) => {
    const { slug } = await planRound(ctx, where.community, { ...lanterns, ...dates, name })
    if (isOpened) await openRound(ctx, where.community, slug)
  })
}

test('a round stands among those under way until its last day is over, and then on the shelf', async () => {
  await using house = await openHouse({ at: '2026-11-17T12:00:00.000Z' })
  const guest = house.guest()
  for (const address of [paths.home, community]) assert.deepEqual(spines((await guest.visit(address)).html), [])
  house.at('2026-11-18T12:00:00.000Z')
  for (const address of [paths.home, community]) {
    const { html, text } = await guest.visit(address)
    assert.deepEqual(spines(html), ['Lantern Season · 2026, 0 pieces'], address)
    assert.doesNotMatch(html, /round-row/)
    assert.match(text, /None is under way, and none is announced/)
  }
})

test('the newest comes first; a plan that nobody was shown is no volume', async () => {
  await using house = await openHouse({ at: '2026-11-20T12:00:00.000Z' })
  await planAnother(house, 'Small Hours', true)
  await planAnother(house, 'Never opened', false)
  for (const who of [house.guest(), await house.as('mara')])
    assert.deepEqual(
      spines((await who.visit(community)).html).map((spine) => spine.replace(/ ·.*/, '')),
      ['Lantern Season', 'Small Hours'],
    )
})

test('a volume counts what its reader may see, and not what is kept from them', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  await post(house, 'oriel')
  await post(house, 'ismay', { said: saidOf({ title: 'For members' }, { audience: 'members' }) })
  const { work } = await post(house, 'tane', { said: saidOf({ title: 'Kept back' }) })
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ is_unrevealed: 1 }).where('id', '=', work).execute(),
    ),
  )
  house.at('2026-11-18T12:00:00.000Z')
  const counted = async (who: Parameters<TestHouse['as']>[0] | 'guest') =>
    spines((await (who === 'guest' ? house.guest() : await house.as(who)).visit(community)).html)[0]
  assert.equal(await counted('guest'), 'Lantern Season · 2026, 1 piece')
  assert.equal(await counted('oriel'), 'Lantern Season · 2026, 2 pieces')
  assert.equal(await counted('mara'), 'Lantern Season · 2026, 3 pieces')
})

test('rounds of a community are bound in other cloth each, until their mods choose', async () => {
  await using house = await openHouse()
  await planAnother(house, 'Small Hours', true)
  await planAnother(house, 'Smaller Hours', true)
  const { html } = await house.guest().visit(community)
  assert.deepEqual(html.match(/round-row[^"]*/g)?.toSorted(), ['round-row', 'round-row ink-moss', 'round-row ink-woad'])
})
