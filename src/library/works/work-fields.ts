// What a writer says of a work, and its text: the shapes that pages, imports and saves have in common.
import type { NamedTag } from '#src/library/tags/tags.ts'
import type { TimingRelation } from '#src/schema/library/works.ts'
import type { TextForm } from '#src/schema/library/works.ts'
import type { TidyKind } from '#src/text/tidy/kinds.ts'

/** Where on its canon's timeline a work is set, by the positions of the parts, and how sure we are, 0 … 1. */
export type TimelinePlace = {
  readonly from: number
  readonly to: number
  readonly confidence: number
  /** On which side of these parts; simply in them where nothing else is said. */
  readonly relation?: Exclude<TimingRelation, 'during'>
  /** Where it leaves canon; 0 where nobody says from which part on. */
  readonly off?: number
  /** Which statement says so. */
  readonly statement?: string
}

/** Up to which position a work gives its canon away, 0 for nothing; said by its writer, or because it is set there. */
export type SpoilersKept = { readonly to: number; readonly by: 'said' | 'setting' }

export type WorkFields = {
  readonly title: string
  /** Drabble, ficlet, one-shot …; empty where nobody said. */
  readonly form: string
  readonly summary: string
  readonly preface: string
  readonly epigraph: string
  readonly epigraphBy: string
  readonly notes: string
  /** The other lines of the header as written: beta, disclaimer, prompt, spoilers … by the names of the header reader. */
  readonly header: Readonly<Record<string, string>>
  readonly fandom: number | undefined
  readonly timing: string
  readonly place: TimelinePlace | undefined
  /** What its writer chose of what their words may mean. */
  readonly placeChoice?: string
  readonly spoilers?: SpoilersKept
  /** The piece stands at this address, and is only listed here. */
  readonly link: string | undefined
}

/** What stands around the text and is neither it nor a line of its header. */
export type Around = {
  readonly tags: readonly NamedTag[]
  /** Where else it stands. */
  readonly places: readonly string[]
  readonly isAdult: boolean
  readonly audience: 'everyone' | 'members'
}

export type WorkText = {
  readonly source: string
  readonly form: TextForm
  /** Kinds of tidying that its writer does not want; without it all is tidied. */
  readonly leave?: readonly TidyKind[]
  /** Cleaned. */
  readonly html: string
  readonly excerpt: string
  readonly words: number
  readonly sanitiserVersion: number
}
