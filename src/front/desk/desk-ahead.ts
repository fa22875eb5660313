// What will happen at the next midnights, if nothing else does: a dry run by the same table that will do it. And what the clock did.
import {
  type Ahead,
  aheadWithHold,
  type ClockTurn,
  type DeskClaim,
  type Lapse,
} from '#src/fests/claims/mods/desk-claims.ts'
import type { DeskPiece } from '#src/fests/posting/mods/desk-pieces.ts'
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'

export type AheadLine = {
  readonly at: Instant
  readonly what: (Ahead | Lapse)['what'] | 'goes-up' | 'goes-up-later'
  readonly claims: readonly DeskClaim['claim'][]
}

/** Long enough for the midnights of all zones, and for the one after. */
const WINDOW = daysLong(3)

type Known = { readonly claims: readonly DeskClaim[]; readonly pieces: readonly DeskPiece[] }

/** In the order of time; who meets the same at the same minute stands in one line. */
export function aheadOf(known: Known, now: Instant): AheadLine[] {
  return gather(known, now, addMillis(now, WINDOW))
}

/** Where nothing comes within the window: the first that comes at all. */
export const firstAhead = (known: Known, now: Instant): AheadLine | undefined =>
  gather(known, now, addMillis(now, daysLong(400)))[0]

function gather({ claims, pieces }: Known, now: Instant, until: Instant): AheadLine[] {
  const byId = new Map(claims.map(({ claim }) => [claim.id, claim]))
  const moments = [
    ...claims.flatMap((each) =>
      aheadWithHold(each, now, until).map(({ at, what }) => ({ at, what, claim: each.claim })),
    ),
    ...pieces.flatMap(({ claim: id, state, goesUpAt: at }) => {
      const claim = byId.get(id ?? 0)
      if (!claim || state !== 'scheduled' || at === null || at > until) return []
      return [{ at, what: claim.state === 'later' ? ('goes-up-later' as const) : ('goes-up' as const), claim }]
    }),
  ]
  const groups = Map.groupBy(moments, ({ at, what }) => `${at} ${what}`)
  return [...groups.entries()]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [first, ...rest]]) =>
      first ? [{ at: first.at, what: first.what, claims: [first, ...rest].map(({ claim }) => claim) }] : [],
    )
}

export type DoneLine = {
  readonly at: Instant
  readonly doneAt: Instant
  readonly what: 'expected-later' | 'counts' | 'closed' | 'went-up'
  readonly claim: DeskClaim['claim']
  /** What went up, where it is up still. */
  readonly work: number | undefined
}

/** The newest first. Something small for the day turns no claim, so its going up is read off the piece. */
export function doneOf({ claims, pieces }: Known, turns: readonly ClockTurn[], limit: number): DoneLine[] {
  const byId = new Map(claims.map(({ claim }) => [claim.id, claim]))
  const up = (claim: number, roles: readonly DeskPiece['role'][]): number | undefined =>
    pieces.find((piece) => piece.claim === claim && piece.state === 'posted' && roles.includes(piece.role))?.work
  const turned = turns.flatMap(({ claim: id, event, to, at, doneAt }): DoneLine[] => {
    const claim = byId.get(id)
    if (!claim) return []
    const what =
      event === 'goes-live' ? 'went-up' : to === 'kept' ? 'counts' : to === 'later' ? 'expected-later' : 'closed'
    return [{ at, doneAt, what, claim, work: what === 'went-up' ? up(id, ['main', 'part']) : undefined }]
  })
  const small = pieces.flatMap(({ work, claim: id, role, state, postedAt, handedInAt }): DoneLine[] => {
    const claim = byId.get(id ?? 0)
    const isByItself = handedInAt !== null && postedAt !== null && handedInAt < postedAt
    if (!claim || role !== 'stand-in' || state !== 'posted' || !isByItself || postedAt !== claim.deadlines.start.at)
      return []
    return [{ at: postedAt, doneAt: postedAt, what: 'went-up', claim, work }]
  })
  return [...turned, ...small].toSorted(newerFirst).slice(0, limit)
}

/** What came in the same minute stays as it came. */
export const newerFirst = (one: { readonly at: Instant }, other: { readonly at: Instant }): number =>
  one.at === other.at ? 0 : one.at > other.at ? -1 : 1
