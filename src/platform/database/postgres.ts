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
import type { Engine } from './engine.ts'
import { noProvider } from './no-provider.ts'
import { plainValues } from './plain-values.ts'

const CONNECTIONS = 10
const INT8 = 20
const NUMERIC = 1700
const UNIQUE_VIOLATION = '23505'
const BROKEN_OFF = new Set(['40001', '40P01'])

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Counts and ids come as text by default, because they may exceed what a number holds exactly; ours never do. */
const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === INT8 || id === NUMERIC
      ? Number
      : format === 'binary'
        ? pg.types.getTypeParser(id, 'binary')
        : pg.types.getTypeParser(id),
}

class Connection implements DatabaseConnection {
  readonly client: pg.PoolClient

  constructor(client: pg.PoolClient) {
    this.client = client
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.client.query(query.sql, plainValues(query.parameters))
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Long reads work in pages: nothing is streamed here')
  }
}

export async function openPostgres(url: string): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, types, connectionTimeoutMillis: 10_000 })
  // Without a listener the process dies when the server goes away; the next query says what is wrong.
  pool.on('error', () => {})
  const probe = await pool.connect()
  probe.release()

  /** A connection on which even the ending failed is of no more use to anybody. */
  const ending = (client: pg.PoolClient, statement: string) => async (): Promise<void> => {
    try {
      await client.query(statement)
      client.release()
    } catch (error) {
      client.release(true)
      throw error
    }
  }
  const begin = async (statement: string): Promise<pg.PoolClient> => {
    const client = await pool.connect()
    try {
      await client.query(statement)
      return client
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  return {
    kind: 'postgres',
    executor: new DefaultQueryExecutor(new PostgresQueryCompiler(), new PostgresAdapter(), noProvider),
    async beginRead() {
      const client = await begin('begin transaction isolation level repeatable read, read only')
      return { connection: new Connection(client), end: ending(client, 'commit') }
    },
    async beginWrite() {
      const client = await begin('begin')
      return {
        connection: new Connection(client),
        commit: ending(client, 'commit'),
        rollback: ending(client, 'rollback'),
      }
    },
    isWorthRetrying: (error) => BROKEN_OFF.has(String(codeOf(error))),
    conflictOf: (error) => {
      if (codeOf(error) !== UNIQUE_VIOLATION) return undefined
      return error instanceof Error && 'constraint' in error ? String(error.constraint) : 'unknown'
    },
    clockSql: (plus) =>
      `to_char((clock_timestamp() + interval '${plus} milliseconds') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    admin: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
    close: () => pool.end(),
  }
}
