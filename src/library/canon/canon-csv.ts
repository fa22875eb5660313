// Reads the timeline of a canon from the small CSV that docs/canon-csv.md describes: a tree of parts, in order.
import { type CsvError, parse } from 'csv-parse/sync'

export type PlannedPart = {
  readonly kind: string
  readonly code: string
  /** The code of the part it belongs to; undefined at the top. */
  readonly parent: string | undefined
  readonly title: string
  readonly aliases: readonly string[]
}

export type CanonRead = { readonly parts: readonly PlannedPart[] } | { readonly errors: readonly string[] }

type Line = Readonly<Record<string, string>>

const REQUIRED = ['kind', 'code', 'title']

/** Parts in the order of the story; every error names its line, so that all can be mended in one go. */
export function readCanon(text: string): CanonRead {
  const lines = readLines(text)
  if ('errors' in lines) return lines
  const codes = new Set<string>()
  const errors = lines.rows.flatMap((row, at) => faultsOf(row, at + 2, codes))
  return errors.length > 0 ? { errors } : { parts: inOrder(lines.rows) }
}

function readLines(text: string): { rows: readonly Line[] } | { errors: string[] } {
  try {
    const rows: Line[] = parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true })
    const absent = REQUIRED.filter((name) => !(name in (rows[0] ?? {})))
    if (rows.length === 0) return { errors: ['The file has no parts.'] }
    return absent.length === 0
      ? { rows }
      : { errors: [`The first line must name the columns; missing: ${absent.join(', ')}.`] }
  } catch (error) {
    const isCsv = (caught: unknown): caught is CsvError => caught instanceof Error && 'code' in caught
    if (isCsv(error)) return { errors: [`This is not a CSV file: ${error.message}.`] }
    throw error
  }
}

/** A part stands below its parent in the file, so whoever reads it from the top never has to look ahead. */
function faultsOf(row: Line, line: number, codes: Set<string>): string[] {
  const { code = '', parent = '', order = '' } = row
  const faults = REQUIRED.filter((name) => (row[name] ?? '') === '').map((name) => `Line ${line}: ${name} is empty.`)
  if (codes.has(code)) faults.push(`Line ${line}: the code ${code} stands twice.`)
  if (parent !== '' && !codes.has(parent)) faults.push(`Line ${line}: the parent ${parent} does not stand above it.`)
  if (order !== '' && !/^\d+(\.\d+)?$/.test(order)) faults.push(`Line ${line}: the order ${order} is not a number.`)
  codes.add(code)
  return faults
}

/** Parts with an `order` come by it, so that two series can interleave; the others stay where they stand in the file. */
function inOrder(rows: readonly Line[]): PlannedPart[] {
  let last = 0
  const placed = rows.map((row) => {
    last = row.order ? Number(row.order) : last
    return { row, order: row.order ? Number(row.order) : undefined, after: last }
  })
  const heads = placed.filter(({ order }) => order === undefined)
  const leaves = placed.filter(({ order }) => order !== undefined)
  const sorted = leaves.toSorted((one, other) => one.after - other.after)
  return [...(leaves.length === 0 ? placed : [...heads, ...sorted])].map(({ row }) => partOf(row))
}

function partOf({ kind = '', code = '', parent = '', title = '', aliases = '' }: Line): PlannedPart {
  const others = aliases.split(';').map((alias) => alias.trim())
  return {
    kind,
    code,
    parent: parent === '' ? undefined : parent,
    title,
    aliases: others.filter((alias) => alias !== ''),
  }
}
