// The queue of jobs in the database: what is due, whose it is for the moment, and what became of it.
import { sql } from 'kysely'
import { addMillis } from '#src/kit/instants.ts'
import type { Ctx, Ground, Tx } from '../context.ts'
import type { Payload } from './job.ts'

export type DueJob = {
  readonly id: number
  readonly kind: string
  readonly payload: Payload
  /** How often it has been taken, this time included: it tells a lease from the next one on the same job. */
  readonly attempts: number
}

/** A job whose worker was killed is free again after this long. */
const LEASE = 120_000
const ATTEMPTS = 8

const isPayload = (value: unknown): value is Payload => typeof value === 'object' && value !== null

/** Looking costs a read; only what is really taken costs a write. Another worker may be quicker: then the next is tried. */
export async function takeJob(ground: Ground, ctx: Ctx, worker: string): Promise<DueJob | undefined> {
  for (;;) {
    const due = await findDue(ground, ctx)
    if (!due) return undefined
    const isOurs = await ctx.atomically('nothing', (tx) => lease(ground, tx, due, worker))
    const payload: unknown = isOurs ? JSON.parse(due.payload) : undefined
    if (isPayload(payload)) return { id: due.id, kind: due.kind, payload, attempts: due.attempts + 1 }
  }
}

/** Leases go by the database's clock: those of the processes may disagree. */
const isFree = (ground: Ground) =>
  sql<boolean>`(lease_until is null or lease_until < ${sql.raw(ground.engine.clockSql(0))})`

function findDue(ground: Ground, ctx: Ctx) {
  return ctx.db
    .selectFrom('jobs')
    .select(['id', 'kind', 'payload', 'attempts'])
    .where('failed_at', 'is', null)
    .where('run_at', '<=', ctx.now())
    .where(isFree(ground))
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

async function lease(ground: Ground, tx: Tx, due: { id: number; attempts: number }, worker: string): Promise<boolean> {
  // Taken so often and never put back: whoever took it was killed every time, perhaps by the job itself.
  const isDeadly = due.attempts >= ATTEMPTS
  const taken = {
    lease_until: sql<never>`${sql.raw(ground.engine.clockSql(LEASE))}`,
    leased_by: worker,
    attempts: due.attempts + 1,
  }
  const laidAside = {
    lease_until: null,
    leased_by: null,
    failed_at: tx.now(),
    last_error: 'Every worker that took it was gone before it was done',
  }
  const { numUpdatedRows } = await tx.db
    .updateTable('jobs')
    .set(isDeadly ? laidAside : taken)
    .where('id', '=', due.id)
    .where('attempts', '=', due.attempts)
    .where('failed_at', 'is', null)
    .where(isFree(ground))
    .executeTakeFirstOrThrow()
  return !isDeadly && numUpdatedRows === 1n
}

export async function finishJob(ctx: Ctx, job: DueJob): Promise<void> {
  await ctx.atomically('nothing', (tx) => tx.db.deleteFrom('jobs').where('id', '=', job.id).execute())
}

/** Tried again after 10 s, 40 s, 90 s … and laid aside, for a person to look at, after the eighth time. */
export async function putBackJob(ctx: Ctx, job: DueJob, error: unknown): Promise<void> {
  const now = ctx.now()
  const set = {
    lease_until: null,
    leased_by: null,
    last_error: (error instanceof Error ? error.message : String(error)).slice(0, 500),
    run_at: addMillis(now, 10_000 * job.attempts ** 2),
    failed_at: job.attempts >= ATTEMPTS ? now : null,
  }
  // Whoever took so long that another has taken it since leaves it to that one.
  await ctx.atomically('nothing', (tx) =>
    tx.db.updateTable('jobs').set(set).where('id', '=', job.id).where('attempts', '=', job.attempts).execute(),
  )
}
