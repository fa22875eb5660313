// So many tries in so much time: a bucket for each asker that fills again by itself, kept in memory only.
import { type Instant, millisOf } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'

export type Rate = { readonly tries: number; readonly perSeconds: number }

export type Rates = { readonly take: (what: string, rate: Rate, now: Instant) => void }

const ASKERS_KEPT = 50_000

/** Below this, in milliseconds, is only what dividing leaves over. */
const NOTHING = 0.001

/** `take` throws a refusal that says honestly how long to wait. Kept is only when a bucket will be full again. */
export function makeRates(): Rates {
  const fullAt = new Map<string, number>()
  return {
    take(what, rate, now) {
      const millis = millisOf(now)
      const toFill = rate.perSeconds * 1_000
      const perTry = toFill / rate.tries
      // A clock that was put back makes nobody wait for longer than an empty bucket does.
      const missing = Math.min(toFill, Math.max(0, (fullAt.get(what) ?? millis) - millis))
      const wait = missing + perTry - toFill
      if (wait > NOTHING) throw tooMany(Math.ceil((wait - NOTHING) / 1_000))
      fullAt.delete(what)
      fullAt.set(what, millis + missing + perTry)
      if (fullAt.size > ASKERS_KEPT) fullAt.delete(fullAt.keys().next().value ?? '')
    },
  }
}

function tooMany(seconds: number): Refusal {
  const wait =
    seconds < 90 ? `${seconds} ${seconds === 1 ? 'second' : 'seconds'}` : `${Math.ceil(seconds / 60)} minutes`
  return new Refusal('limit', 'rate', `That was tried many times in a row. Please wait ${wait} and try again.`)
}

/** A household has one IPv4 address but as many of IPv6 as it likes: those count together, by their first half. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const groups = [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''))
  return `${groups.slice(0, 4).join(':')}::/64`
}
