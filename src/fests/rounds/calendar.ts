// What a calendar shows of a round: a cell for each day, sheets of whole weeks, and the marks and words of every state.
import type { MarkName } from '#src/ui/marks.tsx'
import type { Tone } from '#src/ui/prose.tsx'

export type DayChip = { readonly mark: MarkName; readonly word: string; readonly tone: Tone }

export type DayAction =
  | {
      readonly label: string
      readonly post: string
      readonly fields: Readonly<Record<string, string>>
      readonly csrf?: string | undefined
    }
  | { readonly label: string; readonly to: string }

export type DayEntry = {
  /** A title when there is a link, otherwise a name. */
  readonly text: string
  /** The writer of a piece, or how far a day has come: "on the way". */
  readonly detail?: string | undefined
  readonly link?: string | undefined
  /** What the link leads to; a claim's own page is for its holder and the mods. */
  readonly leadsTo?: 'piece' | 'claim' | undefined
  /** The page of the claim that a piece came for. */
  readonly claimLink?: string | undefined
}

export type CalendarCell = {
  /** As in 2026-11-20. */
  readonly day: string
  readonly number: number
  /** As in "Friday 20 November". */
  readonly label: string
  readonly kind: 'open' | 'free' | 'closed'
  readonly isToday: boolean
  readonly isMine: boolean
  readonly chip: DayChip
  readonly entries: readonly DayEntry[]
  readonly action?: DayAction | undefined
  /** The whole day in one sentence, for the list. */
  readonly sentence: string
}

/** Weeks begin on a Monday and have seven places; a place outside the month or the round is undefined. */
export type CalendarSheet = {
  readonly label: string
  readonly weeks: readonly (readonly (CalendarCell | undefined)[])[]
}

/** Marks, words and tones of the states that anybody may see: the same in cells and in the key. */
export const dayChips = {
  open: { mark: 'open', word: 'open', tone: 'open' },
  taken: { mark: 'half', word: 'taken', tone: 'taken' },
  mine: { mark: 'half', word: 'yours', tone: 'mine' },
  mineHere: { mark: 'full', word: 'yours, delivered', tone: 'kept' },
  mineMore: { mark: 'standin', word: 'yours, more to come', tone: 'standin' },
  today: { mark: 'half', word: 'today', tone: 'taken' },
  onTheWay: { mark: 'gibbous', word: 'on the way', tone: 'waiting' },
  expected: { mark: 'waning', word: 'expected', tone: 'waiting' },
  standIn: { mark: 'standin', word: 'more to come', tone: 'standin' },
  kept: { mark: 'full', word: 'delivered', tone: 'kept' },
  freeForAll: { mark: 'sun', word: 'free for all', tone: 'ffa' },
  closed: { mark: 'closed', word: 'closed', tone: 'closed' },
} as const satisfies Record<string, DayChip>
