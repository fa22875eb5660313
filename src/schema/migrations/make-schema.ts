// What a migration is given to work with: it writes each statement once, in words that both engines understand.
import { type Kysely, sql } from 'kysely'
import { type EngineKind, inEngineWords, tableIn } from '../engine-words.ts'

export type MakeSchema = {
  readonly table: (name: string, body: string) => Promise<void>
  readonly index: (name: string, on: string, unique?: 'unique') => Promise<void>
  readonly run: (statement: string) => Promise<void>
}

export function makeSchema(kind: EngineKind, db: Kysely<unknown>): MakeSchema {
  const run = async (statement: string): Promise<void> => {
    await sql.raw(statement).execute(db)
  }
  return {
    table: (name, body) => run(tableIn(kind, name, body)),
    index: (name, on, unique) => run(`create ${unique ?? ''} index ${name} on ${on}`),
    run: (statement) => run(inEngineWords(kind, statement)),
  }
}
