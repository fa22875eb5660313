// The queue gives each job to one worker at a time, loses none, and tires of none before the eighth try.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '#src/schema/tables.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { reactionsTo, type Works } from './job.ts'
import { finishJob, putBackJob, takeJob } from './queue.ts'
import { asClock, workOnce } from './worker.ts'

const host = { kind: 'host' } as const

const enqueue = (house: TestHouse, kind: string, many = 1): Promise<void> =>
  house.act(host, (ctx) =>
    ctx.atomically('nothing', async (tx) => {
      for (let n = 0; n < many; n += 1) tx.enqueue({ kind, payload: { n } })
    }),
  )

const jobsIn = (house: TestHouse) =>
  house.act(host, (ctx) => ctx.db.selectFrom('jobs').selectAll().orderBy('id').execute())

const take = (house: TestHouse, worker: string) => asClock(house.ground, (ctx) => takeJob(house.ground, ctx, worker))

/** As if its worker had been killed long ago. */
const runOut = (house: TestHouse): Promise<unknown> =>
  house.act(host, (ctx) =>
    ctx.atomically('nothing', (tx) =>
      sql`update jobs set lease_until = '2000-01-01T00:00:00.000Z'`.execute(tx.db as Kysely<Tables>),
    ),
  )

const works = (run: (n: unknown) => Promise<void>): Works => ({
  jobs: [{ kind: 'x', run: (_, payload) => run(payload.n) }],
  reactions: [],
  sweeps: [],
})

test('twenty jobs and five workers at once: each job is done by exactly one, and no worker goes while there is work', async () => {
  await using house = await openHouse()
  await enqueue(house, 'x', 20)
  const done: unknown[] = []
  const all = works(async (n) => {
    await new Promise((resolve) => setTimeout(resolve, 2))
    done.push(n)
  })
  const counts = await Promise.all(
    ['a', 'b', 'c', 'd', 'e'].map(async (worker) => {
      let count = 0
      while (await workOnce(house.ground, all, worker)) count += 1
      return count
    }),
  )
  assert.deepEqual(
    done.toSorted((a, b) => Number(a) - Number(b)),
    Array.from({ length: 20 }, (_, n) => n),
  )
  assert.ok(counts.filter((count) => count > 0).length > 1, `shared out as ${counts.join(', ')}`)
  assert.deepEqual(await jobsIn(house), [])
})

test('a job is nobody else’s while its lease lasts, and free again when the worker was killed', async () => {
  await using house = await openHouse()
  await enqueue(house, 'x')
  const first = await take(house, 'killed')
  assert.equal(first?.attempts, 1)
  assert.equal(await take(house, 'next'), undefined)
  house.pass(3_600_000)
  assert.equal(await take(house, 'next'), undefined, 'leases go by the database’s clock')
  await runOut(house)
  const second = await take(house, 'next')
  assert.deepEqual([second?.id, second?.attempts], [first?.id, 2])
})

test('who took too long puts nothing back that another has taken since', async () => {
  await using house = await openHouse()
  await enqueue(house, 'x')
  const slow = await take(house, 'slow')
  await runOut(house)
  const quick = await take(house, 'quick')
  assert.ok(slow && quick)
  await asClock(house.ground, (ctx) => putBackJob(ctx, slow, new Error('too late')))
  assert.equal((await jobsIn(house))[0]?.leased_by, 'quick')
  await asClock(house.ground, (ctx) => finishJob(ctx, quick))
  await asClock(house.ground, (ctx) => finishJob(ctx, slow))
  assert.deepEqual(await jobsIn(house), [])
})

test('what fails comes back after ever longer pauses, and is laid aside after the eighth time with its reason', async () => {
  await using house = await openHouse()
  await enqueue(house, 'x')
  const failing = works(() => Promise.reject(new Error(`sown ${'x'.repeat(600)}`)))
  const pauses: number[] = []
  for (let seconds = 0; seconds < 3_000 && pauses.length < 8; seconds += 10) {
    if (await workOnce(house.ground, failing, 'a')) {
      pauses.push(seconds)
      assert.equal(await workOnce(house.ground, failing, 'a'), false)
    }
    house.pass(10_000)
  }
  assert.deepEqual(
    pauses.slice(1).map((at, index) => at - (pauses[index] ?? 0)),
    [10, 40, 90, 160, 250, 360, 490],
  )
  const [job] = await jobsIn(house)
  assert.equal(job?.attempts, 8)
  assert.notEqual(job?.failed_at, null)
  assert.match(job?.last_error ?? '', /^sown x{495}$/)
  house.pass(86_400_000 * 365)
  assert.equal(
    await workOnce(
      house.ground,
      works(async () => {}),
      'a',
    ),
    false,
  )
})

test('a kind that this version does not know is kept, tried again and laid aside, never lost', async () => {
  await using house = await openHouse()
  await enqueue(house, 'from-the-future')
  for (let times = 0; times < 8; times += 1) {
    assert.equal(
      await workOnce(
        house.ground,
        works(async () => {}),
        'a',
      ),
      true,
    )
    house.pass(3_600_000)
  }
  const [job] = await jobsIn(house)
  assert.match(job?.last_error ?? '', /knows no job of the kind from-the-future/)
  assert.notEqual(job?.failed_at, null)
})

test('a job that takes its worker with it every time is laid aside as well', async () => {
  await using house = await openHouse()
  await enqueue(house, 'deadly')
  await enqueue(house, 'x')
  const taken: unknown[] = []
  for (let times = 0; times < 8; times += 1) {
    const job = await take(house, 'doomed')
    taken.push(job?.kind)
    await runOut(house)
    house.pass(1_000)
  }
  assert.deepEqual(new Set(taken), new Set(['deadly']))
  const next = await take(house, 'next')
  assert.equal(next?.kind, 'x')
  const [deadly] = await jobsIn(house)
  assert.deepEqual([deadly?.attempts, deadly?.lease_until], [8, null])
  assert.notEqual(deadly?.failed_at, null)
  assert.match(deadly?.last_error ?? '', /gone before it was done/)
})

test('a job waits for its hour, and what is due first is done first', async () => {
  await using house = await openHouse({ at: '2026-11-03T10:00:00.000Z' })
  await house.act(host, (ctx) =>
    ctx.atomically('nothing', async (tx) => {
      const now = tx.now()
      house.pass(3_600_000)
      tx.enqueue({ kind: 'later', payload: {}, runAt: tx.now() })
      house.at(now)
      tx.enqueue({ kind: 'now', payload: {} })
    }),
  )
  assert.equal((await take(house, 'a'))?.kind, 'now')
  assert.equal(await take(house, 'a'), undefined)
  house.pass(3_600_000)
  assert.equal((await take(house, 'a'))?.kind, 'later')
})

test('a reaction that runs twice writes its mail once', async () => {
  await using house = await openHouse({ at: '2026-11-01T10:00:00.000Z' })
  const oriel = await house.as('oriel')
  await oriel.visit('/c/tidewater/rounds/lantern-season')
  await oriel.submit('/c/tidewater/rounds/lantern-season/claims')
  const again = (await jobsIn(house)).map(({ kind, payload, run_at, created_at, attempts }) => ({
    kind,
    payload,
    run_at,
    created_at,
    attempts,
  }))
  assert.ok(again.length > 0)
  await house.runJobs()
  const once = await house.mailbox()
  assert.ok(once.length > 0)
  await house.act(host, (ctx) => ctx.atomically('nothing', (tx) => tx.db.insertInto('jobs').values(again).execute()))
  await house.runJobs()
  assert.deepEqual(await jobsIn(house), [])
  assert.deepEqual(await house.mailbox(), once)
})

test('a reaction follows the events it names', () => {
  const follow = reactionsTo({
    jobs: [],
    sweeps: [],
    reactions: [
      { name: 'a', on: ['round.opened'], run: async () => {} },
      { name: 'b', on: ['round.opened', 'round.changed'], run: async () => {} },
    ],
  })
  assert.deepEqual(follow({ name: 'round.opened', round: 1 }), ['a', 'b'])
  assert.deepEqual(follow({ name: 'round.changed', round: 1 }), ['b'])
  assert.deepEqual(follow({ name: 'account.joined', account: 1 }), [])
})
