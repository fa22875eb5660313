// PostgreSQL as an engine, by DATABASE_URL: levelled so that the rest of the house cannot tell it from SQLite.
import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import { busy, BUSY_FOR } from './busy.ts'
import type { Engine } from './engine.ts'
import { noProvider } from './no-provider.ts'
import { plainValues } from './plain-values.ts'

const CONNECTIONS = 10
const BYTEA = 17
const INT8 = 20
const NUMERIC = 1700
const UNIQUE_VIOLATION = '23505'
const LOCK_NOT_AVAILABLE = '55P03'
const BROKEN_OFF = new Set(['40001', '40P01'])

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

const readBytes = pg.types.getTypeParser(BYTEA)

/** Counts and ids come as text by default, because they may exceed what a number holds exactly; ours never do. */
const types = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    if (id === INT8 || id === NUMERIC) return Number
    if (id === BYTEA) return (text: string) => new Uint8Array(readBytes(text) as Uint8Array)
    return format === 'binary' ? pg.types.getTypeParser(id, 'binary') : pg.types.getTypeParser(id)
  },
}

/** One query after the other, whoever asks: the driver will not queue them itself for much longer. */
class Connection implements DatabaseConnection {
  readonly client: pg.PoolClient
  #last: Promise<unknown> = Promise.resolve()

  constructor(client: pg.PoolClient) {
    this.client = client
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const values = plainValues(query.parameters)
    try {
      const result = await this.inTurn(() => this.client.query(query.sql, values))
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    } catch (error) {
      throw codeOf(error) === LOCK_NOT_AVAILABLE ? busy() : error
    }
  }

  inTurn<T>(ask: () => Promise<T>): Promise<T> {
    const answer = this.#last.then(ask)
    this.#last = answer.catch(() => {})
    return answer
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Long reads work in pages: nothing is streamed here')
  }
}

const beginReading = 'begin transaction isolation level repeatable read, read only'
/** Whatever the server's own defaults are. */
const beginWriting = `begin transaction isolation level read committed, read write; set local lock_timeout = ${BUSY_FOR}`

export async function openPostgres(url: string): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, types, connectionTimeoutMillis: 10_000 })
  // Without listeners the process dies when the server goes away, on idle connections and on those in use;
  // the next query says what is wrong.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const probe = await pool.connect()
  probe.release()

  return {
    kind: 'postgres',
    executor: new DefaultQueryExecutor(new PostgresQueryCompiler(), new PostgresAdapter(), noProvider),
    async beginRead() {
      const connection = await begin(pool, beginReading)
      return { connection, end: () => letGo(connection, 'commit') }
    },
    async beginWrite() {
      const connection = await begin(pool, beginWriting)
      return { connection, commit: () => commit(connection), rollback: () => letGo(connection, 'rollback') }
    },
    isWorthRetrying: (error) => BROKEN_OFF.has(String(codeOf(error))),
    conflictOf,
    clockSql: (plus) =>
      `to_char((clock_timestamp() + interval '${plus} milliseconds') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    admin: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
    close: async () => (pool.ending ? undefined : pool.end()),
  }
}

async function begin(pool: pg.Pool, statement: string): Promise<Connection> {
  const client = await pool.connect().catch((error: unknown) => {
    throw error instanceof Error && error.message.startsWith('timeout exceeded') ? busy() : error
  })
  try {
    await client.query(statement)
    return new Connection(client)
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Nothing is lost when this fails: the server itself ends what a lost connection had begun. */
async function letGo(connection: Connection, statement: 'commit' | 'rollback'): Promise<void> {
  const { client } = connection
  await connection
    .inTurn(() => client.query(statement))
    .then(
      () => client.release(),
      () => client.release(true),
    )
}

/** A transaction in which something failed is undone by its commit, and the server says so in one word only. */
async function commit(connection: Connection): Promise<void> {
  const { client } = connection
  try {
    const { command } = await connection.inTurn(() => client.query('commit'))
    if (command !== 'COMMIT') throw new Error(`PostgreSQL answered the commit with ${command}`)
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** As SQLite names it: `claims.day_id, claims.place`. */
function conflictOf(error: unknown): string | undefined {
  if (codeOf(error) !== UNIQUE_VIOLATION || !(error instanceof pg.DatabaseError)) return undefined
  const columns = /\(([^()]*)\)=\(/.exec(error.detail ?? '')?.[1]
  if (columns === undefined) return error.constraint ?? 'unknown'
  return columns
    .split(', ')
    .map((column) => `${error.table}.${column}`)
    .join(', ')
}
