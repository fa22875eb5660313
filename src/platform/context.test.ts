// A ctx reads one moment; a transaction is all or nothing; and no query ever waits for a transaction it is part of.
import assert from 'node:assert/strict'
import { setImmediate as turn } from 'node:timers/promises'
import { test } from 'node:test'
import { inContext } from '#tests/world/tidewater.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { type Ctx, openContext, type Tx } from './context.ts'
import { readSetting, writeSetting } from './settings.ts'

const host = { kind: 'host' } as const

const asHost = <T>(house: TestHouse, work: (ctx: Ctx) => Promise<T>): Promise<T> => inContext(house.ground, host, work)

const set = (house: TestHouse, name: string, value: unknown): Promise<void> =>
  asHost(house, (ctx) => ctx.atomically('nothing', (tx) => writeSetting(tx, name, value)))

const read = (house: TestHouse, name: string): Promise<unknown> => asHost(house, (ctx) => readSetting(ctx.db, name))

const rowsIn = (house: TestHouse, table: 'changes' | 'jobs'): Promise<number> =>
  asHost(house, async (ctx) => {
    const { count } = await ctx.db
      .selectFrom(table)
      .select(ctx.db.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return count
  })

test('a query on the outer ctx inside a transaction throws at once, also after a pause and from deep inside', async () => {
  await using house = await openHouse()
  await asHost(house, async (ctx) => {
    const deep = async (): Promise<unknown> => {
      await turn()
      return [await Promise.all([1, 2].map(() => readSetting(ctx.db, 'a')))]
    }
    await ctx.atomically('nothing', async (tx) => {
      const before = performance.now()
      await assert.rejects(readSetting(ctx.db, 'a'), /inside a transaction: use the inner one/)
      await writeSetting(tx, 'a', 1)
      await turn()
      await assert.rejects(readSetting(ctx.db, 'a'), /inside a transaction/)
      await assert.rejects(deep(), /inside a transaction/)
      assert.ok(performance.now() - before < 1_000)
    })
    assert.equal(await readSetting(ctx.db, 'a'), 1)
  })
})

test('while one visitor is in a transaction, others read', async () => {
  await using house = await openHouse()
  await set(house, 'a', 1)
  await asHost(house, async (other) => {
    let opened = (): void => {}
    let finish = (): void => {}
    const isOpen = new Promise<void>((resolve) => (opened = resolve))
    const mayEnd = new Promise<void>((resolve) => (finish = resolve))
    const writing = asHost(house, (ctx) =>
      ctx.atomically('nothing', async (tx) => {
        await writeSetting(tx, 'a', 2)
        opened()
        await mayEnd
      }),
    )
    await isOpen
    assert.equal(await readSetting(other.db, 'a'), 1)
    finish()
    await writing
  })
})

test('a transaction that is over answers, announces and enqueues nothing more', async () => {
  await using house = await openHouse()
  const kept: Tx[] = []
  await asHost(house, (ctx) => ctx.atomically('nothing', async (tx) => void kept.push(tx)))
  await asHost(house, (ctx) =>
    ctx.atomically('nothing', (tx) => Promise.reject(new Error(`no ${kept.push(tx)}`))),
  ).catch(() => {})
  assert.equal(kept.length, 2)
  for (const tx of kept) {
    await assert.rejects(readSetting(tx.db, 'a'), /transaction is over/)
    assert.throws(() => tx.announce({ name: 'round.opened', round: 1 }), /transaction is over/)
    assert.throws(() => tx.enqueue({ kind: 'x', payload: {} }), /transaction is over/)
  }
})

test('a ctx whose visit is over holds on to no snapshot: it throws', async () => {
  await using house = await openHouse()
  const { ctx, end } = openContext(house.ground, host)
  await readSetting(ctx.db, 'a')
  await end()
  await end()
  for (let times = 0; times < 20; times += 1) await assert.rejects(readSetting(ctx.db, 'a'), /visit is over/)
  await assert.rejects(
    ctx.atomically('nothing', async () => {}),
    /visit is over/,
  )
  assert.equal(await read(house, 'a'), undefined)
})

test('visits that rest hold nothing: many more of them than there are connections wait at once, and read on afterwards', async () => {
  await using house = await openHouse()
  const visits = Array.from({ length: 30 }, () => openContext(house.ground, host))
  for (const { ctx, rest } of visits) {
    assert.equal(await readSetting(ctx.db, 'a'), undefined)
    await rest()
  }
  await set(house, 'a', 1)
  for (const { ctx, end } of visits) {
    assert.equal(await readSetting(ctx.db, 'a'), 1, 'of a later moment')
    await end()
  }
})

test('nobody rests inside a transaction', async () => {
  await using house = await openHouse()
  const { ctx, rest, end } = openContext(house.ground, host)
  await assert.rejects(
    ctx.atomically('nothing', () => rest()),
    /inside a transaction/,
  )
  await end()
})

test('a transaction inside another joins it: one commit, and what fails inside undoes the whole, even when caught', async () => {
  await using house = await openHouse()
  await asHost(house, async (ctx) => {
    await ctx.atomically('nothing', async (tx) => {
      await writeSetting(tx, 'a', 1)
      await tx.atomically('nothing', (inner) => writeSetting(inner, 'b', 1))
      await ctx.atomically('nothing', (inner) => writeSetting(inner, 'c', 1))
    })
    assert.deepEqual(await Promise.all(['a', 'b', 'c'].map((name) => readSetting(ctx.db, name))), [1, 1, 1])
    const swallowing = ctx.atomically('nothing', async (tx) => {
      await writeSetting(tx, 'a', 2)
      await tx.atomically('nothing', () => Promise.reject(new Error('sown inside'))).catch(() => {})
    })
    await assert.rejects(swallowing, /sown inside/)
    assert.equal(await readSetting(ctx.db, 'a'), 1)
  })
})

test('a transaction that joins acts for its own viewer', async () => {
  await using house = await openHouse()
  const seen = await house.act('oriel', (ctx) =>
    ctx.atomically('nothing', async (tx) => [
      tx.viewer.kind,
      await asHost(house, (other) => other.atomically('nothing', async (inner) => inner.viewer.kind)),
      await tx.atomically('nothing', async (inner) => inner.viewer.kind),
    ]),
  )
  assert.deepEqual(seen, ['person', 'host', 'person'])
})

test('an error undoes everything, with the news and the jobs', async () => {
  await using house = await openHouse()
  const [changes, jobs] = [await rowsIn(house, 'changes'), await rowsIn(house, 'jobs')]
  await assert.rejects(
    asHost(house, (ctx) =>
      ctx.atomically('nothing', async (tx) => {
        await writeSetting(tx, 'a', 1)
        tx.announce({ name: 'claim.made', claim: 1, round: 1, turn: 1 })
        tx.enqueue({ kind: 'x', payload: {} })
        throw new Error('sown')
      }),
    ),
    /sown/,
  )
  assert.equal(await read(house, 'a'), undefined)
  assert.deepEqual([await rowsIn(house, 'changes'), await rowsIn(house, 'jobs')], [changes, jobs])
})

test('a query that failed ends its transaction on both engines, even when the operation looks away', async () => {
  await using house = await openHouse()
  const twice = (tx: Tx) =>
    tx.db
      .insertInto('settings')
      .values([1, 2].map(() => ({ name: 'twice', value: '1', changed_at: tx.now() })))
      .execute()
  const looksAway = asHost(house, (ctx) =>
    ctx.atomically('nothing', async (tx) => {
      await writeSetting(tx, 'a', 1)
      await twice(tx).catch(() => {})
    }),
  )
  await assert.rejects(looksAway, (error) => house.ground.engine.conflictOf(error) === 'settings.name')
  const goesOn = asHost(house, (ctx) =>
    ctx.atomically('nothing', async (tx) => {
      await twice(tx).catch(() => {})
      await writeSetting(tx, 'a', 1)
    }),
  )
  await assert.rejects(goesOn, /can only end/)
  assert.equal(await read(house, 'a'), undefined)
})

test('everything a visitor reads is of one moment, until the visitor writes', async () => {
  await using house = await openHouse()
  await set(house, 'left', 0)
  await set(house, 'right', 0)
  const both = async (ctx: Ctx): Promise<unknown[]> => [
    await readSetting(ctx.db, 'left'),
    await turn(),
    await readSetting(ctx.db, 'right'),
  ]
  await asHost(house, async (ctx) => {
    assert.equal(await readSetting(ctx.db, 'left'), 0)
    await set(house, 'left', 1)
    await set(house, 'right', 1)
    assert.deepEqual(await both(ctx), [0, undefined, 0])
    await ctx.atomically('nothing', (tx) => writeSetting(tx, 'own', 'written'))
    assert.deepEqual(await both(ctx), [1, undefined, 1])
    assert.equal(await readSetting(ctx.db, 'own'), 'written')
  })
})

test('no reading is torn while others commit, as it is where every select has a ctx of its own', async () => {
  await using house = await openHouse()
  const count = async (apart: boolean): Promise<number> => {
    let torn = 0
    let isDone = false
    const writing = (async () => {
      for (let n = 1; !isDone; n += 1) {
        await asHost(house, (ctx) =>
          ctx.atomically('nothing', async (tx) => {
            await writeSetting(tx, 'left', n)
            await writeSetting(tx, 'right', n)
          }),
        )
        await turn()
      }
    })()
    for (let times = 0; times < 60; times += 1) {
      const pair = apart
        ? [await read(house, 'left'), await turn(), await read(house, 'right')]
        : await asHost(house, async (ctx) => [
            await readSetting(ctx.db, 'left'),
            await turn(),
            await readSetting(ctx.db, 'right'),
          ])
      if (pair[0] !== pair[2]) torn += 1
    }
    isDone = true
    await writing
    return torn
  }
  assert.equal(await count(false), 0)
  assert.ok((await count(true)) > 0)
})
