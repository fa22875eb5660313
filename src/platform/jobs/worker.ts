// Does the jobs and runs the sweeps of this process, one after the other, until it is told to stop.
import type { Event } from '#src/schema/events.ts'
import { type Ctx, type Ground, openContext, type Visit } from '../context.ts'
import { reactionKind } from '../events/changes.ts'
import type { Payload, Sweep, Works } from './job.ts'
import type { Texts } from '../text/texts.ts'
import { type DueJob, finishJob, putBackJob, takeJob } from './queue.ts'

const POLL = 1_000

/** Runs `work` with a ctx that acts for the clock. */
export const asClock = <T>(ground: Ground, work: (ctx: Ctx) => Promise<T>): Promise<T> => acting(ground, 'clock', work)

/** Runs `work` for whoever has the machine. */
export const asHost = <T>(ground: Ground, work: (ctx: Ctx) => Promise<T>): Promise<T> => acting(ground, 'host', work)

type Work<T> = (ctx: Ctx, rest: Visit['rest']) => Promise<T>

async function acting<T>(ground: Ground, kind: 'clock' | 'host', work: Work<T>): Promise<T> {
  const { ctx, rest, end } = openContext(ground, { kind })
  try {
    return await work(ctx, rest)
  } finally {
    await end()
  }
}

const noReaders = (): never => {
  throw new Error('This ground has nobody who reads texts')
}

const textsOf = ({ texts }: Ground, rest: Visit['rest']): Texts =>
  texts?.of('the clock', rest) ?? { clean: noReaders, read: noReaders, open: noReaders }

/** Does one due job; false when there was none to do. */
export async function workOnce(ground: Ground, works: Works, worker: string): Promise<boolean> {
  const job = await asClock(ground, (ctx) => takeJob(ground, ctx, worker))
  if (!job) return false
  try {
    await asClock(ground, (ctx) => runJob(ctx, works, job))
    await asClock(ground, (ctx) => finishJob(ctx, job))
  } catch (error) {
    ground.log.warn({ job: job.id, kind: job.kind, err: error }, 'a job failed and will be tried again')
    await asClock(ground, (ctx) => putBackJob(ctx, job, error))
  }
  return true
}

async function runJob(ctx: Ctx, works: Works, job: DueJob): Promise<void> {
  const reaction = works.reactions.find((candidate) => reactionKind(candidate.name) === job.kind)
  if (reaction) return reaction.run(ctx, await findEvent(ctx, job.payload))
  const found = works.jobs.find((candidate) => candidate.kind === job.kind)
  if (!found) throw new Error(`This version knows no job of the kind ${job.kind}`)
  return found.run(ctx, job.payload)
}

async function findEvent(ctx: Ctx, payload: Payload): Promise<Event> {
  const row = await ctx.db
    .selectFrom('changes')
    .select('data')
    .where('seq', '=', Number(payload.seq))
    .executeTakeFirstOrThrow()
  return JSON.parse(row.data) as Event
}

/** A sweep that fails is logged and comes round again; it must never keep the others from their turn. */
export async function sweepOnce(ground: Ground, sweep: Sweep): Promise<void> {
  try {
    await acting(ground, 'clock', (ctx, rest) => sweep.run(ctx, textsOf(ground, rest)))
  } catch (error) {
    ground.log.error({ sweep: sweep.name, err: error }, 'a sweep failed')
  }
}

export type Worker = { readonly wake: () => void; readonly stop: () => Promise<void> }

/** Starts at once; a commit that leaves jobs behind wakes it. What is due by the clock goes before the next job. */
export function startWorker(ground: Ground, works: Works, name: string): Worker {
  let isStopping = false
  let isAwake = false
  let rouse = (): void => {}
  const nextAt = new Map<string, number>()

  /** A wake that came while there was still work to do counts for the pause after it. */
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      if (isAwake) return resolve()
      const timer = setTimeout(resolve, POLL)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const sweepTheDue = async (): Promise<void> => {
    for (const sweep of works.sweeps) {
      if (isStopping || performance.now() < (nextAt.get(sweep.name) ?? 0)) continue
      await sweepOnce(ground, sweep)
      nextAt.set(sweep.name, performance.now() + sweep.everySeconds * 1_000)
    }
  }

  /** A long queue must not keep a date from being kept, so the sweeps come between its jobs too. */
  const workThrough = async (): Promise<void> => {
    do {
      await sweepTheDue()
    } while (!isStopping && (await workOnce(ground, works, name)))
  }

  const loop = async (): Promise<void> => {
    while (!isStopping) {
      isAwake = false
      try {
        await workThrough()
      } catch (error) {
        isAwake = false
        ground.log.error({ err: error }, 'the worker could not reach the database')
      }
      if (!isStopping) await pause()
    }
  }

  const wake = (): void => {
    isAwake = true
    rouse()
  }
  const done = loop()
  return {
    wake,
    async stop() {
      isStopping = true
      rouse()
      await done
    },
  }
}
