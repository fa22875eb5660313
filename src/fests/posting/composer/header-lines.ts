// The lists and the other lines of a header, as they stand in fields of a form and as they are kept.
import type { Entries } from '#src/kit/form.ts'

/** Commas, semicolons and line ends part names, but not inside brackets. */
export function namesIn(typed: string): string[] {
  const names = typed.split(/[,;\n](?![^(]*\))/u).map((name) => name.trim())
  return [...new Set(names.filter((name) => name !== ''))]
}

/** A warning that is said in sentences stays whole. */
export function warningsIn(typed: string): string[] {
  const names = namesIn(typed)
  const isProse = /[.!?](?:\s|$)/u.test(typed) && names.some((name) => name.split(/\s+/u).length > 3)
  return isProse || names.some((name) => name.split(/\s+/u).length > 6) ? [typed.trim()] : names
}

const label = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** "Spoilers: all of season 6", one a line; a value of several lines goes on beneath. */
export const linesOf = (header: Readonly<Record<string, string>>): string =>
  Object.entries(header)
    .map(([name, value]) => `${label(name)}: ${value}`)
    .join('\n')

/** A line without a name belongs to the one before it. */
export function headerIn(lines: string): Record<string, string> {
  const header = new Map<string, string>()
  let last = 'other'
  for (const line of lines.split('\n')) {
    const [, name, value] = /^\s*([\p{L}][\p{L} -]{0,30}):\s*(.*)$/u.exec(line) ?? []
    if (name !== undefined && !/^https?$/i.test(name)) last = name.toLowerCase()
    const said = name === undefined || last === 'other' ? line : (value ?? '')
    const before = header.get(last)
    if (said.trim() !== '' || before !== undefined) header.set(last, before === undefined ? said : `${before}\n${said}`)
  }
  return Object.fromEntries(
    [...header].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== ''),
  )
}

/** What was typed stays; what is empty is filled with what was found. */
export function filled(typed: Entries, found: Readonly<Record<string, string | undefined>>): Entries {
  const entries = new Map(typed)
  for (const [name, value] of Object.entries(found)) {
    if (value !== undefined && value !== '' && (entries.get(name) ?? '').trim() === '') entries.set(name, value)
  }
  return entries
}
