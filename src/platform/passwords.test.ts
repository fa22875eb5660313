// Passwords are kept as argon2id in the usual form, and no clock tells whether an account exists.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { realRandom } from './clock.ts'
import { hashPassword, isPassword } from './passwords.ts'

const words = 'lanterns on the water'

test('a hash is in the usual form, with its cost and a nonce of its own', async () => {
  const [one, other] = await Promise.all([hashPassword(words, realRandom), hashPassword(words, realRandom)])
  const form = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/
  assert.match(one, form)
  assert.match(other, form)
  assert.notEqual(one, other)
  assert.doesNotMatch(one, /lanterns/)
})

test('the right password is known again, however its letters were typed, and a wrong one is not', async () => {
  const stored = await hashPassword('pässword ﬁre', realRandom)
  assert.equal(await isPassword('pässword ﬁre', stored), true)
  assert.equal(await isPassword('pa\u0308ssword fire', stored), true)
  for (const wrong of ['Pässword fire', 'passwort', '', ' pässword fire', 'x'.repeat(500)])
    assert.equal(await isPassword(wrong, stored), false, wrong)
})

test('a hash from elsewhere, with another cost, is understood: a known one of the reference implementation', async () => {
  // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 24 -e
  const theirs = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  assert.equal(await isPassword('password', theirs), true)
  assert.equal(await isPassword('passwords', theirs), false)
})

test('what is no hash fits no password', async () => {
  const cut = (await hashPassword(words, realRandom)).slice(0, -1)
  for (const stored of [null, undefined, '', 'no password fits this', words, cut, '$argon2id$v=19$m=19456,t=2,p=1$$'])
    assert.equal(await isPassword(words, stored), false, String(stored))
})

// Counted in work done, not in time passed: whatever else the machine is doing has no say in it.
test('for an account that does not exist as much work is done as for one that does', async () => {
  const stored = await hashPassword(words, realRandom)
  const least = async (of: string | undefined): Promise<number> => {
    let best = Number.POSITIVE_INFINITY
    for (let times = 0; times < 7; times += 1) {
      const before = process.cpuUsage()
      await isPassword('a wrong one', of)
      const { user, system } = process.cpuUsage(before)
      best = Math.min(best, user + system)
    }
    return best
  }
  const [known, unknown] = [await least(stored), await least(undefined)]
  assert.ok(unknown > known / 2 && unknown < known * 2, `${known} and ${unknown} microseconds of work`)
})
