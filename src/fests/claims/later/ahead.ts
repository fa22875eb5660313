// What lies before a claim: the free-for-all day it can still come on, when its piece goes up by itself, whether it may still come.
import type { ClaimSeen } from '#src/fests/claims/claim-seen.ts'
import type { StoredClaim } from '#src/fests/claims/claims.store.ts'
import { calendarDayAt, freeDayAt, type Midnights } from '#src/fests/claims/pieces/free-days.ts'
import { findGoingUp } from '#src/fests/claims/pieces/drafts.store.ts'
import type { WriterFacts } from '#src/fests/claims/table/claim-words.ts'
import { type Day, isFollowed, type Round } from '#src/fests/rounds/rounds.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reader } from '#src/platform/context.ts'

export type Ahead = {
  readonly nextFreeDay: CalendarDay | undefined
  /** In the grace of a free-for-all day, too; only asked once the claim's own grace is over. */
  readonly isFreeNow: boolean
  readonly scheduledFor: CalendarDay | undefined
  readonly mayStillPost: boolean
}

/** Where the claim is: its round with its days. */
export type AtRound = { readonly round: Round; readonly days: readonly Day[] }

export async function lookAhead(
  db: Reader,
  { round, days }: AtRound,
  claim: StoredClaim,
  now: Instant,
): Promise<Ahead> {
  const goesUpAt = claim.pieces.main === 'scheduled' ? await findGoingUp(db, claim.id) : undefined
  return {
    nextFreeDay: freeDayAfter(round, days, claim, now),
    isFreeNow: now >= claim.deadlines.graceEnd.at && freeDayAt(round, days, claim.zone, now) !== undefined,
    scheduledFor: goesUpAt === undefined ? undefined : dayAt(goesUpAt, claim.zone),
    mayStillPost: await takesPiecesAfterwards(db, round),
  }
}

/** Once it is over, now or after asking its mods. */
export const takesPiecesAfterwards = async (db: Reader, round: Round): Promise<boolean> =>
  round.afterRound !== 'until-next' || !(await isFollowed(db, round))

/** The first that comes after the claim's own day and is not over where its writer is. */
export function freeDayAfter(
  round: Midnights,
  days: readonly Day[],
  claim: Pick<StoredClaim, 'on' | 'zone'>,
  now: Instant,
): CalendarDay | undefined {
  const today = calendarDayAt(round, claim.zone, now)
  return days.find(({ kind, on }) => kind === 'free' && on > claim.on && on >= today)?.on
}

/** Where what comes later is welcome, in a sentence. */
export function whereItLands({
  nextFreeDay: next,
  isFreeNow: isFree,
}: Pick<Ahead, 'nextFreeDay' | 'isFreeNow'>): string {
  if (isFree) return 'It is free for all right now, so it is welcome today.'
  return next === undefined
    ? 'No free-for-all day comes any more; it is welcome whenever it is ready.'
    : `It is welcome whenever it is ready; the next free for all is ${sayDay(next)}.`
}

export function writerFacts(claim: StoredClaim, seen: ClaimSeen, ahead: Ahead, viewerZone: string): WriterFacts {
  return {
    state: seen.state,
    clock: seen.clock,
    day: claim.on,
    deadlines: claim.deadlines,
    viewerZone,
    // Before its day it waits, whatever it is.
    smallPieceUp: seen.clock !== 'before' && (claim.pieces.standIn || claim.pieces.part === 'up'),
    nextFreeDay: ahead.nextFreeDay,
    scheduledFor: ahead.scheduledFor,
    mayStillPost: ahead.mayStillPost,
  }
}
