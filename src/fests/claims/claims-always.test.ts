// What always holds of claims, whatever people do in whatever order: no day is overfull, nobody sits twice, no log lies.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { turnDueClaims } from '#src/fests/claims/claim-sweep.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { toInstant } from '#src/kit/instants.ts'
import { engineKind } from '#tests/support/database.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import {
  changeDay,
  type Claimed,
  enter,
  giveBack,
  move,
  type OnDay,
  onItsDayAfterAll,
  sayItLater,
  take,
  takeBack,
} from '#tests/world/deeds.ts'

const days = ['11-02', '11-03', '11-04'] as const satisfies readonly OnDay[]
const people = ['oriel', 'ismay', 'teuea', 'mara'] as const

const anyDay = fc.constantFrom(...days)
const anyone = fc.constantFrom(...people)
/** Which of the claims made so far, counted round. */
const anyClaim = fc.nat({ max: 7 })

const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('take' as const), who: anyone, on: anyDay }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), who: anyone, claim: anyClaim, on: anyDay }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('give-back' as const), who: anyone, claim: anyClaim }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take-back' as const), who: anyone, claim: anyClaim }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('say-later' as const), who: anyone, claim: anyClaim }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unsay-later' as const), who: anyone, claim: anyClaim }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('enter' as const),
      name: fc.constantFrom('Ann Teak', 'Oriel Finch'),
      on: anyDay,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(1, 13, 30, 100) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sweep' as const) }) },
)

type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

const byPress = {
  'give-back': giveBack,
  'take-back': takeBack,
  'say-later': sayItLater,
  'unsay-later': onItsDayAfterAll,
} as const

async function act(house: TestHouse, it: Deed, made: Claimed[]): Promise<void> {
  const chosen = 'claim' in it ? made[it.claim % Math.max(1, made.length)] : undefined
  if (it.kind === 'wait') return house.pass(it.hours * 3_600_000)
  if (it.kind === 'sweep') return house.act({ kind: 'clock' }, turnDueClaims)
  if (it.kind === 'take') return void made.push(await take(house, it.who, it.on))
  if (it.kind === 'enter') return void made.push(await enter(house, 'mara', it.name, it.on))
  if (!chosen) return
  if (it.kind === 'move') await move(house, it.who, chosen, it.on)
  else await byPress[it.kind](house, it.who, chosen)
}

type Rows = readonly Record<string, unknown>[]
type Kept = { readonly claims: Rows; readonly turns: Rows; readonly names: Rows; readonly days: Rows }

const read = (house: TestHouse): Promise<Kept> =>
  house.act({ kind: 'host' }, async ({ db }) => ({
    claims: await db.selectFrom('claims').selectAll().orderBy('id').execute(),
    turns: await db.selectFrom('claim_turns').selectAll().orderBy('id').execute(),
    names: await db.selectFrom('pen_names').selectAll().orderBy('id').execute(),
    days: await db.selectFrom('days').selectAll().orderBy('id').execute(),
  }))

/** A refusal is a sentence, and leaves everything as it was. */
async function tryIt(house: TestHouse, it: Deed, made: Claimed[], before: Kept): Promise<Kept> {
  try {
    await act(house, it, made)
    return await read(house)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    assert.match(error.sentence, /^\S.*\.$/su)
    const after = await read(house)
    assert.deepEqual(after, before, `refused, and changed something: ${JSON.stringify(it)}`)
    return after
  }
}

function check({ claims, turns, days: allDays }: Kept): void {
  const holding = claims.filter((claim) => claim.place !== null)
  for (const each of allDays) {
    const seated = holding.filter((claim) => claim.day_id === each.id)
    assert.ok(seated.length <= Number(each.places), `${String(each.on_day)} has more than its places`)
    assert.equal(new Set(seated.map((claim) => claim.pen_name_id)).size, seated.length, 'somebody sits twice')
    assert.ok(seated.every((claim) => Number(claim.place) <= Number(each.places)))
  }
  for (const claim of claims) {
    const last = turns.findLast((turn) => turn.claim_id === claim.id)
    assert.equal(last?.to_state, claim.state, 'the log ends elsewhere than the claim')
    assert.equal(claim.place === null, claim.state === 'given-back')
    assert.ok(claim.said_later === 0 || ['later', 'given-back'].includes(String(claim.state)), 'said of what is held')
    const moments = [claim.starts_at, claim.ends_at, claim.grace_at, claim.round_at].map(String)
    assert.deepEqual(moments, moments.toSorted())
  }
  chain(turns)
}

/** Every line of a log begins where the one before it ended, and none counts from a time to come. */
function chain(turns: Rows): void {
  const stands = new Map<unknown, unknown>()
  for (const turn of turns) {
    assert.equal(turn.from_state, stands.get(turn.claim_id) ?? 'none')
    assert.ok(toInstant(String(turn.counts_at)) <= toInstant(String(turn.made_at)))
    stands.set(turn.claim_id, turn.to_state)
  }
}

test('whatever people do in whatever order, days, people and logs stay true, and a refusal changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 6, maxLength: 22 }), async (deeds) => {
      await using house = await openHouse({ at: '2026-10-31T12:00:00.000Z' })
      await changeDay(house, '11-03', { places: 2 })
      const made: Claimed[] = []
      let kept = await read(house)
      for (const it of deeds) {
        kept = await tryIt(house, it, made, kept)
        check(kept)
      }
    }),
    // A house on PostgreSQL takes its time to build.
    { numRuns: engineKind === 'sqlite' ? 40 : 20 },
  )
})
