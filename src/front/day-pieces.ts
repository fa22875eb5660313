// The pieces of a round laid out by day and by claim, as its calendar tells of them.
import type { ClaimSeen } from '#src/fests/claims/claim-seen.ts'
import type { PieceSeen } from '#src/fests/claims/table/claim-words.ts'
import type { ListedPiece, PiecesSeen } from '#src/fests/posting/pieces-seen.ts'
import type { DayEntry } from '#src/fests/rounds/calendar.ts'
import { sayDayShort } from '#src/kit/date-words.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import { paths } from '#src/schema/paths.ts'
import { bylineWords } from './work/work-words.ts'

export const noPieces: PiecesSeen = { listed: [], nameless: new Set() }

const order = ['main', 'part', 'stand-in'] as const

/** What the day of a claim is shown by: the main piece if it can be seen, else a part, else a stand-in. */
export function pieceOfClaim({ listed }: PiecesSeen, claim: number): ListedPiece | undefined {
  const own = listed.filter(({ piece }) => piece.claim === claim)
  return order.flatMap((role) => own.find(({ piece }) => piece.role === role) ?? [])[0]
}

/** Undefined where what they wrote is anonymous: then the day may not name them either. */
export const nameOf = ({ nameless }: PiecesSeen, claim: ClaimSeen): string | undefined =>
  nameless.has(claim.id) ? undefined : claim.name

/** For the words of the claim's table; extras have none there. */
export function asSeen({ piece, work, on }: ListedPiece): PieceSeen | undefined {
  const { role, cameOn } = piece
  const came = cameOn ?? on
  return role === 'extra' || came === undefined ? undefined : { role, title: work.title, cameOn: came }
}

/** Title and writer; and how it stands to the day, where there is something to say. */
export function entryOf({ piece, work }: ListedPiece, day: CalendarDay): DayEntry {
  const who = work.byline.kind === 'named' ? bylineWords(work.byline) : undefined
  const isSmall = piece.role === 'part' || piece.role === 'stand-in'
  const came = piece.cameOn !== null && piece.cameOn !== day ? sayDayShort(piece.cameOn) : undefined
  return {
    text: work.title,
    detail: [who, isSmall ? 'more to come' : came].filter((part) => part !== undefined).join(' – ') || undefined,
    link: paths.work(work.id),
    leadsTo: 'piece',
  }
}

/** Pieces of a day that no claim on the calendar stands for: of free-for-all days, extras, pieces of claims that ended. */
export const othersOn = ({ listed }: PiecesSeen, day: CalendarDay, told: ReadonlySet<number>): ListedPiece[] =>
  listed.filter(({ piece, on }) => on === day && (piece.role === 'extra' || !told.has(piece.claim ?? 0)))
