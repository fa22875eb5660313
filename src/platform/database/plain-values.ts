// Only plain values reach a driver: one object bound by mistake (a Temporal date, say) silently shifts a whole row.

export type PlainValue = string | number | bigint | null | Uint8Array

/** NUL in a text, and a number that is none, would be kept by one engine and refused by the other. */
const isPlain = (value: unknown): value is PlainValue =>
  value === null ||
  (typeof value === 'string' && !value.includes('\0')) ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  typeof value === 'bigint' ||
  value instanceof Uint8Array

function kindOf(value: unknown): string {
  if (value === undefined) return 'undefined'
  if (typeof value === 'string') return 'text with a NUL in it'
  return typeof value === 'number' ? 'not a finite number' : Object.prototype.toString.call(value).slice(8, -1)
}

/** Throws a TypeError that names the offender's place, never its content. */
export function plainValues(parameters: readonly unknown[]): PlainValue[] {
  return parameters.map((value, at) => {
    if (isPlain(value)) return value
    throw new TypeError(`Only text, numbers, bytes and null may be bound: parameter ${at + 1} is ${kindOf(value)}`)
  })
}
