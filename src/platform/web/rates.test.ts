// So many tries in so much time, never more, and an honest word about when there is another.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMillis, type Instant, toInstant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { makeRates, networkOf, type Rate, type Rates } from './rates.ts'

const start = toInstant('2026-11-20T12:00:00.000Z')

function taken(rates: Rates, rate: Rate, now: Instant, what = 'a'): string {
  try {
    rates.take(what, rate, now)
    return 'taken'
  } catch (error) {
    assert.ok(error instanceof Refusal && error.kind === 'limit')
    return error.sentence
  }
}

const rate = { tries: 3, perSeconds: 60 }

test('after the tries are used up there is one more for each part of the time that passes', () => {
  const rates = makeRates()
  const at = (seconds: number): string => taken(rates, rate, addMillis(start, seconds * 1_000))
  assert.deepEqual([at(0), at(0), at(0)], ['taken', 'taken', 'taken'])
  assert.match(at(0), /Please wait 20 seconds and try again\.$/)
  assert.match(at(19), /Please wait 1 second and try again\.$/)
  assert.equal(at(20), 'taken')
  assert.match(at(20), /wait 20 seconds/)
  assert.deepEqual([at(3_600), at(3_600), at(3_600)], ['taken', 'taken', 'taken'])
  assert.match(at(3_600), /wait 20 seconds/)
})

test('a longer wait is told in minutes, and never as too short', () => {
  const rates = makeRates()
  const slow = { tries: 1, perSeconds: 1_210 }
  assert.equal(taken(rates, slow, start), 'taken')
  assert.match(taken(rates, slow, start), /wait 21 minutes/)
  assert.match(taken(rates, slow, addMillis(start, 1_125_000)), /wait 85 seconds/)
})

test('one who asks too much is nobody else’s concern', () => {
  const rates = makeRates()
  const one = { tries: 1, perSeconds: 60 }
  assert.equal(taken(rates, one, start, 'a'), 'taken')
  assert.notEqual(taken(rates, one, start, 'a'), 'taken')
  assert.equal(taken(rates, one, start, 'b'), 'taken')
})

test('a clock that is put back gives nothing away', () => {
  const rates = makeRates()
  for (let times = 0; times < 3; times += 1) assert.equal(taken(rates, rate, start), 'taken')
  assert.notEqual(taken(rates, rate, addMillis(start, -3_600_000)), 'taken')
  assert.notEqual(taken(rates, rate, start), 'taken')
})

test('never more than the tries and what has come back since; and whoever waits as told is let in', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 60 })
  const rateOf = fc.record({ tries: fc.integer({ min: 1, max: 8 }), perSeconds: fc.integer({ min: 1, max: 120 }) })
  fc.assert(
    fc.property(steps, rateOf, (pauses, some) => {
      const rates = makeRates()
      const times: number[] = []
      let millis = 0
      for (const pause of pauses) {
        millis += pause
        const said = taken(rates, some, addMillis(start, millis))
        if (said === 'taken') {
          times.push(millis)
          continue
        }
        const wait = /wait (\d+) (second|minute)/.exec(said)
        millis += Number(wait?.[1]) * (wait?.[2] === 'minute' ? 60_000 : 1_000)
        assert.equal(taken(rates, some, addMillis(start, millis)), 'taken')
        times.push(millis)
      }
      for (const [from, first] of times.entries()) {
        for (const [more, last] of times.slice(from).entries()) {
          const mayBe = some.tries + ((last - first) * some.tries) / (some.perSeconds * 1_000)
          assert.ok(more + 1 <= mayBe + 1e-6, `${more + 1} in ${last - first} ms`)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('addresses of one household count together', () => {
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
  for (const same of ['2001:db8:1:2::1', '2001:DB8:0001:2:aaaa::', '2001:db8:1:2:a:b:c:d', '2001:db8:1:2::1%eth0'])
    assert.equal(networkOf(same), '2001:db8:1:2::/64')
  assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0::/64')
  assert.equal(networkOf('::1'), '0:0:0:0::/64')
  assert.equal(networkOf('unknown'), 'unknown')
})

test('who tries passwords is told how long to wait, and gets the form back with the address in it', async () => {
  await using house = await openHouse()
  const guest = house.guest()
  const typed = { email: 'Somebody@example.org', password: 'a wrong one' }
  await guest.visit('/sign-in')
  for (let times = 0; times < 10; times += 1) assert.notEqual((await guest.post('/sign-in', typed)).status, 429)
  const answer = await guest.post('/sign-in', { ...typed, email: 'somebody@EXAMPLE.org' })
  assert.equal(answer.status, 429)
  const html = await answer.text()
  assert.match(html, /Please wait 2 minutes and try again\./)
  assert.match(html, /value="somebody@EXAMPLE\.org"/)
  assert.doesNotMatch(html, /a wrong one/)
  house.pass(120_000)
  assert.notEqual((await guest.post('/sign-in', typed)).status, 429)
})
