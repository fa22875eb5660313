// What holds for every claim, every event and every moment: the table has an answer, and only the one that its rows allow.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { ClaimTimes } from '#src/fests/claims/table/claim-clock.ts'
import type { ClaimEvent } from '#src/fests/claims/table/claim-events.ts'
import { NO, NOT_FROM } from '#src/fests/claims/table/claim-refusals.ts'
import { CLAIM_STATES, type Claim, standingAt } from '#src/fests/claims/table/claim-states.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { addMillis, daysLong, hours, type Instant, toInstant } from '#src/kit/instants.ts'

const BASE = toInstant('2026-11-12T00:00:00.000Z')
const RUNS = { numRuns: 3000 }

const by = fc.constantFrom('holder', 'mod')
const remaining = fc.record({ main: fc.boolean(), part: fc.boolean() })
const claimingOpen = fc.constantFrom('not-yet', 'open', 'over', 'never')
const reason = fc.constantFrom('', '  ', 'It came by mail.')
const part = fc.constantFrom('main', 'part')

// Four moments in order, some of them equal, and now and then a round that ends before its grace.
const times: fc.Arbitrary<ClaimTimes> = fc
  .tuple(fc.constantFrom(0, 23, 24, 25, 50), fc.constantFrom(0, 24, 336), fc.constantFrom(-24, 0, 1, 400))
  .map(([day, grace, rest]) => ({
    start: BASE,
    end: addMillis(BASE, hours(day)),
    graceEnd: addMillis(BASE, hours(day + grace)),
    roundEnd: addMillis(BASE, hours(day + grace + rest)),
  }))

const claims: fc.Arbitrary<Claim> = fc.record({
  state: fc.constantFrom('none', ...CLAIM_STATES),
  times,
  pieces: fc.record({
    main: fc.constantFrom('none', 'scheduled', 'up'),
    part: fc.constantFrom('none', 'scheduled', 'up'),
    standIn: fc.boolean(),
  }),
  saidLater: fc.boolean(),
})

// Moments crowd around the four edges, where mistakes are.
function momentsOf(claim: Claim): fc.Arbitrary<Instant> {
  const edge = fc.constantFrom(...Object.values(claim.times))
  const away = fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -daysLong(40), max: daysLong(40) }))
  return fc.tuple(edge, away).map(([at, millis]) => addMillis(at, millis))
}

function eventsAround(at: fc.Arbitrary<Instant>): fc.Arbitrary<ClaimEvent> {
  return fc.oneof(
    fc.record({ kind: fc.constant('claim'), by, claimingOpen, placeLeft: fc.boolean(), underLimit: fc.boolean() }),
    fc.record({ kind: fc.constant('move'), by, toOpen: claimingOpen, toPlaceLeft: fc.boolean() }),
    fc.record({
      kind: fc.constant('give-back'),
      by,
      waitingList: fc.boolean(),
      claimingOpen,
      freedPlaceRule: fc.constantFrom('stays-open', 'free-for-all', 'backups'),
    }),
    fc.record({
      kind: fc.constant('restore'),
      by,
      gaveBackAt: at,
      from: fc.constantFrom('held', 'later'),
      placeLeft: fc.boolean(),
    }),
    fc.record({ kind: fc.constantFrom('say-later', 'unsay-later', 'leave'), by }),
    fc.record({
      kind: fc.constant('hand-in'),
      by,
      role: fc.constantFrom('main', 'part', 'stand-in', 'extra'),
      handedInAt: at,
      when: fc.constantFrom('on-the-day', 'now'),
      allowsEarly: fc.boolean(),
      freeForAllToday: fc.boolean(),
      laterRule: fc.constantFrom('waits', 'at-once'),
      nextFreeDayAt: fc.option(at, { nil: undefined }),
      afterRound: fc.constantFrom('always', 'until-next', 'ask-mods'),
      nextRoundOpen: fc.boolean(),
    }),
    fc.record({ kind: fc.constantFrom('let-through', 'hide', 'grace-passes', 'round-ends') }),
    fc.record({ kind: fc.constant('withdraw-main'), by, remaining }),
    fc.record({ kind: fc.constant('restore-main'), by, withdrawnAt: at }),
    fc.record({ kind: fc.constant('not-counted'), reason, remaining }),
    fc.record({ kind: fc.constant('counted-again'), role: part }),
    fc.record({ kind: fc.constant('set'), to: fc.constantFrom(...CLAIM_STATES), reason }),
    fc.record({ kind: fc.constant('goes-live'), role: part, dueAt: at }),
  )
}

type Case = { readonly claim: Claim; readonly event: ClaimEvent; readonly now: Instant }

const cases: fc.Arbitrary<Case> = claims.chain((claim) =>
  fc.record({ claim: fc.constant(claim), event: eventsAround(momentsOf(claim)), now: momentsOf(claim) }),
)

const TIME_EVENTS = ['goes-live', 'grace-passes', 'round-ends']

function isTimeEvent({ event }: Case): boolean {
  return TIME_EVENTS.includes(event.kind)
}

describe('from every state, at every moment, every event', () => {
  it('gives a state of the table, a sentence, or a reason why nothing happens', () => {
    fc.assert(
      fc.property(cases, ({ claim, event, now }) => {
        const result = turn(claim, event, now)
        if (result.kind === 'turned') {
          assert.ok(CLAIM_STATES.includes(result.to))
          assert.equal(new Set(result.effects).size, result.effects.length)
        } else if (result.kind === 'refused') {
          assert.match(result.refusal.sentence, /^[A-Z].*\.$/)
          assert.match(result.refusal.code, /^claim\/[a-z-]+$/)
        } else assert.ok(['not-yet', 'not-concerned'].includes(result.why))
      }),
      RUNS,
    )
  })

  it('changes nothing by itself, and is answered the same when asked again', () => {
    fc.assert(
      fc.property(cases, ({ claim, event, now }) => {
        const before = JSON.stringify([claim, event])
        const first = turn(claim, event, now)
        assert.deepEqual(turn(claim, event, now), first)
        assert.equal(JSON.stringify([claim, event]), before)
        if (first.kind === 'refused') assert.deepEqual(Object.keys(first).sort(), ['kind', 'refusal'])
      }),
      RUNS,
    )
  })

  it('answers people, and never argues with a clock', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const result = turn(one.claim, one.event, one.now)
        if (isTimeEvent(one)) assert.notEqual(result.kind, 'refused')
        else if (one.event.kind !== 'hide' && one.event.kind !== 'hand-in') assert.notEqual(result.kind, 'nothing')
      }),
      RUNS,
    )
  })
})

describe('the clock', () => {
  it('never turns a claim before its moment, and stamps each turn with it', () => {
    fc.assert(
      fc.property(cases.filter(isTimeEvent), ({ claim, event, now }) => {
        const result = turn(claim, event, now)
        if (result.kind !== 'turned') return
        assert.ok(result.dueAt !== undefined && result.dueAt <= now)
        if (event.kind === 'grace-passes') assert.equal(result.dueAt, claim.times.graceEnd)
        if (event.kind === 'round-ends')
          assert.ok(result.dueAt >= claim.times.roundEnd && result.dueAt >= claim.times.graceEnd)
      }),
      RUNS,
    )
  })

  it('settles: the same time event a second time does not send a second mail', () => {
    fc.assert(
      fc.property(cases.filter(isTimeEvent), ({ claim, event, now }) => {
        const first = turn(claim, event, now)
        if (first.kind !== 'turned') return
        const again = turn({ ...claim, state: first.to }, event, now)
        const mails = again.kind === 'turned' ? again.effects.filter((effect) => effect.startsWith('mail-')) : []
        assert.deepEqual(mails, [])
      }),
      RUNS,
    )
  })

  it('leaves a claim in the state that people were answered by before the sweep came', () => {
    fc.assert(
      fc.property(
        claims.chain((claim) => fc.record({ claim: fc.constant(claim), now: momentsOf(claim) })),
        ({ claim, now }) => {
          let swept = claim
          for (const kind of ['grace-passes', 'round-ends'] as const) {
            const result = turn(swept, { kind }, now)
            if (result.kind === 'turned') swept = { ...swept, state: result.to }
          }
          assert.equal(swept.state, standingAt(claim, now))
        },
      ),
      RUNS,
    )
  })
})

describe('a claim', () => {
  it('leaves "kept" only when its piece is taken down, does not count, or a mod sets it', () => {
    fc.assert(
      fc.property(cases, ({ claim, event, now }) => {
        const result = turn({ ...claim, state: 'kept' }, event, now)
        if (result.kind !== 'turned' || result.to === 'kept') return
        assert.ok(result.row === 18 || result.row === 26)
        assert.ok(['withdraw-main', 'not-counted', 'set'].includes(event.kind))
      }),
      RUNS,
    )
  })

  it('stays kept whatever a mod hides', () => {
    fc.assert(
      fc.property(
        claims.chain((claim) => fc.record({ claim: fc.constant(claim), now: momentsOf(claim) })),
        ({ claim, now }) => {
          const result = turn({ ...claim, state: 'kept' }, { kind: 'hide' }, now)
          assert.ok(
            result.kind === 'turned' && result.row === 19 && result.to === 'kept' && result.effects.length === 0,
          )
        },
      ),
      RUNS,
    )
  })

  it('that is given back takes no scheduled piece live', () => {
    fc.assert(
      fc.property(cases, ({ claim, event, now }) => {
        const result = turn(claim, event, now)
        if (event.kind !== 'give-back' || result.kind !== 'turned') return
        const scheduled = claim.pieces.main === 'scheduled' || claim.pieces.part === 'scheduled'
        assert.equal(result.effects.includes('piece-back-to-draft'), scheduled)
        assert.ok(!result.effects.includes('piece-goes-up'))
        assert.equal(result.row === 7, now < claim.times.start && claim.state === 'held')
      }),
      RUNS,
    )
  })

  it('waits, is offered or is taken over by no event of these rows but the line, a mod, or nobody', () => {
    fc.assert(
      fc.property(cases, ({ claim, event, now }) => {
        const result = turn(claim, event, now)
        if (result.kind !== 'turned' || !['waiting', 'offered', 'taken-over'].includes(result.to)) return
        assert.ok(event.kind === 'set' || (event.kind === 'restore' && result.to === 'waiting'))
      }),
      RUNS,
    )
  })
})

describe('the sentences', () => {
  it('are whole, kind, and never say "late"', () => {
    const refusals = [...Object.values(NO), ...Object.values(NOT_FROM)]
    for (const { sentence } of refusals) {
      assert.match(sentence, /^[A-Z].*\.$/)
      assert.doesNotMatch(sentence, /\b(late|user|slot|submit|oops|sorry|failed)\b|!/i)
    }
    assert.equal(new Set(refusals.map(({ code }) => code)).size, refusals.length)
  })
})
