// What a browser says of a form it keeps: only the fields that changed, and of a long one only the letters that did. Pure.
import { Refusal } from '#src/kit/refusal.ts'
import type { Entries } from '#src/kit/form.ts'

/** A field as it is now; a stretch that was put in place of another one; or a field that is there no more. */
export type FieldChange = string | readonly [at: number, cut: number, put: string] | null

export type FieldChanges = Readonly<Record<string, FieldChange>>

/** A story of two million characters with a header around it. */
const MOST_CHARACTERS = 2_400_000
const MOST_FIELDS = 120

/** What belongs to one sending of a form, and not to what was typed in it. */
const unkept = new Set(['_csrf', 'do', 'typing'])

export const typedIn = (entries: Entries): Entries =>
  new Map([...entries].filter(([name]) => !unkept.has(name) && /^[\w-]{1,60}$/.test(name)))

const unreadable = (): Refusal =>
  new Refusal('forbidden', 'typing/unreadable', 'What your browser sent could not be read, so nothing was kept.')

export function changesFrom(json: string): FieldChanges {
  const said = parsed(json)
  if (typeof said !== 'object' || said === null || Array.isArray(said)) throw unreadable()
  for (const [name, change] of Object.entries(said)) if (name.length > 60 || !isChange(change)) throw unreadable()
  return Object.fromEntries(Object.entries(said).filter((pair): pair is [string, FieldChange] => isChange(pair[1])))
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw unreadable()
  }
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

function isChange(change: unknown): change is FieldChange {
  if (change === null || typeof change === 'string') return true
  return (
    Array.isArray(change) &&
    change.length === 3 &&
    isCount(change[0]) &&
    isCount(change[1]) &&
    typeof change[2] === 'string'
  )
}

/** Half a letter may be at the edge of a stretch, so only what comes of it is cleaned. */
const clean = (text: string): string => text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed()

export function withChanges(before: Entries, changes: FieldChanges): Entries {
  const after = new Map(before)
  for (const [name, change] of Object.entries(changes)) {
    if (change === null) after.delete(name)
    else after.set(name, clean(typeof change === 'string' ? change : spliced(before.get(name) ?? '', change)))
  }
  const kept = typedIn(after)
  const characters = [...kept.values()].reduce((sum, value) => sum + value.length, 0)
  if (characters > MOST_CHARACTERS || kept.size > MOST_FIELDS) {
    throw new Refusal('limit', 'typing/too-long', 'This is more than a text may have, so it is not kept by itself.')
  }
  return kept
}

function spliced(text: string, [at, cut, put]: readonly [number, number, string]): string {
  if (at + cut > text.length) throw unreadable()
  return text.slice(0, at) + put + text.slice(at + cut)
}

/** Whether two forms say the same; what is empty says nothing. */
export function saysTheSame(one: Entries, other: Entries): boolean {
  const said = (entries: Entries): string =>
    JSON.stringify(
      [...typedIn(entries)]
        .filter(([name, value]) => value !== '' && !bookkeeping.has(name))
        .map(([name, value]) => [name, value.trim()])
        .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    )
  return said(one) === said(other)
}

/** Which sending it is, what it was made from, and in which tab. */
const bookkeeping = new Set(['once', 'version', 'tab'])
