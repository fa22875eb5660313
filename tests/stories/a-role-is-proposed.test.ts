// What a writer says around their post proposes what the piece is to its day; the clock proposes too, and the writer decides.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, paths } from '#src/schema/paths.ts'
import { load } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { type Claimed, take } from '#tests/world/deeds.ts'
import { where } from '#tests/world/tidewater.ts'

const at = (claim: Claimed): string => asking(paths.post(where.community, where.round), { claim: String(claim.id) })

const story = 'The lamps were nine and then they were eight. June counted them twice.'

const postOf = (chatter: string): string => `${chatter}\n\nTitle: Nine Lamps\nRating: G\n\n${story}\n`

async function proposed(house: TestHouse, claim: Claimed, chatter: string, change: Record<string, string> = {}) {
  const oriel = await house.as('oriel')
  await oriel.visit(at(claim))
  const page = await oriel.submit(at(claim), { text: postOf(chatter), do: 'read', ...change })
  return load(page.html).forms.find(({ fields }) => 'title' in fields)?.fields['role']
}

test('on the day: what is still in the works, or will be ready for the free for all, makes this a stand-in', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T20:00:00.000Z')
  const cases = [
    ['My piece is still in the works, so here is a small offering.', 'stand-in'],
    ['The other one should be ready for the Free For All!', 'stand-in'],
    ['This is only the first part, the rest follows tonight.', 'part'],
    ['A bonus fic because the weather was good.', 'extra'],
    ['Happy day, everybody. I had fun with this.', 'main'],
  ] as const
  for (const [chatter, role] of cases) assert.equal(await proposed(house, claim, chatter), role, chatter)
})

test('once grace has passed, a post that speaks of the free for all is the piece itself', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-16T12:00:00.000Z')
  await house.runJobs()
  assert.equal(await proposed(house, claim, 'Finally, my piece for the Free For All.'), 'main')
})

test('what the writer chose stays, whatever the post says', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T20:00:00.000Z')
  assert.equal(
    await proposed(house, claim, 'The other one should be ready for the Free For All!', { role: 'main' }),
    'main',
  )
})
