// What a round chose about pieces that come early, later or after it, as its writers meet it on the page where they post.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeRound } from '#src/fests/rounds/choices/changing-round.ts'
import { deleteRound } from '#src/fests/rounds/deletion.ts'
import {
  findRound,
  isFollowed,
  openRound,
  planRound,
  type RoundChoices,
  usualChoices,
} from '#src/fests/rounds/rounds.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { plainPost } from '#tests/support/posts.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { type Claimed, logOf, take } from '#tests/world/deeds.ts'
import { lanterns, where } from '#tests/world/tidewater.ts'

const choose = (house: TestHouse, choices: Partial<RoundChoices>): Promise<unknown> =>
  house.act('mara', (ctx) => {
    const { name, theme, graceDays, daysPerPerson } = lanterns
    const change = { name, theme, graceDays, daysPerPerson, ...usualChoices, ...choices }
    return changeRound(ctx, where.community, where.round, change)
  })

async function openNext(house: TestHouse): Promise<void> {
  await house.act('mara', async (ctx) => {
    const { slug } = await planRound(ctx, where.community, { ...lanterns, name: 'The Next One' })
    await openRound(ctx, where.community, slug)
  })
}

const postAt = (claim: Claimed): string => asking(paths.post(where.community, where.round), { claim: String(claim.id) })

async function compose(who: Visitor, claim: Claimed): Promise<Seen> {
  await who.visit(postAt(claim))
  return who.submit(postAt(claim), { text: plainPost, do: 'read' })
}

test('where a round allows it a writer is asked when: on its day, or now; elsewhere nobody is asked', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-05')
  const oriel = await house.as('oriel')
  assert.doesNotMatch((await compose(oriel, claim)).text, /Post now|Post on its day/)
  await choose(house, { allowsEarly: true })
  const asked = await compose(oriel, claim)
  assert.match(asked.text, /Post on its day Post now/)
  const up = await oriel.submit(postAt(claim), { role: 'main', do: 'now' })
  assert.match(up.text, /Received .*, on time/)
  assert.equal((await house.guest().visit(up.path)).status, 200)
  assert.equal((await logOf(house, claim)).at(-1), '10 hand-in holder held>kept')
})

test('a piece that is ready early and posted on its day waits for it', async () => {
  await using house = await openHouse()
  await choose(house, { allowsEarly: true })
  const claim = await take(house, 'oriel', '11-05')
  const oriel = await house.as('oriel')
  await compose(oriel, claim)
  const waits = await oriel.submit(postAt(claim), { role: 'main', do: 'post' })
  assert.match(waits.text, /It goes up by itself on Thursday 5 November/)
  assert.equal((await house.guest().visit(waits.path)).status, 404)
})

test('a page from before the round changed its mind is refused in a sentence, with everything still there', async () => {
  await using house = await openHouse()
  await choose(house, { allowsEarly: true })
  const claim = await take(house, 'oriel', '11-05')
  const oriel = await house.as('oriel')
  await compose(oriel, claim)
  await choose(house, {})
  const refusal = await oriel.submit(postAt(claim), { role: 'main', do: 'now' })
  assert.equal(refusal.status, 422)
  assert.match(refusal.text, /This one can be scheduled for the start of its day/)
  assert.match(refusal.html, /The first ledger was for the Board/)
})

test('after grace a piece waits for the next free for all, said so before it is posted, or goes up at once, as the round chose', async () => {
  for (const laterRule of ['waits', 'at-once'] as const) {
    await using house = await openHouse()
    await choose(house, { laterRule })
    const claim = await take(house, 'oriel', '11-05')
    house.at('2026-11-09T12:00:00.000Z')
    await house.runJobs()
    const oriel = await house.as('oriel')
    const composed = await compose(oriel, claim)
    const waits = /It goes up by itself on Monday 16 November, the next free-for-all day/
    if (laterRule === 'waits') assert.match(composed.text, waits)
    else assert.doesNotMatch(composed.text, waits)
    const posted = await oriel.submit(postAt(claim), { role: 'main', do: 'post' })
    assert.equal((await house.guest().visit(posted.path)).status, laterRule === 'waits' ? 404 : 200)
    const row = `17 hand-in holder later>${laterRule === 'waits' ? 'later' : 'kept'}`
    assert.equal((await logOf(house, claim)).at(-1), row)
  }
})

const cases = [
  { afterRound: 'always', isNextOpen: true, takes: true },
  { afterRound: 'until-next', isNextOpen: false, takes: true },
  { afterRound: 'until-next', isNextOpen: true, takes: false },
  { afterRound: 'ask-mods', isNextOpen: false, takes: false },
] as const

for (const { afterRound, isNextOpen, takes } of cases) {
  const when = isNextOpen ? 'once the next round is open' : 'before the next round'
  test(`a round that says “${afterRound}” ${takes ? 'takes' : 'does not take'} a piece after its end, ${when}`, async () => {
    await using house = await openHouse()
    await choose(house, { afterRound })
    const claim = await take(house, 'oriel', '11-05')
    house.at('2026-12-01T12:00:00.000Z')
    await house.runJobs()
    if (isNextOpen) await openNext(house)
    const oriel = await house.as('oriel')
    const page = await oriel.visit(paths.claim(where.community, where.round, claim.id))
    const isShut = afterRound === 'until-next' && isNextOpen
    assert.equal(/You can still post it/.test(page.text), !isShut)
    assert.equal(/Post your piece/.test(page.text), !isShut)
    assert.equal(/ask its mods/.test(page.text), afterRound === 'ask-mods')
    const calendar = await oriel.visit(paths.round(where.community, where.round))
    assert.equal(/Post your piece/.test(calendar.text), !isShut)
    await compose(oriel, claim)
    const posted = await oriel.submit(postAt(claim), { role: 'main', do: 'post' })
    assert.equal(posted.status, takes ? 200 : 422)
    if (takes) assert.equal((await logOf(house, claim)).at(-1), '23 hand-in holder closed>kept')
    else assert.match(posted.text, /takes no more pieces|The mods would like to be asked/)
  })
}

test('the next round is one that was opened afterwards: not an earlier one, not a plan, not a deleted one', async () => {
  await using house = await openHouse()
  const isFollowedBy = (round: string): Promise<boolean> =>
    house.act('mara', async (ctx) => isFollowed(ctx.db, (await findRound(ctx, where.community, round)).round))
  await house.act('mara', (ctx) => planRound(ctx, where.community, { ...lanterns, name: 'Only Planned' }))
  assert.equal(await isFollowedBy(where.round), false)
  house.pass(1_000)
  await openNext(house)
  assert.deepEqual([await isFollowedBy(where.round), await isFollowedBy('the-next-one')], [true, false])
  await house.act('mara', (ctx) => deleteRound(ctx, where.community, 'the-next-one'))
  assert.equal(await isFollowedBy(where.round), false)
})
