// Node's own SQLite as an engine: one connection that writes, several that only read, none that ever blocks the process.
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { busy, BUSY_FOR } from './busy.ts'
import type { Engine, WriteHold } from './engine.ts'
import { type Lending, lendingOf } from './lending.ts'
import { type PlainValue, plainValues } from './plain-values.ts'
import { noProvider } from './no-provider.ts'

const READERS = 4
const BUSY = 5
const STATEMENTS_KEPT = 400

const codeOf = (error: unknown): number =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0

/** node:sqlite binds every number as a real, which a column for text would keep as '3.0'. */
const whole = (value: PlainValue): PlainValue => (Number.isSafeInteger(value) ? BigInt(value as number) : value)

/** A statement is prepared once and kept; an uncommon flood of different ones starts over. */
class Connection implements DatabaseConnection {
  readonly database: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(database: DatabaseSync) {
    this.database = database
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(query.sql)
    const values = plainValues(query.parameters).map(whole)
    if (statement.columns().length === 0) {
      const { changes } = statement.run(...values)
      return { rows: [], numAffectedRows: BigInt(changes) }
    }
    // node:sqlite's rows have no prototype; the house deals in plain objects.
    return { rows: statement.all(...values).map((row) => ({ ...row }) as R) }
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Long reads work in pages or from a copy: SQLite streams nothing here')
  }

  #prepare(sql: string): StatementSync {
    const kept = this.#statements.get(sql)
    if (kept) return kept
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear()
    const made = this.database.prepare(sql)
    this.#statements.set(sql, made)
    return made
  }
}

/** A blocking wait would freeze every reader in this process, so the wait is ours: short sleeps, five seconds in all. */
async function patiently<T>(attempt: () => T): Promise<T> {
  const giveUpAt = performance.now() + BUSY_FOR
  for (let pause = 2; ; pause = Math.min(pause * 2, 40)) {
    try {
      return attempt()
    } catch (error) {
      if ((codeOf(error) & 0xff) !== BUSY) throw error
      if (performance.now() > giveUpAt) throw busy()
      await sleep(pause)
    }
  }
}

/** A draft is a file that is thrown away if anything goes wrong, so it does not wait until the disk has every commit. */
export type Keeping = 'every-commit' | 'draft'

function openWriter(file: string, keeping: Keeping): Connection {
  const database = new DatabaseSync(file, { timeout: 0, enableForeignKeyConstraints: true })
  database.exec(
    `pragma journal_mode = wal; pragma synchronous = ${keeping === 'draft' ? 'off' : 'full'}; pragma temp_store = memory; pragma cache_size = -16000`,
  )
  return new Connection(database)
}

function openReader(file: string): Connection {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 0 })
  database.exec('pragma query_only = on; pragma temp_store = memory; pragma cache_size = -4000')
  return new Connection(database)
}

export async function openSqlite(file: string, keeping: Keeping = 'every-commit'): Promise<Engine> {
  const writer = await patiently(() => openWriter(file, keeping))
  const readers = await patiently(() => Array.from({ length: READERS }, () => openReader(file)))
  const writing = lendingOf([writer])
  const reading = lendingOf(readers)
  const rollback = (connection: Connection): void => {
    if (connection.database.isTransaction) connection.database.exec('rollback')
  }
  /** A connection is given back however its ending went, or everybody after would wait for ever. */
  const ending = async (
    connection: Connection,
    desk: Lending<Connection>,
    end?: () => Promise<void>,
  ): Promise<void> => {
    try {
      await end?.()
    } finally {
      try {
        rollback(connection)
      } finally {
        desk.giveBack(connection)
      }
    }
  }

  const beginWrite: Engine['beginWrite'] = async () => {
    const connection = await writing.borrow()
    const { database } = connection
    try {
      await patiently(() => database.exec('begin immediate'))
    } catch (error) {
      writing.giveBack(connection)
      throw error
    }
    return {
      connection,
      commit: () => ending(connection, writing, () => patiently(() => database.exec('commit'))),
      rollback: () => ending(connection, writing),
    }
  }

  const beginRead: Engine['beginRead'] = async () => {
    const connection = await reading.borrow()
    connection.database.exec('begin')
    return { connection, end: () => ending(connection, reading) }
  }

  return {
    kind: 'sqlite',
    executor: new DefaultQueryExecutor(new SqliteQueryCompiler(), new SqliteAdapter(), noProvider),
    beginRead,
    beginWrite,
    isWorthRetrying: () => false,
    conflictOf: (error) => /UNIQUE constraint failed: (.*)/.exec(error instanceof Error ? error.message : '')?.[1],
    clockSql: (plus) => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '${(plus / 1000).toFixed(3)} seconds')`,
    admin: adminOver(beginWrite),
    async close() {
      for (const { database } of [...readers, writer]) if (database.isOpen) database.close()
    },
  }
}

/** SQLite undoes half a migration as well as any other write; Kysely does not ask it to unless told. */
class TransactionalDdl extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** Kysely's migrator wants a dialect; it gets the one connection that writes, transaction already begun. */
function adminOver(beginWrite: Engine['beginWrite']): Kysely<unknown> {
  const holds = new WeakMap<DatabaseConnection, { hold: WriteHold; isUndone: boolean }>()
  return new Kysely<unknown>({
    dialect: {
      createAdapter: () => new TransactionalDdl(),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createDriver: () => ({
        async init() {},
        async acquireConnection() {
          const hold = await beginWrite()
          holds.set(hold.connection, { hold, isUndone: false })
          return hold.connection
        },
        async beginTransaction() {},
        async commitTransaction() {},
        async rollbackTransaction(connection) {
          const lent = holds.get(connection)
          if (lent) lent.isUndone = true
        },
        async releaseConnection(connection) {
          const lent = holds.get(connection)
          await (lent?.isUndone === true ? lent.hold.rollback() : lent?.hold.commit())
        },
        async destroy() {},
      }),
    },
  })
}
