// The clock of a claim: whose midnight counts, how far grace goes, where the round's end lies, and which stretch a moment is in.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type ClaimDay, claimTimes, clockOf, momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import { addDays, type CalendarDay, toDay } from '#src/kit/days.ts'
import { recomputed } from '#src/kit/deadline.ts'
import { addMillis, toInstant } from '#src/kit/instants.ts'

function day(text: string): CalendarDay {
  return toDay(text) ?? assert.fail(text)
}

const usual: ClaimDay = {
  day: day('2026-11-12'),
  midnight: 'poster',
  posterZone: 'Pacific/Auckland',
  roundZone: 'Europe/Lisbon',
  graceDays: 1,
  lastFreeDay: day('2026-11-28'),
  lastPostingDay: day('2026-11-27'),
}

describe('the clock of a claim', () => {
  const times = momentsOf(claimTimes(usual))

  it('names each stretch from its first moment to just before its last', () => {
    const at = (text: keyof typeof times, millis: number) => clockOf(times, addMillis(times[text], millis))
    assert.deepEqual([at('start', -1), at('start', 0)], ['before', 'today'])
    assert.deepEqual([at('end', -1), at('end', 0)], ['today', 'grace'])
    assert.deepEqual([at('graceEnd', -1), at('graceEnd', 0)], ['grace', 'after-grace'])
    assert.deepEqual([at('roundEnd', -1), at('roundEnd', 0)], ['after-grace', 'round-over'])
  })

  it('lets grace win over a round that ends before it', () => {
    const odd = { ...times, roundEnd: addMillis(times.end, 1) }
    assert.equal(clockOf(odd, addMillis(times.end, 2)), 'grace')
    assert.equal(clockOf(odd, times.graceEnd), 'round-over')
  })

  it('has no "today" where the date was skipped', () => {
    const skipped = momentsOf(claimTimes({ ...usual, day: day('2011-12-30'), posterZone: 'Pacific/Apia' }))
    assert.equal(skipped.start, skipped.end)
    assert.equal(clockOf(skipped, skipped.start), 'grace')
  })
})

describe('the times of a claim', () => {
  it('follow the poster’s midnight, or the round’s', () => {
    assert.equal(claimTimes(usual).start.at, '2026-11-11T11:00:00.000Z')
    assert.equal(claimTimes({ ...usual, midnight: 'round' }).start.at, '2026-11-12T00:00:00.000Z')
    assert.equal(claimTimes({ ...usual, midnight: 'round' }).end.zone, 'Europe/Lisbon')
  })

  it('run from the first place where the day begins to the last where it ends, when everywhere counts', () => {
    const { start, end } = claimTimes({ ...usual, midnight: 'everywhere' })
    assert.equal(start.at, '2026-11-11T10:00:00.000Z')
    assert.equal(end.at, '2026-11-13T12:00:00.000Z')
  })

  it('give a grace of one day to the end of the next day, and none when it is nought', () => {
    const walls = (graceDays: number) => claimTimes({ ...usual, graceDays }).graceEnd.wall
    assert.deepEqual([walls(0), walls(1), walls(14)], ['2026-11-13', '2026-11-14', '2026-11-27'])
    for (const wrong of [-1, 15, 0.5, Number.NaN]) assert.throws(() => walls(wrong), RangeError)
  })

  it('end the round with the last free-for-all day and its grace', () => {
    assert.equal(claimTimes(usual).roundEnd.wall, '2026-11-30')
    assert.equal(claimTimes({ ...usual, lastFreeDay: usual.day }).roundEnd.wall, '2026-11-14')
  })

  it('land at the end of the round when no free-for-all day comes any more', () => {
    assert.equal(claimTimes({ ...usual, lastFreeDay: undefined }).roundEnd.wall, '2026-11-29')
    assert.equal(claimTimes({ ...usual, lastFreeDay: day('2026-11-01') }).roundEnd.wall, '2026-11-29')
  })

  it('never end the round before the grace of its last claim', () => {
    const odd = claimTimes({ ...usual, lastFreeDay: undefined, lastPostingDay: day('2026-11-01') })
    assert.deepEqual(odd.roundEnd, odd.graceEnd)
  })

  it('stand in order on any day, in any zone, under any rule', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(day('1990-01-01'), count))
    const zone = fc.constantFrom('UTC', 'Etc/GMT+12', ...Intl.supportedValuesOf('timeZone'))
    const rounds = fc.record({
      day: days,
      midnight: fc.constantFrom('poster', 'round', 'everywhere'),
      posterZone: zone,
      roundZone: zone,
      graceDays: fc.integer({ min: 0, max: 14 }),
      lastFreeDay: fc.option(days, { nil: undefined }),
      lastPostingDay: days,
    })
    fc.assert(
      fc.property(rounds, (round) => {
        const made = claimTimes(round)
        const times = momentsOf(made)
        assert.ok(times.start <= times.end && times.end <= times.graceEnd && times.graceEnd <= times.roundEnd)
        for (const deadline of Object.values(made)) assert.deepEqual(recomputed(deadline), deadline)
      }),
    )
  })

  it('are the same whenever they are asked for', () => {
    assert.equal(clockOf(momentsOf(claimTimes(usual)), toInstant('2026-11-12T10:59:59.999Z')), 'today')
    assert.equal(clockOf(momentsOf(claimTimes(usual)), toInstant('2026-11-12T11:00:00.000Z')), 'grace')
  })
})
