// The claims of a round as its mods' desk tells of them, what the clock did to them, and what it will do next.
import { seeClaim, type ClaimSeen } from '#src/fests/claims/claim-seen.ts'
import { asTable } from '#src/fests/claims/claim-record.ts'
import { listClaims, type StoredClaim } from '#src/fests/claims/claims.store.ts'
import { type ClockTurn, listClockTurns, listEndings } from '#src/fests/claims/mods/desk.store.ts'
import { type Board, deadlinesFor, freePlaces, isForClaiming, readBoard } from '#src/fests/claims/round-of-claims.ts'
import { type HeldUntil, listHeldUntil } from '#src/fests/claims/unconfirmed/holds.ts'
import { momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import type { Day, RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { type Instant, later } from '#src/kit/instants.ts'
import type { Ctx } from '#src/platform/context.ts'

export type { ClockTurn } from '#src/fests/claims/mods/desk.store.ts'

export type DeskClaim = {
  readonly claim: StoredClaim
  /** As this mod may see it. */
  readonly seen: ClaimSeen
  /** Who gave the day back, or had it set aside, and when. */
  /** Nothing is known of whoever has it, and the clock gives it back then. */
  readonly held: HeldUntil | undefined
  readonly ended: { readonly by: string; readonly at: Instant } | undefined
}

/** In the order of the calendar. Whoever asks has made sure that it is a mod. */
export async function claimsForDesk(ctx: Ctx, { round, isMod }: RoundAtHome): Promise<DeskClaim[]> {
  const account = ctx.viewer.kind === 'person' ? ctx.viewer.account : undefined
  const endings = new Map((await listEndings(ctx.db, round.id)).map((ending) => [ending.claim, ending]))
  const holds = await listHeldUntil(ctx.db, round.id)
  return (await listClaims(ctx.db, round.id)).flatMap((claim) => {
    const seen = seeClaim(claim, { account, isMod }, ctx.now())
    const ending = endings.get(claim.id)
    const ended = ending && { by: ending.by ?? claim.name, at: ending.at }
    return seen ? [{ claim, seen, held: holds.get(claim.id), ended }] : []
  })
}

export const clockTurns = ({ db }: Ctx, round: number, limit: number): Promise<ClockTurn[]> =>
  listClockTurns(db, round, limit)

export type OpenDay = { readonly day: Day; readonly left: number }

/** Days that are not over by the round's own midnight and still have a place. */
export async function openDaysAhead(ctx: Ctx, { round }: RoundAtHome): Promise<OpenDay[]> {
  const board = await readBoard(ctx.db, round)
  return board.days
    .map((day) => ({ day, left: isForClaiming(day) ? freePlaces(board, day) : 0 }))
    .filter(({ day, left }) => left > 0 && ctx.now() < endOf(board, day))
}

const endOf = (board: Board, day: Day): Instant => deadlinesFor(board, day, board.round.timeZone).end.at

export type Ahead = {
  readonly at: Instant
  readonly what: 'day-begins' | 'grace-begins' | 'expected-later' | 'counts' | 'closed'
}

export type Lapse = { readonly at: Instant; readonly what: 'hold-lapses' }

/** With a hold that is over the day is given back, whatever it still had before it. */
export function aheadWithHold(
  { claim, held }: Pick<DeskClaim, 'claim' | 'held'>,
  now: Instant,
  until: Instant,
): (Ahead | Lapse)[] {
  if (held === undefined) return clockAhead(claim, now, until)
  const lapse = { at: later(held.until, now), what: 'hold-lapses' } as const
  const before = clockAhead(claim, now, until).filter(({ at }) => at < lapse.at)
  return lapse.at <= until ? [...before, lapse] : before
}

/**
 * A dry run: the same table that will turn the claim is asked what it will make of it, if nothing else happens.
 * What goes up by itself is told by the piece, and then its day has nothing to wait for.
 */
export function clockAhead(claim: StoredClaim, now: Instant, until: Instant): Ahead[] {
  const { start, end, graceEnd, roundEnd } = momentsOf(claim.deadlines)
  if (claim.pieces.main === 'scheduled' || (claim.state !== 'held' && claim.state !== 'later')) return []
  const ahead: Ahead[] =
    claim.state === 'held'
      ? [
          { at: start, what: 'day-begins' },
          { at: end, what: 'grace-begins' },
        ]
      : []
  let stands = asTable(claim)
  for (const [kind, at] of [
    ['grace-passes', graceEnd],
    ['round-ends', later(roundEnd, graceEnd)],
  ] as const) {
    const outcome = turn(stands, { kind }, at)
    if (outcome.kind !== 'turned') continue
    stands = { ...stands, state: outcome.to }
    // Where the round ends with its grace, only what stands afterwards is worth saying.
    if (ahead.at(-1)?.at === at && ahead.at(-1)?.what === 'expected-later') ahead.pop()
    ahead.push({ at, what: outcome.to === 'kept' ? 'counts' : outcome.to === 'later' ? 'expected-later' : 'closed' })
  }
  return ahead.filter(({ at }) => now < at && at <= until)
}
