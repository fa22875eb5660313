// Speaks to the site about what is typed: sends what changed, and says what became of it.
import type { FieldChange, Said } from './stretch.ts'

export type Sending = {
  readonly to: string
  readonly csrf: string
  readonly place: string
  readonly number: number
  readonly how: 'on' | 'over' | 'aside'
  readonly changes: Readonly<Record<string, FieldChange>>
  /** The page is about to be gone. */
  readonly isLast: boolean
}

export type Outcome =
  | { readonly is: 'kept'; readonly number: number; readonly at: string }
  | { readonly is: 'other'; readonly number: number; readonly at: string; readonly said: Said }
  /** With the sentence why. */
  | { readonly is: 'refused'; readonly says: string }
  | { readonly is: 'gone' | 'signed-out' | 'not-there' | 'offline' | 'later' }

/** What a browser still sends for a page that is gone. */
const MOST_AT_LAST = 60_000

export async function send(sending: Sending): Promise<Outcome> {
  const body = new FormData()
  const { to, csrf, place, number, how } = sending
  const said = JSON.stringify(sending.changes)
  for (const [name, value] of Object.entries({ _csrf: csrf, place, number: String(number), how, said }))
    body.set(name, value)
  try {
    const keepalive = sending.isLast && said.length < MOST_AT_LAST
    const response = await fetch(to, { method: 'POST', body, keepalive, signal: AbortSignal.timeout(30_000) })
    return await outcomeOf(response)
  } catch {
    return { is: 'offline' }
  }
}

async function outcomeOf(response: Response): Promise<Outcome> {
  if (response.status === 200 || response.status === 409) {
    const read: unknown = await response.json()
    const told = toldIn(read)
    if (!told) return { is: 'offline' }
    return response.status === 200 ? { is: 'kept', ...told } : { is: 'other', ...told, said: saidOf(read) }
  }
  if (response.status === 422) return { is: 'refused', says: sentenceIn(await response.json()) }
  const known = { 403: 'signed-out', 404: 'not-there', 410: 'gone', 429: 'later' } as const
  if (response.status === 413) return { is: 'refused', says: 'This is more than a text may have.' }
  return { is: Object.entries(known).find(([status]) => Number(status) === response.status)?.[1] ?? 'offline' }
}

function toldIn(read: unknown): { number: number; at: string } | undefined {
  if (typeof read !== 'object' || read === null || !('number' in read) || !('at' in read)) return undefined
  const { number, at } = read
  return typeof number === 'number' && typeof at === 'string' ? { number, at } : undefined
}

const sentenceIn = (read: unknown): string =>
  typeof read === 'object' && read !== null && 'says' in read ? String(read.says) : ''

function saidOf(read: unknown): Said {
  if (typeof read !== 'object' || read === null || !('entries' in read)) return {}
  const { entries } = read
  if (typeof entries !== 'object' || entries === null) return {}
  return Object.fromEntries(
    Object.entries(entries).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}
