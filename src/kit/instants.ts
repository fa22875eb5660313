// Moments in time as text of exactly 24 characters, so that ordering by bytes is ordering by time in TypeScript and in both databases.

export type Instant = string & { readonly instant: unique symbol }

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Throws a RangeError for anything that is not the 24-character text of a real moment. */
export function toInstant(text: string): Instant {
  if (isInstant(text)) return text
  throw new RangeError(`Not an instant of 24 characters: ${JSON.stringify(text)}`)
}

/** The moment so many milliseconds after 1970 began; throws a RangeError outside the years 0000 to 9999. */
export function instantAt(epochMilliseconds: number): Instant {
  const text = Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString({ smallestUnit: 'millisecond' })
  if (hasForm(text)) return text
  throw new RangeError(`No 24-character text for the instant ${text}`)
}

export function millisOf(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

export function addMillis(instant: Instant, milliseconds: number): Instant {
  return instantAt(millisOf(instant) + milliseconds)
}

export function minutes(count: number): number {
  return count * 60_000
}

export function hours(count: number): number {
  return count * 3_600_000
}

/** So many times 24 hours. A calendar day may be longer or shorter: for those there is `addDays`. */
export function daysLong(count: number): number {
  return count * 86_400_000
}

export function later(a: Instant, b: Instant): Instant {
  return a < b ? b : a
}

export function earlier(a: Instant, b: Instant): Instant {
  return b < a ? b : a
}

// The form alone would let the 31st of February pass; writing it out again shows whether the moment is real.
function isInstant(text: string): text is Instant {
  if (!hasForm(text)) return false
  try {
    return Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }) === text
  } catch {
    return false
  }
}

function hasForm(text: string): text is Instant {
  return FORM.test(text)
}
