// How often each kind of tidying had something to do.
import { type Tidied, type TidyKind, tidyKinds } from './kinds.ts'

export type Tally = {
  readonly tell: (kind: TidyKind, count?: number) => void
  readonly told: () => readonly Tidied[]
}

export function openTally(): Tally {
  const counts = new Map<TidyKind, number>()
  return {
    tell: (kind, count = 1) => void counts.set(kind, (counts.get(kind) ?? 0) + count),
    told: () =>
      tidyKinds.flatMap((kind) => ((counts.get(kind) ?? 0) > 0 ? [{ kind, count: counts.get(kind) ?? 0 }] : [])),
  }
}
