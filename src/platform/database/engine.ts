// What the house asks of a database, whichever it is: snapshots to read from, one transaction to write in, and a clock.
import type { DatabaseConnection, DefaultQueryExecutor, Kysely } from 'kysely'
import type { EngineKind } from '#src/schema/engine-words.ts'

/** One connection, lent out with a transaction open on it. Exactly one of its endings must be called. */
export type ReadHold = { readonly connection: DatabaseConnection; readonly end: () => Promise<void> }

export type WriteHold = {
  readonly connection: DatabaseConnection
  readonly commit: () => Promise<void>
  readonly rollback: () => Promise<void>
}

export type Engine = {
  readonly kind: EngineKind
  /** Compiles queries; its connections come from whoever uses it. */
  readonly executor: DefaultQueryExecutor
  /** Waits for a free connection; everything read through it is as of one moment. */
  readonly beginRead: () => Promise<ReadHold>
  /** Refuses with `busy` when somebody else holds what is wanted for longer than five seconds. */
  readonly beginWrite: () => Promise<WriteHold>
  /** True when the same operation, run once more, may succeed: the database itself broke off the transaction. */
  readonly isWorthRetrying: (error: unknown) => boolean
  /** The columns that are not unique any more, as in `claims.day_id, claims.place`; undefined when it is no conflict. */
  readonly conflictOf: (error: unknown) => string | undefined
  /** The database's own clock as SQL for an instant, so many milliseconds from now. Only leases use it. */
  readonly clockSql: (plusMillis: number) => string
  /** A whole Kysely for migrations, dumps and copies; operations never see it. */
  readonly admin: Kysely<unknown>
  readonly close: () => Promise<void>
}
