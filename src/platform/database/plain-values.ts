// Only plain values reach a driver: one object bound by mistake (a Temporal date, say) silently shifts a whole row.

export type PlainValue = string | number | bigint | null | Uint8Array

const isPlain = (value: unknown): value is PlainValue =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'bigint' ||
  value instanceof Uint8Array

/** Throws a TypeError that names the offender's place, never its content. */
export function plainValues(parameters: readonly unknown[]): PlainValue[] {
  return parameters.map((value, at) => {
    if (isPlain(value)) return value
    const kind = value === undefined ? 'undefined' : Object.prototype.toString.call(value).slice(8, -1)
    throw new TypeError(`Only text, numbers, bytes and null may be bound: parameter ${at + 1} is ${kind}`)
  })
}
