// The worker of a process: it wakes on a commit, keeps dates before queues, sleeps when there is nothing, and stops in order.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Ground } from '../context.ts'
import type { Works } from './job.ts'
import { startWorker, sweepOnce } from './worker.ts'

const host = { kind: 'host' } as const
const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis))

const enqueue = (house: TestHouse, many = 1): Promise<void> =>
  house.act(host, (ctx) =>
    ctx.atomically('nothing', async (tx) => {
      for (let n = 0; n < many; n += 1) tx.enqueue({ kind: 'x', payload: { n } })
    }),
  )

async function until(isSo: () => boolean, limit = 5_000): Promise<number> {
  const began = performance.now()
  while (!isSo()) {
    if (performance.now() - began > limit) throw new Error('It did not come')
    await pause(1)
  }
  return performance.now() - began
}

const nothing: Works = { jobs: [], reactions: [], sweeps: [] }

/** A ground that counts how often somebody looks into the database. */
function counted(ground: Ground): { ground: Ground; looks: () => number } {
  let looks = 0
  const beginRead: Ground['engine']['beginRead'] = () => {
    looks += 1
    return ground.engine.beginRead()
  }
  return { ground: { ...ground, engine: { ...ground.engine, beginRead } }, looks: () => looks }
}

test('a commit wakes the worker at once, also one that comes while it looks', async () => {
  await using house = await openHouse()
  const done: unknown[] = []
  const works: Works = { ...nothing, jobs: [{ kind: 'x', run: async (_, { n }) => void done.push(n) }] }
  const worker = startWorker(house.ground, works, 'a')
  await pause(50)
  await enqueue(house)
  worker.wake()
  assert.ok((await until(() => done.length === 1)) < 700)
  await worker.stop()

  let raced = 0
  const late: Works = {
    ...nothing,
    jobs: works.jobs,
    sweeps: [
      {
        name: 'commits behind the back of the look that follows',
        everySeconds: 3_600,
        async run() {
          raced += 1
        },
      },
    ],
  }
  let wakeDuringLook = (): void => {}
  const { ground } = counted(house.ground)
  const beginRead = ground.engine.beginRead
  let isFirst = true
  const racing: Ground = {
    ...ground,
    engine: {
      ...ground.engine,
      async beginRead() {
        const hold = await beginRead()
        const end = async (): Promise<void> => {
          await hold.end()
          if (!isFirst) return
          isFirst = false
          await enqueue(house)
          wakeDuringLook()
        }
        return { connection: hold.connection, end }
      },
    },
  }
  const second = startWorker(racing, late, 'b')
  wakeDuringLook = second.wake
  assert.ok((await until(() => done.length === 2)) < 900, 'a wake that came during the look was lost')
  assert.equal(raced, 1)
  await second.stop()
})

test('what is due by the clock is done between the jobs of a long queue', async () => {
  await using house = await openHouse()
  await enqueue(house, 40)
  const told: string[] = []
  const works: Works = {
    ...nothing,
    jobs: [
      {
        kind: 'x',
        async run() {
          told.push('job')
          await pause(3)
        },
      },
    ],
    sweeps: [{ name: 'due', everySeconds: 0.03, run: async () => void told.push('sweep') }],
  }
  const worker = startWorker(house.ground, works, 'a')
  await until(() => told.filter((what) => what === 'job').length === 40)
  await worker.stop()
  assert.ok(told.slice(1, told.lastIndexOf('job')).includes('sweep'))
})

test('a sweep that fails is logged and keeps no other from its turn', async () => {
  await using house = await openHouse()
  const told: string[] = []
  const log = { ...house.ground.log, error: (facts: { sweep: string }) => void told.push(`logged ${facts.sweep}`) }
  const ground = { ...house.ground, log } as unknown as Ground
  const works: Works = {
    ...nothing,
    sweeps: [
      { name: 'broken', everySeconds: 3_600, run: () => Promise.reject(new Error('sown')) },
      { name: 'sound', everySeconds: 3_600, run: async () => void told.push('swept') },
    ],
  }
  const worker = startWorker(ground, works, 'a')
  await until(() => told.length === 2)
  await worker.stop()
  assert.deepEqual(told, ['logged broken', 'swept'])
  await sweepOnce(ground, { name: 'alone', everySeconds: 1, run: () => Promise.reject(new Error('sown')) })
  assert.equal(told.at(-1), 'logged alone')
})

test('stopping finishes the job in hand and begins no other', async () => {
  await using house = await openHouse()
  await enqueue(house, 3)
  const told: string[] = []
  const works: Works = {
    ...nothing,
    jobs: [
      {
        kind: 'x',
        async run() {
          told.push('begun')
          await pause(60)
          told.push('done')
        },
      },
    ],
  }
  const worker = startWorker(house.ground, works, 'a')
  await until(() => told.length === 1)
  await worker.stop()
  assert.deepEqual(told, ['begun', 'done'])
  const left = await house.act(host, (ctx) => ctx.db.selectFrom('jobs').select('lease_until').execute())
  assert.deepEqual(left, [{ lease_until: null }, { lease_until: null }])
})

test('stopping ends the pause at once, and a second time is no harm', async () => {
  await using house = await openHouse()
  const worker = startWorker(house.ground, nothing, 'a')
  await pause(50)
  const began = performance.now()
  await worker.stop()
  await worker.stop()
  worker.wake()
  assert.ok(performance.now() - began < 500)
})

test('a worker with nothing to do looks about once a second', async () => {
  await using house = await openHouse()
  const { ground, looks } = counted(house.ground)
  const worker = startWorker(ground, nothing, 'a')
  const began = performance.now()
  await pause(2_300)
  await worker.stop()
  const seconds = (performance.now() - began) / 1_000
  assert.ok(looks() >= 2 && looks() <= seconds + 2, `it looked ${looks()} times in ${seconds} s`)
})

test('a worker that cannot reach the database tries no more often than it is woken, and goes on when it is back', async () => {
  await using house = await openHouse()
  await enqueue(house)
  let isGone = true
  let tries = 0
  const done: unknown[] = []
  const ground: Ground = {
    ...house.ground,
    engine: {
      ...house.ground.engine,
      beginRead() {
        tries += 1
        return isGone ? Promise.reject(new Error('sown: no database')) : house.ground.engine.beginRead()
      },
    },
  }
  const works: Works = { ...nothing, jobs: [{ kind: 'x', run: async () => void done.push('done') }] }
  const worker = startWorker(ground, works, 'a')
  for (let times = 0; times < 20; times += 1) {
    await pause(10)
    worker.wake()
  }
  assert.ok(tries <= 22, `it tried ${tries} times`)
  isGone = false
  await until(() => done.length === 1)
  await worker.stop()
})
