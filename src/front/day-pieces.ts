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
export function asSeen({ piece, work, on, moreToCome }: ListedPiece): PieceSeen | undefined {
  const { role, cameOn } = piece
  const came = cameOn ?? on
  return role === 'extra' || came === undefined ? undefined : { role, title: work.title, cameOn: came, moreToCome }
}

/** Title and writer; and how it stands to the day, where there is something to say. */
export function entryOf({ piece, work, moreToCome }: ListedPiece, day: CalendarDay): DayEntry {
  const who = work.byline.kind === 'named' ? bylineWords(work.byline) : undefined
  const came = piece.cameOn !== null && piece.cameOn !== day ? sayDayShort(piece.cameOn) : undefined
  return {
    text: work.title,
    detail: [who, moreToCome ? 'more to come' : came].filter((part) => part !== undefined).join(' – ') || undefined,
    link: paths.work(work.id),
    leadsTo: 'piece',
  }
}

export type ToldClaims = {
  readonly claims: ReadonlySet<number>
  /** The works by which they were told. */
  readonly works: ReadonlySet<number>
}

/**
 * What a day has besides the pieces that its claims are told by: of free-for-all days, extras, stand-ins whose main piece is in,
 * pieces of claims that ended. Where a claim may not be named, its smaller pieces would say whose it is.
 */
export const othersOn = ({ listed, nameless }: PiecesSeen, day: CalendarDay, told: ToldClaims): ListedPiece[] =>
  listed.filter(({ piece: { role, claim, work }, on }) => {
    if (on !== day || told.works.has(work)) return false
    return role === 'extra' || claim === null || !told.claims.has(claim) || !nameless.has(claim)
  })
