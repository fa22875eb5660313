// The outbox: what an operation announced is written, with the jobs that follow from it, just before its own commit.
import { type Kysely, sql } from 'kysely'
import type { Instant } from '#src/kit/instants.ts'
import { type Event, touchedBy } from '#src/schema/events.ts'
import type { Tables } from '#src/schema/tables.ts'
import type { Ground, Tx } from '../context.ts'

/** A job to be done after the commit. Payloads are small: ids, never texts. */
export type Errand = {
  readonly kind: string
  readonly payload: Readonly<Record<string, string | number>>
  readonly onceKey?: string
  readonly runAt?: Instant
}

export type Outbox = { readonly events: Event[]; readonly errands: Errand[] }

/** Any number that means this and nothing else: PostgreSQL's advisory lock under which changes get their numbers. */
const IN_COMMIT_ORDER = 4026

export const reactionKind = (name: string): string => `reaction:${name}`

export async function writeOutbox(ground: Ground, tx: Tx, outbox: Outbox): Promise<void> {
  if (outbox.events.length === 0 && outbox.errands.length === 0) return
  if (ground.engine.kind === 'postgres' && outbox.events.length > 0) {
    // Held to the commit, so whoever follows the log by `seq` can never have passed a number that appears later.
    await sql`select pg_advisory_xact_lock(${IN_COMMIT_ORDER})`.execute(tx.db as Kysely<Tables>)
  }
  for (const event of outbox.events) await writeChange(ground, tx, event)
  for (const errand of outbox.errands) await writeJob(tx, errand)
}

async function writeChange(ground: Ground, tx: Tx, event: Event): Promise<void> {
  const row = { at: tx.now(), name: event.name, data: JSON.stringify(event), touched: touchedBy(event).join(' ') }
  const { seq } = await tx.db.insertInto('changes').values(row).returning('seq').executeTakeFirstOrThrow()
  for (const name of ground.reactionsTo(event)) {
    await writeJob(tx, { kind: reactionKind(name), payload: { seq }, onceKey: `${name}:${seq}` })
  }
}

async function writeJob(tx: Tx, errand: Errand): Promise<void> {
  await tx.db
    .insertInto('jobs')
    .values({
      kind: errand.kind,
      payload: JSON.stringify(errand.payload),
      once_key: errand.onceKey ?? null,
      run_at: errand.runAt ?? tx.now(),
      attempts: 0,
      lease_until: null,
      leased_by: null,
      failed_at: null,
      last_error: null,
      created_at: tx.now(),
    })
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .execute()
}
