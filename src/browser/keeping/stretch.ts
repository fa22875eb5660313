// Between two texts the one stretch that is another: what is sent of a long text that is typed in. Pure.

export type Stretch = readonly [at: number, cut: number, put: string]

export type Said = Readonly<Record<string, string>>

export type FieldChange = string | Stretch | null

function stretchBetween(before: string, after: string): Stretch {
  const most = Math.min(before.length, after.length)
  let at = 0
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at += 1
  let end = 0
  while (end < most - at && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
    end += 1
  return [at, before.length - end - at, after.slice(at, after.length - end)]
}

/** Fields that are as they were are not among them. */
export function changesBetween(before: Said, after: Said): Record<string, FieldChange> {
  const changes: Record<string, FieldChange> = {}
  for (const [name, value] of Object.entries(after)) {
    const was = before[name]
    if (was === value) continue
    changes[name] = was === undefined || was.length < 200 ? value : stretchBetween(was, value)
  }
  for (const name of Object.keys(before)) if (!(name in after)) changes[name] = null
  return changes
}

export const isAlike = (one: Said, other: Said): boolean => Object.keys(changesBetween(one, other)).length === 0

/** Which sending it is, what it was made from, and in which tab. */
export const bookkeeping: ReadonlySet<string> = new Set(['once', 'version', 'typing', 'tab'])

/** Whether they say the same to whoever reads them: spaces at the ends, and which of them is empty, say nothing. */
export function saysTheSame(one: Said, other: Said): boolean {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !bookkeeping.has(name))
  return names.every((name) => (one[name] ?? '').trim() === (other[name] ?? '').trim())
}
