// Secrets of 256 bits, of which only a hash is kept, and settings that come back as they were.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '#tests/support/open-house.ts'
import { realRandom } from './clock.ts'
import { readSetting, writeSetting } from './settings.ts'
import { formWord, makeToken, tokenHash } from './tokens.ts'

test('a token is 256 bits that fit into an address, and never the same twice', () => {
  const tokens = Array.from({ length: 100 }, () => makeToken(realRandom))
  for (const token of tokens) assert.match(token, /^[\w-]{43}$/)
  assert.equal(new Set(tokens).size, 100)
})

test('the hash of a token is its SHA-256, and the word of its forms is another thing altogether', () => {
  assert.equal(tokenHash('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  assert.match(formWord('abc'), /^[\w-]{43}$/)
  assert.notEqual(Buffer.from(formWord('abc'), 'base64url').toString('hex'), tokenHash('abc'))
  assert.notEqual(formWord('abc'), formWord('abd'))
})

test('no token of a session is kept as it is', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  const token = oriel.cookies.get('roundelay') ?? ''
  const [session] = await house.act({ kind: 'host' }, (ctx) => ctx.db.selectFrom('sessions').selectAll().execute())
  assert.equal(session?.token_hash, tokenHash(token))
  assert.ok(!JSON.stringify(session).includes(token))
})

test('a setting comes back as it was written, and the last word counts', async () => {
  await using house = await openHouse()
  await house.act({ kind: 'host' }, async (ctx) => {
    assert.equal(await readSetting(ctx.db, 'none'), undefined)
    for (const value of ['ä', 3, null, { a: [1, 2] }, false]) {
      await ctx.atomically('nothing', (tx) => writeSetting(tx, 'some', value))
      assert.deepEqual(await readSetting(ctx.db, 'some'), value)
    }
  })
})
