// Many at once: what is decided under the same hold is decided one after the other, and a deadlock is nobody's misfortune.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#src/kit/refusal.ts'
import { inContext } from '#tests/world/tidewater.ts'
import { engineKind } from '#tests/support/database.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Ctx, Ground, Hold, Tx } from './context.ts'
import { readSetting, writeSetting } from './settings.ts'

const host = { kind: 'host' } as const
const asHost = <T>(ground: Ground, work: (ctx: Ctx) => Promise<T>): Promise<T> => inContext(ground, host, work)

const read = (house: TestHouse, name: string): Promise<unknown> =>
  asHost(house.ground, (ctx) => readSetting(ctx.db, name))

async function addOne(tx: Tx, name: string): Promise<void> {
  const before = await readSetting(tx.db, name)
  await new Promise((resolve) => setTimeout(resolve, 1))
  await writeSetting(tx, name, (typeof before === 'number' ? before : 0) + 1)
}

test('fifty who add one at once have added fifty', async () => {
  await using house = await openHouse()
  await Promise.all(
    Array.from({ length: 50 }, () =>
      asHost(house.ground, (ctx) => ctx.atomically({ rounds: 1 }, (tx) => addOne(tx, 'sum'))),
    ),
  )
  assert.equal(await read(house, 'sum'), 50)
})

test('what an operation holds is held when it joins another, too', async () => {
  await using house = await openHouse()
  await Promise.all(
    Array.from({ length: 30 }, () =>
      asHost(house.ground, (ctx) =>
        ctx.atomically('nothing', (tx) => tx.atomically({ rounds: 1 }, (inner) => addOne(inner, 'sum'))),
      ),
    ),
  )
  assert.equal(await read(house, 'sum'), 30)
})

/** Counts what the engine breaks off, and changes nothing of it. */
function counting(ground: Ground): { ground: Ground; brokenOff: () => number } {
  let count = 0
  const engine = {
    ...ground.engine,
    isWorthRetrying(error: unknown) {
      const isWorth = ground.engine.isWorthRetrying(error)
      if (isWorth) count += 1
      return isWorth
    },
  }
  return { ground: { ...ground, engine }, brokenOff: () => count }
}

test('two who hold the same things in the other order both come through, each having written once', async () => {
  await using house = await openHouse()
  const { ground, brokenOff } = counting(house.ground)
  let arrived = 0
  let bothArrived = (): void => {}
  const both = new Promise<void>((resolve) => (bothArrived = resolve))
  const meet = async (): Promise<void> => {
    arrived += 1
    if (arrived === 2) bothArrived()
    // On SQLite the second never comes while the first is inside.
    if (engineKind === 'postgres') await both
  }
  const inOrder = (first: Hold, second: Hold): Promise<void> =>
    asHost(ground, (ctx) =>
      ctx.atomically(first, async (tx) => {
        await meet()
        await tx.atomically(second, (inner) => addOne(inner, 'sum'))
        tx.announce({ name: 'round.changed', round: 1 })
      }),
    )
  await Promise.all([inOrder({ rounds: 1 }, { accounts: 1 }), inOrder({ accounts: 1 }, { rounds: 1 })])
  assert.equal(await read(house, 'sum'), 2)
  assert.equal(brokenOff() > 0, engineKind === 'postgres')
  const changed = await asHost(house.ground, (ctx) =>
    ctx.db.selectFrom('changes').select('seq').where('name', '=', 'round.changed').execute(),
  )
  assert.equal(changed.length, 2)
})

test('what the database breaks off again and again is given up in the end, with its own error', async () => {
  await using house = await openHouse()
  const stubborn: Ground = {
    ...house.ground,
    engine: { ...house.ground.engine, isWorthRetrying: (error) => error instanceof RangeError },
  }
  let times = 0
  const always = asHost(stubborn, (ctx) =>
    ctx.atomically('nothing', async () => {
      times += 1
      throw new RangeError('broken off')
    }),
  )
  await assert.rejects(always, /broken off/)
  assert.equal(times, 5)
  times = 0
  const twice = await asHost(stubborn, (ctx) =>
    ctx.atomically('nothing', async () => {
      times += 1
      if (times < 3) throw new RangeError('broken off')
      return 'done'
    }),
  )
  assert.deepEqual([twice, times], ['done', 3])
})

test('a rule that says no is said once and not tried again', async () => {
  await using house = await openHouse()
  let times = 0
  const refused = asHost(house.ground, (ctx) =>
    ctx.atomically('nothing', async () => {
      times += 1
      throw new Refusal('closed', 'x', 'No.')
    }),
  )
  await assert.rejects(refused, Refusal)
  assert.equal(times, 1)
})

test('queries of one transaction asked at once are answered one after the other', async () => {
  await using house = await openHouse()
  const warnings: string[] = []
  const hear = (warning: Error): void => void warnings.push(warning.message)
  process.on('warning', hear)
  try {
    await asHost(house.ground, (ctx) =>
      ctx.atomically('nothing', async (tx) => {
        await Promise.all(['a', 'b', 'c'].map((name) => writeSetting(tx, name, name)))
        assert.deepEqual(await Promise.all(['a', 'b', 'c'].map((name) => readSetting(tx.db, name))), ['a', 'b', 'c'])
      }),
    )
    await new Promise((resolve) => setImmediate(resolve))
  } finally {
    process.off('warning', hear)
  }
  assert.deepEqual(warnings, [])
})
