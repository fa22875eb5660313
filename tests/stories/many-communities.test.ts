// One community, three, thirty: the masthead stays short, the first page shows where something happens, and all are found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foundCommunity } from '#src/people/communities/communities.ts'
import { joinCommunity } from '#src/people/communities/joining/joining.ts'
import { openRound, planRound } from '#src/fests/rounds/rounds.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Seen } from '#tests/support/visitor.ts'
import { day, lanterns } from '#tests/world/tidewater.ts'

async function found(house: TestHouse, count: number): Promise<string[]> {
  const slugs: string[] = []
  for (let at = 1; at <= count; at += 1) {
    const said = { name: `Harbour ${at}`, about: `About the ${at}th harbour.`, zone: 'UTC' }
    slugs.push((await house.act('mara', (ctx) => foundCommunity(ctx, said))).slug)
  }
  return slugs
}

const wordsOf = ({ html }: Seen): string[] =>
  [...(/<nav aria-label="Main">.*?<\/nav>/s.exec(html)?.[0] ?? '').matchAll(/<a [^>]*>([^<]*)</g)].map(
    ([, word = '']) => word,
  )

test('with up to three, each has its word and its rounds on the first page', async () => {
  await using house = await openHouse()
  const guest = house.guest()
  assert.deepEqual(wordsOf(await guest.visit('/')), ['Today', 'Tidewater'])
  await found(house, 2)
  const page = await guest.visit('/')
  assert.deepEqual(wordsOf(page), ['Today', 'Tidewater', 'Harbour 1', 'Harbour 2'])
  assert.match(page.text, /Tidewater The community Tidewater Lantern Season.*Harbour 1.*No round yet.*Harbour 2/)
  assert.doesNotMatch(page.text, /More communities/)
})

test('with thirty, a guest has one word for all of them, and the first page shows those with a round', async () => {
  await using house = await openHouse()
  const slugs = await found(house, 29)
  const guest = house.guest()
  const page = await guest.visit('/')
  assert.deepEqual(wordsOf(page), ['Today', 'Communities'])
  assert.match(page.text, /Lantern Season.*More communities.*Harbour 1 .*Harbour 12 And 17 more/)
  assert.doesNotMatch(page.text, /No round yet/)
  const all = await guest.visit('/communities')
  for (const slug of slugs) assert.match(all.html, new RegExp(`href="/c/${slug}"`))
  assert.match(all.text, /About the 29th harbour\. 1 member/)
})

test('with thirty, one’s own come first: in the masthead, on the first page and in the list', async () => {
  await using house = await openHouse()
  await found(house, 29)
  await house.act('oriel', (ctx) => joinCommunity(ctx, 'harbour-7'))
  const dates = { first: day('2026-12-01'), last: day('2026-12-05') }
  await house.act('mara', async (ctx) => {
    for (const slug of ['harbour-3', 'harbour-7']) {
      const { slug: round } = await planRound(ctx, slug, { ...lanterns, ...dates, name: `Fog at ${slug}` })
      await openRound(ctx, slug, round)
    }
  })
  const oriel = await house.as('oriel')
  const page = await oriel.visit('/')
  assert.deepEqual(wordsOf(page), ['Today', 'Tidewater', 'Harbour 7', 'All communities'])
  assert.match(page.text, /Lantern Season.*Fog at harbour-7.*Fog at harbour-3.*More communities/)
  assert.match((await oriel.visit('/communities')).text, /Yours Harbour 7 .*Tidewater .*The others Harbour 1 /)
})

test('a new community and a new name are in the masthead of the next guest', async () => {
  await using house = await openHouse()
  const guest = house.guest()
  await guest.visit('/c/tidewater/announcements')
  await found(house, 1)
  assert.deepEqual(wordsOf(await guest.visit('/c/tidewater/announcements')), ['Today', 'Tidewater', 'Harbour 1'])
})
