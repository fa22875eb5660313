// Pieces that came on another day than the one they were for: which of them may be named under that day as well.
import type { ListedPiece, PiecesSeen } from '#src/fests/posting/pieces-seen.ts'
import { sayDayShort } from '#src/kit/date-words.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Listable } from './listable.ts'

/**
 * Whose day it was, people remember; and a stand-in may have been up on it. So where the name of anything that was written for the
 * day is hidden, nothing that came elsewhere is tied to it.
 */
export function claimedDayOf(
  { nameless }: PiecesSeen,
  { claimedOn, piece, work }: ListedPiece,
): CalendarDay | undefined {
  const isNameless = work.byline.kind === 'hidden' || (piece.claim !== null && nameless.has(piece.claim))
  return isNameless ? undefined : claimedOn
}

/** The day under which it stands; none for what came after the round. */
export const dayOf = ({ on, piece, cameLater, cameIn }: ListedPiece): CalendarDay | undefined =>
  cameLater || cameIn !== undefined ? undefined : (on ?? piece.cameOn ?? undefined)

/** After "Title by Name": "came on Sat 14 Nov", "came afterwards, on Thu 24 Dec", "came in Spring Tides". */
export function cameWords(seen: Listable, listed: ListedPiece): string {
  if (listed.cameIn !== undefined) return laterRoundWords(seen, listed)
  const came = dayOf(listed) ?? listed.piece.cameOn
  if (came === null) return 'came afterwards'
  return listed.cameLater ? `came afterwards, on ${sayDayShort(came)}` : `came on ${sayDayShort(came)}`
}

/** Of what came in another round than the one that is listed; empty for all others. */
export function laterRoundWords({ laterRounds }: Listable, { cameIn }: ListedPiece): string {
  if (cameIn === undefined) return ''
  const name = laterRounds.get(cameIn)?.round.name
  return name === undefined ? 'came in a later round' : `came in ${name}`
}
