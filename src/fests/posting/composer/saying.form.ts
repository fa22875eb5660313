// From the form to what is kept of a work, and from a work that is kept back to the form.
import type { pieceForm } from '#src/fests/posting/composer/piece.form.ts'
import { entriesOfLeft } from '#src/fests/posting/composer/tidied.form.ts'
import { headerIn, linesOf, namesIn, warningsIn } from '#src/fests/posting/composer/header-lines.ts'
import type { Entries, ValuesOf } from '#src/kit/form.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { NamedTag } from '#src/library/tags/tags.ts'
import type { WorkToEdit } from '#src/library/works/work-saves.ts'
import type { WorkFields, WorkSaid, WorkText } from '#src/library/works/works.ts'
import type { Cleaned } from '#src/text/read-text.ts'
import type { TidyKind } from '#src/text/tidy/kinds.ts'

export type PieceSaid = ValuesOf<typeof pieceForm.fields>

const UNTITLED = 'Untitled'

export type Around = {
  /** The text exactly as it came. */
  readonly source: string
  readonly cleaned: Cleaned
  /** Kinds of tidying that its writer does not want. */
  readonly leave: readonly TidyKind[]
  readonly ratingSaid: string | undefined
  readonly isAdult: boolean
}

/** Where it is set is read of all this afterwards. */
export function workSaid(said: PieceSaid, { source, cleaned, leave, ratingSaid, isAdult }: Around): WorkSaid {
  return {
    fields: fieldsOf(said, ratingSaid),
    text: textOf(source, cleaned, leave),
    tags: tagsOf(said),
    places: said.places,
    isAdult,
    audience: said.audience,
  }
}

export const textOf = (source: string, cleaned: Cleaned, leave: readonly TidyKind[]): WorkText => ({
  source,
  leave,
  form: cleaned.form,
  html: cleaned.html,
  excerpt: cleaned.excerpt,
  words: cleaned.words,
  sanitiserVersion: cleaned.sanitiserVersion,
})

export function fieldsOf(said: PieceSaid, ratingSaid: string | undefined): WorkFields {
  const { title, kind: form, summary, preface, epigraph, epigraphBy, notes, fandom, timing, link } = said
  const { beta, prompt, disclaimer, endnotes } = said
  // What its writer called the rating says more than the list it was chosen from.
  const asWritten = ratingSaid === undefined || ratingSaid.trim() === said.rating ? {} : { rating: ratingSaid.trim() }
  const own = Object.entries({ beta, prompt, disclaimer, endnotes, ...asWritten }).filter(([, value]) => value !== '')
  return {
    title: title === '' ? UNTITLED : title,
    form,
    summary,
    preface,
    epigraph,
    epigraphBy,
    notes,
    header: { ...headerIn(said.others), ...Object.fromEntries(own) },
    fandom,
    timing,
    place: undefined,
    ...(said.placeChoice === '' ? {} : { placeChoice: said.placeChoice }),
    link,
  }
}

export function tagsOf(said: PieceSaid): NamedTag[] {
  const of = (kind: NamedTag['kind'], names: readonly string[]): NamedTag[] =>
    names.map((name) => ({ kind, name: name.slice(0, 500) }))
  return [
    ...of('rating', said.rating === '' ? [] : [said.rating]),
    ...of('warning', warningsIn(said.warnings)),
    ...of('character', namesIn(said.characters)),
    ...of('pairing', namesIn(said.pairings)),
    ...of('free', namesIn(said.tags)),
  ]
}

/** Nothing is asked on the day but that there is something to read. */
export function mustHaveText(said: PieceSaid, cleaned: Cleaned): void {
  if (cleaned.html.trim() !== '' || said.link !== undefined) return
  throw new Refusal(
    'limit',
    'post/no-text',
    'There is nothing here yet: paste the text, give the address where the piece stands, or keep it as a draft and bring its pictures or recordings.',
    { about: 'text' },
  )
}

/** What it goes by of a work; tags need no row of their own for it. */
type Kept = Pick<WorkToEdit, 'fields' | 'source' | 'form' | 'places' | 'audience'> &
  Partial<Pick<WorkToEdit, 'leave'>> & {
    readonly tags: readonly NamedTag[]
  }

export function entriesOfWork(work: Kept): Entries {
  const { fields } = work
  const { beta = '', prompt = '', disclaimer = '', endnotes = '', rating: ratingSaid = '', ...others } = fields.header
  const names = (kind: NamedTag['kind']): string =>
    work.tags.flatMap((tag) => (tag.kind === kind ? [tag.name] : [])).join(', ')
  return new Map([
    ...entriesOfLeft(work.leave ?? []),
    ...Object.entries({
      text: work.source,
      textForm: work.form,
      title: fields.title === UNTITLED ? '' : fields.title,
      kind: fields.form,
      rating: names('rating'),
      ratingSaid,
      warnings: names('warning'),
      fandom: fields.fandom === undefined ? '' : String(fields.fandom),
      timing: fields.timing,
      placeChoice: fields.placeChoice ?? '',
      characters: names('character'),
      pairings: names('pairing'),
      tags: names('free'),
      summary: fields.summary,
      preface: fields.preface,
      epigraph: fields.epigraph,
      notes: fields.notes,
      epigraphBy: fields.epigraphBy,
      beta,
      prompt,
      disclaimer,
      endnotes,
      others: linesOf(others),
      link: fields.link ?? '',
      places: work.places.join('\n'),
      audience: work.audience,
    }),
  ])
}
