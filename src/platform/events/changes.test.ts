// The news of an operation is written with it: in the order of the commits, with what it touched, once for each reaction.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { inContext } from '#tests/world/tidewater.ts'
import { engineKind } from '#tests/support/database.ts'
import type { Ctx, Tx } from '../context.ts'
import type { Reaction } from '../jobs/job.ts'
import { writeSetting } from '../settings.ts'

const host = { kind: 'host' } as const

const write = <T>(house: TestHouse, work: (tx: Tx) => Promise<T>): Promise<T> =>
  house.act(host, (ctx) => ctx.atomically('nothing', work))

const changesAfter = (ctx: Ctx, seq: number) =>
  ctx.db.selectFrom('changes').selectAll().where('seq', '>', seq).orderBy('seq').execute()

const lastSeq = (house: TestHouse): Promise<number> =>
  house.act(host, async (ctx) => (await changesAfter(ctx, 0)).at(-1)?.seq ?? 0)

const gate = () => {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

test('a change is written in the transaction that announces it, with its date and what it touched', async () => {
  await using house = await openHouse()
  const before = await lastSeq(house)
  house.at('2026-11-03T10:00:00.000Z')
  await write(house, async (tx) => {
    tx.announce({ name: 'claim.moved', claim: 7, round: 1, turn: 12 })
    tx.announce({ name: 'member.joined', community: 1, account: 3 })
  })
  const rows = await house.act(host, (ctx) => changesAfter(ctx, before))
  assert.deepEqual(
    rows.map(({ at, name, data, touched }) => ({ at, name, data, touched })),
    [
      {
        at: '2026-11-03T10:00:00.000Z',
        name: 'claim.moved',
        data: '{"name":"claim.moved","claim":7,"round":1,"turn":12}',
        touched: 'claim:7 round:1 turn:12',
      },
      {
        at: '2026-11-03T10:00:00.000Z',
        name: 'member.joined',
        data: '{"name":"member.joined","community":1,"account":3}',
        touched: 'community:1 account:3',
      },
    ],
  )
})

const reaction = (name: string, on: Reaction['on']): Reaction => ({ name, on, run: async () => {} })

test('each reaction gets one job for each event it follows, and no other', async () => {
  await using house = await openHouse({
    reactions: [reaction('index', ['round.changed', 'round.planned']), reaction('tell', ['round.changed'])],
  })
  const before = await lastSeq(house)
  await write(house, async (tx) => {
    tx.announce({ name: 'round.changed', round: 1 })
    tx.announce({ name: 'round.planned', round: 1 })
    tx.announce({ name: 'account.joined', account: 1 })
  })
  const jobs = await house.act(host, (ctx) =>
    ctx.db
      .selectFrom('jobs')
      .select(['kind', 'payload', 'once_key as key'])
      .where('kind', 'in', ['reaction:index', 'reaction:tell'])
      .orderBy('id')
      .execute(),
  )
  assert.deepEqual(jobs, [
    { kind: 'reaction:index', payload: `{"seq":${before + 1}}`, key: `index:${before + 1}` },
    { kind: 'reaction:tell', payload: `{"seq":${before + 1}}`, key: `tell:${before + 1}` },
    { kind: 'reaction:index', payload: `{"seq":${before + 2}}`, key: `index:${before + 2}` },
  ])
})

test('the same job is not written twice while it waits, in one transaction or in two', async () => {
  await using house = await openHouse()
  const errand = { kind: 'x', payload: { n: 1 }, onceKey: 'once' }
  await write(house, async (tx) => {
    tx.enqueue(errand)
    tx.enqueue(errand)
    tx.enqueue({ kind: 'y', payload: {} })
    tx.enqueue({ kind: 'y', payload: {} })
  })
  await Promise.all([1, 2, 3].map(() => write(house, async (tx) => tx.enqueue(errand))))
  const jobs = await house.act(host, (ctx) => ctx.db.selectFrom('jobs').select('kind').orderBy('kind').execute())
  assert.deepEqual(
    jobs.map((job) => job.kind),
    ['x', 'y', 'y'],
  )
})

test('the house is woken after the commit that leaves something to do, and not by any other', async () => {
  await using house = await openHouse()
  const woken: unknown[] = []
  const ground = { ...house.ground, wake: () => void woken.push('woken') }
  const act = (work: (tx: Tx) => Promise<void>): Promise<void> =>
    inContext(ground, host, (ctx) => ctx.atomically('nothing', work))
  await act((tx) => writeSetting(tx, 'a', 1))
  await act(async (tx) => {
    tx.enqueue({ kind: 'x', payload: {} })
    throw new Error('sown')
  }).catch(() => {})
  assert.deepEqual(woken, [])
  await act(async (tx) => tx.enqueue({ kind: 'x', payload: {} }))
  assert.deepEqual(woken, ['woken'])
})

test('changes are numbered in the order of the commits, not in that in which transactions began or announced', async () => {
  await using house = await openHouse()
  const before = await lastSeq(house)
  const [secondIsIn, mayEnd] = [gate(), gate()]
  const began = gate()
  const slow = write(house, async (tx) => {
    tx.announce({ name: 'round.changed', round: 1 })
    began.open()
    await mayEnd.opened
  })
  await began.opened
  const quick = write(house, async (tx) => {
    tx.announce({ name: 'round.changed', round: 2 })
    secondIsIn.open()
  })
  // SQLite lets the second in only when the first is out.
  if (engineKind === 'postgres') await Promise.all([secondIsIn.opened, quick])
  mayEnd.open()
  await Promise.all([slow, quick])
  const rows = await house.act(host, (ctx) => changesAfter(ctx, before))
  const inOrder = engineKind === 'postgres' ? ['round:2', 'round:1'] : ['round:1', 'round:2']
  assert.deepEqual(
    rows.map((row) => row.touched),
    inOrder,
  )
})

test('whoever follows the changes by their number misses none, however many are written at once', async () => {
  await using house = await openHouse()
  const before = await lastSeq(house)
  const writers = 6
  const each = 12
  let isDone = false
  const writing = Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let n = 0; n < each; n += 1) {
        await write(house, async (tx) => {
          tx.announce({ name: 'round.changed', round: writer * each + n })
          await new Promise((resolve) => setTimeout(resolve, (writer * 7 + n * 3) % 5))
          tx.announce({ name: 'round.opened', round: writer * each + n })
        })
      }
    }),
  ).then(() => (isDone = true))
  const followed: number[] = []
  const follow = async (): Promise<void> => {
    for (const { seq } of await house.act(host, (ctx) => changesAfter(ctx, followed.at(-1) ?? before))) {
      followed.push(seq)
    }
  }
  while (!isDone) {
    await follow()
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await writing
  await follow()
  const all = await house.act(host, (ctx) => changesAfter(ctx, before))
  assert.equal(all.length, writers * each * 2)
  assert.deepEqual(
    followed,
    all.map((row) => row.seq),
  )
})
