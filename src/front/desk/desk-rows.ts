// The claims of a round as lines of the desk: what mods read of each, by the words of the table of claims, and what to do next.
import type { DeskClaim } from '#src/fests/claims/mods/desk-claims.ts'
import { mayBeWrittenTo } from '#src/fests/claims/round-shown.ts'
import { type DeskFacts, deskWords } from '#src/fests/claims/table/claim-words.ts'
import type { DeskPiece } from '#src/fests/posting/mods/desk-pieces.ts'
import { sayMoment } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'

export type DeskRow = {
  readonly claim: DeskClaim['claim']
  readonly state: DeskFacts['state']
  readonly clock: DeskFacts['clock']
  readonly words: string
  readonly isStarted: boolean
  /** Until when it is held for somebody of whom nothing is known, and whose word confirms them. */
  readonly held: (DeskClaim['held'] & { readonly words: string }) | undefined
  /** A piece that is up for this day. */
  readonly work: number | undefined
  /** There is somebody with an account behind it, who is not the mod who looks. */
  readonly mayBeWrittenTo: boolean
  /** Handed in after grace, it waits for a free-for-all day. */
  readonly waits: boolean
}

/** `zone` is the mod's, by whose calendar the day is said on which somebody gave theirs back. */
export function rowsOf(claims: readonly DeskClaim[], pieces: readonly DeskPiece[], zone: string): DeskRow[] {
  const byClaim = Map.groupBy(pieces, ({ claim }) => claim)
  return claims.map((each) => rowOf(each, byClaim.get(each.claim.id) ?? [], zone))
}

function rowOf({ claim, seen, held, ended }: DeskClaim, pieces: readonly DeskPiece[], zone: string): DeskRow {
  const { state, clock } = seen
  const isUp = (role: DeskPiece['role']) => pieces.find((piece) => piece.role === role && piece.state === 'posted')
  const isStarted = pieces.some((piece) => piece.state === 'draft' || piece.state === 'scheduled')
  const facts: DeskFacts = {
    state,
    clock,
    draftOrScheduled: isStarted,
    smallPieceUp: isUp('part') ? 'part' : isUp('stand-in') ? 'stand-in' : 'none',
    onTime: isOnTime(claim, pieces),
    ended: ended && { by: ended.by, on: dayAt(ended.at, zone) },
  }
  const waits = state === 'later' && [claim.pieces.main, claim.pieces.part].includes('scheduled')
  const work = (isUp('main') ?? isUp('part') ?? isUp('stand-in'))?.work
  const hold = held && { ...held, words: `held until ${sayMoment(held.until, zone)}, unless confirmed` }
  const common = { claim, state, clock, words: deskWords(facts), held: hold, isStarted, work, waits }
  return { ...common, mayBeWrittenTo: mayBeWrittenTo({ claim, seen }) }
}

/** A claim that a mod has set to kept without a piece is as good as on time. */
function isOnTime({ deadlines }: DeskClaim['claim'], pieces: readonly DeskPiece[]): boolean {
  const handedIn = pieces.flatMap(({ role, state, handedInAt }) =>
    (role === 'main' || role === 'part') && state !== 'withdrawn' && handedInAt !== null ? [handedInAt] : [],
  )
  return handedIn.length === 0 || handedIn.some((at) => at < deadlines.graceEnd.at)
}

export type DeskRows = {
  readonly today: readonly DeskRow[]
  readonly later: readonly DeskRow[]
  readonly ahead: readonly DeskRow[]
  readonly done: readonly DeskRow[]
}

/** Each claim once: by its clock while that runs, else by what has become of it. */
export function sorted(rows: readonly DeskRow[]): DeskRows {
  const isToday = ({ state, clock }: DeskRow): boolean =>
    (clock === 'today' || clock === 'grace') && ['held', 'later', 'kept'].includes(state)
  const isAhead = ({ state, clock }: DeskRow): boolean => state === 'held' && clock === 'before'
  const isLater = (row: DeskRow): boolean => row.state === 'later' && !isToday(row)
  return {
    today: rows.filter(isToday),
    later: rows.filter(isLater),
    ahead: rows.filter(isAhead),
    done: rows.filter((row) => !isToday(row) && !isAhead(row) && !isLater(row)),
  }
}
