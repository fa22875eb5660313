// The queue of jobs in the database: what is due, whose it is for the moment, and what became of it.
import { sql } from 'kysely'
import { addMillis } from '#src/kit/instants.ts'
import type { Ctx, Ground, Tx } from '../context.ts'
import type { Payload } from './job.ts'

export type DueJob = {
  readonly id: number
  readonly kind: string
  readonly payload: Payload
  readonly attempts: number
}

/** A job whose worker was killed is free again after this long. */
const LEASE = 120_000
const ATTEMPTS = 8

const isPayload = (value: unknown): value is Payload => typeof value === 'object' && value !== null

/** Looking costs a read; only what is really taken costs a write. Leases go by the database's clock: processes may disagree. */
export async function takeJob(ground: Ground, ctx: Ctx, worker: string): Promise<DueJob | undefined> {
  const isFree = sql<boolean>`(lease_until is null or lease_until < ${sql.raw(ground.engine.clockSql(0))})`
  const due = await ctx.db
    .selectFrom('jobs')
    .select(['id', 'kind', 'payload', 'attempts'])
    .where('failed_at', 'is', null)
    .where('run_at', '<=', ctx.now())
    .where(isFree)
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!due) return undefined
  const isOurs = await ctx.atomically('nothing', (tx) => lease(ground, tx, due.id, worker))
  const payload: unknown = JSON.parse(due.payload)
  return isOurs && isPayload(payload) ? { ...due, payload } : undefined
}

async function lease(ground: Ground, tx: Tx, id: number, worker: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('jobs')
    .set({
      lease_until: sql`${sql.raw(ground.engine.clockSql(LEASE))}`,
      leased_by: worker,
      attempts: sql`attempts + 1`,
    })
    .where('id', '=', id)
    .where(sql<boolean>`(lease_until is null or lease_until < ${sql.raw(ground.engine.clockSql(0))})`)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export async function finishJob(ctx: Ctx, job: DueJob): Promise<void> {
  await ctx.atomically('nothing', (tx) => tx.db.deleteFrom('jobs').where('id', '=', job.id).execute())
}

/** Tried again after 10 s, 40 s, 90 s … and laid aside, for a person to look at, after the eighth time. */
export async function putBackJob(ctx: Ctx, job: DueJob, error: unknown): Promise<void> {
  const attempts = job.attempts + 1
  const now = ctx.now()
  const set = {
    lease_until: null,
    leased_by: null,
    last_error: (error instanceof Error ? error.message : String(error)).slice(0, 500),
    run_at: addMillis(now, 10_000 * attempts ** 2),
    failed_at: attempts >= ATTEMPTS ? now : null,
  }
  await ctx.atomically('nothing', (tx) => tx.db.updateTable('jobs').set(set).where('id', '=', job.id).execute())
}
