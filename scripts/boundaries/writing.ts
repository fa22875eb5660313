// Who writes which table: the schema says which feature keeps it, and only that feature's stores may change it.
import { features, isMigration, placeOf } from './places.ts'
import { lineAt, matches } from './reading.ts'
import type { Reading } from './reading.ts'

/**
 * Columns that decide who may see a work, and the files that may name them: all others ask `maySee` or its translation
 * to SQL.
 */
export const visibility = {
  columns: ['is_unrevealed', 'is_anonymous', 'is_adult', 'hidden_at', 'audience'] as readonly string[],
  homes: ['works', 'works-seen', 'work-saves', 'visible'].map((name) => `src/library/works/${name}.store.ts`),
}

const writes = /\b(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*(?:(['"`])(\w+)[^'"`]*\1)?/g
const rawWrites =
  /\bsql(?:<[^`]*>)?`\s*(?:insert\s+(?:or\s+\w+\s+)?into|update|delete\s+from|replace\s+into)\s+"?(\w+)/gi

export function writingBreaches(readings: readonly Reading[]): string[] {
  const { keepers, breaches } = tableKeepers(readings)
  return [...breaches, ...readings.flatMap((reading) => writesOf(reading, keepers))]
}

const schemaFile = /^src\/schema\/(?:platform|([a-z]+)\/([a-z-]+))\.ts$/

function tableKeepers(readings: readonly Reading[]): { keepers: Map<string, string>; breaches: string[] } {
  const keepers = new Map<string, string>()
  const breaches: string[] = []
  for (const { path, spoken } of readings) {
    const [, area = '', feature] = schemaFile.exec(path) ?? []
    if (!schemaFile.test(path) || (feature && !(area in features))) continue
    const list = /^export const tables = \[([^\]]*)\] as const/m.exec(spoken)
    if (!list)
      breaches.push(
        `${path}:1 does not say which tables its feature keeps: add "export const tables = [...] as const".`,
      )
    for (const [, table = ''] of (list?.[1] ?? '').matchAll(/'(\w+)'/g)) {
      const other = keepers.get(table)
      if (other)
        breaches.push(
          `${path}:${lineAt(spoken, list?.index ?? 0)} names the table ${table}, which ${other} keeps: a table has one keeper.`,
        )
      keepers.set(table, feature ? `${area}/${feature}` : 'platform')
    }
  }
  return { keepers, breaches }
}

function writesOf(reading: Reading, keepers: ReadonlyMap<string, string>): string[] {
  const place = placeOf(reading.path)
  if (typeof place === 'string' || place.isTest || isMigration(reading.path)) return []
  const found = [
    ...[...matches(reading.spoken, writes)].map(({ line, found: [, , table] }) => ({ line, table })),
    ...[...matches(reading.spoken, rawWrites)].map(({ line, found: [, table] }) => ({ line, table })),
  ]
  return found.flatMap(({ line, table }) => {
    const said = place.layer === 'platform' && !table ? undefined : writeBreach(place, table, keepers)
    return said ? [`${reading.path}:${line} ${said}`] : []
  })
}

function writeBreach(
  place: { feature: string; role: string },
  table: string | undefined,
  keepers: ReadonlyMap<string, string>,
): string | undefined {
  if (!table)
    return 'writes a table that is not named here: write its name as a plain string, so that its keeper can be checked.'
  if (place.role !== 'store' && place.feature !== 'platform')
    return `writes ${table} outside a store: move the query into a *.store.ts file.`
  const keeper = keepers.get(table)
  // What an engine keeps for itself belongs to the layer that speaks to engines.
  if (table.startsWith('sqlite_') && place.feature === 'platform') return undefined
  if (!keeper) return `writes ${table}, which no file in src/schema keeps: add it to the "tables" of its feature.`
  return keeper === place.feature
    ? undefined
    : `writes ${table}, which ${keeper} keeps: call an operation of ${keeper} instead.`
}

export function visibilityBreaches(readings: readonly Reading[], { columns, homes } = visibility): string[] {
  if (columns.length === 0) return []
  const named = new RegExp(`\\b(?:${columns.join('|')})\\b`, 'g')
  const looked = readings.filter(({ path }) => path.endsWith('.store.ts') && !homes.includes(path))
  return looked.flatMap(({ path, spoken }) =>
    [...matches(spoken, named)].map(
      ({ line, found }) =>
        `${path}:${line} mentions ${found[0]}: only src/library/works decides who sees a work, so use its visible.store.ts.`,
    ),
  )
}
