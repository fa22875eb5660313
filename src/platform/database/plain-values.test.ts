// Nothing but plain values reaches a driver, and what is said about the others gives nothing of them away.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '#src/schema/tables.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { plainValues } from './plain-values.ts'

test('text, numbers, bytes and null pass as they are', () => {
  const plain = ['', 'ä 🌊', 0, -1, 1.5, 2n ** 60n, null, new Uint8Array([1]), Buffer.from('a')]
  assert.deepEqual(plainValues(plain), plain)
})

const others: readonly (readonly [unknown, string])[] = [
  [undefined, 'undefined'],
  [true, 'Boolean'],
  [new Date(0), 'Date'],
  [Temporal.Instant.fromEpochMilliseconds(0), 'Temporal.Instant'],
  [Temporal.PlainDate.from('2026-11-20'), 'Temporal.PlainDate'],
  [{ secret: 'hunter2' }, 'Object'],
  [['hunter2'], 'Array'],
  [() => 'hunter2', 'Function'],
  [Symbol('hunter2'), 'Symbol'],
  [Number.NaN, 'not a finite number'],
  [Number.POSITIVE_INFINITY, 'not a finite number'],
  ['hunter2\0', 'text with a NUL in it'],
]

test('for everything else there is a TypeError that names the place and the kind, and not the content', () => {
  for (const [value, kind] of others) {
    assert.throws(
      () => plainValues(['hunter2', value]),
      (error) =>
        error instanceof TypeError &&
        error.message === `Only text, numbers, bytes and null may be bound: parameter 2 is ${kind}`,
    )
  }
})

test('a query with such a value is never sent, and takes its transaction with it', async () => {
  await using house = await openHouse()
  // Kysely itself calls a function that it is given as a value.
  for (const [value, kind] of others.filter(([each]) => typeof each !== 'function')) {
    const sent = house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', async (tx) => {
        await sql`delete from settings`.execute(tx.db as Kysely<Tables>)
        await sql`select ${'a'} as a, ${value} as b`.execute(tx.db as Kysely<Tables>)
      }),
    )
    await assert.rejects(sent, new RegExp(`parameter 2 is ${kind}`))
  }
  const left = await house.act({ kind: 'host' }, (ctx) => ctx.db.selectFrom('settings').select('name').execute())
  assert.notDeepEqual(left, [])
})
