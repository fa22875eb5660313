// The tables of posting: pieces (a work in a round, under which day, for which claim, and as what), what mods decided
// about them, header templates, and what was typed and not saved yet.
import type { Generated } from 'kysely'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'

export const tables = ['pieces', 'rulings', 'header_templates', 'typings'] as const

export type PieceRole = 'main' | 'part' | 'stand-in' | 'extra'

export type PiecesTable = {
  id: Generated<number>
  work_id: number
  round_id: number
  claim_id: number | null
  /** The day it is listed under. */
  day_id: number | null
  role: PieceRole
  /** The press of the button, which decides "on time"; null while it is a draft. */
  handed_in_at: Instant | null
  /** The calendar day on which it was handed in, where its writer is. */
  came_on: CalendarDay | null
  made_by: number | null
  /** A claim of an earlier round for which this turned out to be the piece. */
  answers_claim_id: number | null
  /** Written by whoever had the key to the claim: no mod’s, although its name has no account. */
  by_key: Generated<0 | 1>
}

/** `hidden`: from everybody but its creators and the mods; `not-counted`: not the piece of its day. */
export type RulingKind = 'hidden' | 'not-counted'

/** A mod's decision about a piece, with the reason its writer is told. It stands until it is lifted. */
export type RulingsTable = {
  id: Generated<number>
  work_id: number
  kind: RulingKind
  reason: string
  /** What it was for its day before it counted no more. */
  was_role: PieceRole | null
  made_by: number | null
  made_at: Instant
  lifted_by: number | null
  lifted_at: Instant | null
}

/** In front; in front and named as open while it is empty; or folded away. */
export type HeaderShown = 'asked' | 'wanted' | 'folded'

/** What stands in the text of a header template. */
export type HeaderWritten = {
  /** `called` came later: words that the community has for the field in its posts. */
  readonly fields: readonly {
    readonly name: string
    readonly shown: HeaderShown
    readonly called?: readonly string[] | undefined
  }[]
  readonly kinds: readonly string[]
  readonly ratings: readonly { readonly name: string; readonly isAdult: boolean }[]
  readonly defaults: {
    readonly kind: string
    readonly rating: string
    readonly warnings: string
    readonly disclaimer: string
    readonly audience: 'everyone' | 'members'
  }
}

/** One row for each community that has ever had a template of its own. */
export type HeaderTemplatesTable = {
  id: Generated<number>
  community_id: number
  /** `HeaderWritten` as JSON; null once the community went back to the house's. */
  template: string | null
  /** The fandom that a new piece begins with. */
  fandom_id: number | null
  /** As JSON: ratings for adults that stand on the list no longer. */
  adult_before: string
  version: number
  changed_by: number | null
  changed_at: Instant
}

/** What somebody typed into a form and did not save, kept by itself for them alone. */
export type TypingsTable = {
  id: Generated<number>
  account_id: number
  /** Which form it is, as in `work:12` or `new:3:0:` and the key of the form. */
  place: string
  work_id: number | null
  /** Grows with every keeping, so that two tabs cannot overwrite one another unseen. */
  number: number
  /** What stands in the fields, as JSON by their names, compressed. */
  entries: Uint8Array
  /** The one that goes on; the others are how it stood some minutes before. */
  is_open: 0 | 1
  began_at: Instant
  changed_at: Instant
}
