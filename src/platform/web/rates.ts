// So many tries in so much time: a bucket for each asker that fills again by itself, kept in memory only.
import { type Instant, millisOf } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'

export type Rate = { readonly tries: number; readonly perSeconds: number }

export type Rates = { readonly take: (what: string, rate: Rate, now: Instant) => void }

const ASKERS_KEPT = 50_000

/** `take` throws a refusal that says honestly how long to wait. */
export function makeRates(): Rates {
  const buckets = new Map<string, { left: number; at: number }>()
  return {
    take(what, rate, now) {
      const millis = millisOf(now)
      const perTry = (rate.perSeconds * 1_000) / rate.tries
      const bucket = buckets.get(what) ?? { left: rate.tries, at: millis }
      const left = Math.min(rate.tries, bucket.left + Math.max(0, millis - bucket.at) / perTry)
      if (left < 1) throw tooMany(Math.ceil(((1 - left) * perTry) / 1_000))
      buckets.delete(what)
      buckets.set(what, { left: left - 1, at: millis })
      if (buckets.size > ASKERS_KEPT) buckets.delete(buckets.keys().next().value ?? '')
    },
  }
}

function tooMany(seconds: number): Refusal {
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  return new Refusal('limit', 'rate', `That was tried many times in a row. Please wait ${wait} and try again.`)
}
