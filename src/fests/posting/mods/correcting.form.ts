// What a mod may put right in the header of somebody else's piece, and the line that goes to its writer with it.
import { pieceForm } from '#src/fests/posting/composer/piece.form.ts'
import { entriesOfWork, fieldsOf, type PieceSaid, tagsOf } from '#src/fests/posting/composer/saying.form.ts'
import { type HeaderTemplate, isForAdults, ratingNames } from '#src/fests/posting/header/header-template.ts'
import type { Choice, Entries, ValuesOf } from '#src/kit/form.ts'
import { sentence } from '#src/kit/form-fields.ts'
import { listFandoms } from '#src/library/canon/fandoms.ts'
import { settled } from '#src/library/works/setting/settling.ts'
import type { Corrected, WorkToCorrect } from '#src/library/works/correcting/corrections.ts'
import type { Reader } from '#src/platform/context.ts'

/** Not the text, nor the words around it: those are the writer's. */
export const correctable = [
  'title',
  'kind',
  'rating',
  'warnings',
  'fandom',
  'timing',
  'placeChoice',
  'characters',
  'pairings',
  'tags',
  'summary',
  'beta',
  'prompt',
  'disclaimer',
  'others',
] as const satisfies readonly (keyof typeof pieceForm.fields)[]

const of = pieceForm.fields

export const correctingForm = {
  fields: {
    title: of.title,
    kind: of.kind,
    rating: of.rating,
    warnings: of.warnings,
    fandom: of.fandom,
    timing: of.timing,
    placeChoice: of.placeChoice,
    characters: of.characters,
    pairings: of.pairings,
    tags: of.tags,
    summary: of.summary,
    beta: of.beta,
    prompt: of.prompt,
    disclaimer: of.disclaimer,
    others: of.others,
    line: sentence({
      label: 'A line to its writer',
      hint: 'It goes to them with what you changed. They can put it back with one button.',
      initial: 'I have put a small thing in the header right, so that readers find your piece. Thank you for it!',
      maxLength: 1_000,
    }),
  },
}

/** The community's own lists; what was written and is not on them can stay. */
export function choicesWith(template: HeaderTemplate, list: 'kind' | 'rating', value: string): readonly Choice[] {
  const known = list === 'kind' ? template.kinds : ratingNames(template)
  const all = value === '' || known.includes(value) ? known : [value, ...known]
  return all.map((each) => ({ value: each, label: each }))
}

export type CorrectionSaid = ValuesOf<typeof correctingForm.fields>

/** As the fields of the form hold it. */
export const headerEntries = (work: Pick<Corrected, 'fields' | 'tags'>): Entries =>
  entriesOfWork({
    ...work,
    fields: { ...work.fields, preface: '', epigraph: '', epigraphBy: '', notes: '', link: undefined },
    tags: work.tags,
    source: '',
    form: 'plain',
    places: [],
    audience: 'everyone',
  })

type HeaderSaid = Omit<CorrectionSaid, 'line'>

/** What is no field of this form. */
const unsaid: Omit<PieceSaid, keyof HeaderSaid> = {
  text: '',
  textForm: 'plain',
  layout: 'guess',
  preface: '',
  epigraph: '',
  epigraphBy: '',
  notes: '',
  endnotes: '',
  link: undefined,
  places: [],
  audience: 'everyone',
}

const tagFields = {
  rating: 'rating',
  warning: 'warnings',
  character: 'characters',
  pairing: 'pairings',
  free: 'tags',
} as const

/** A field that is as it was shown is not read again: what stood there stays to the letter. */
export async function correctedBy(
  db: Reader,
  now: WorkToCorrect,
  said: HeaderSaid,
  template: HeaderTemplate,
): Promise<Corrected> {
  const shown = headerEntries(now)
  const isNew = (...names: readonly (keyof HeaderSaid)[]): boolean =>
    names.some((name) => folded(String(said[name] ?? '')) !== folded(shown.get(name) ?? ''))
  const whole = {
    ...unsaid,
    ...said,
    fandom: (await listFandoms(db)).find(({ id }) => id === said.fandom)?.id,
    ...notesOf(now),
  }
  const read = fieldsOf(whole, now.fields.header.rating)
  const header = isNew('beta', 'prompt', 'disclaimer', 'others') ? read.header : now.fields.header
  const fields = {
    title: isNew('title') ? read.title : now.fields.title,
    form: isNew('kind') ? read.form : now.fields.form,
    summary: isNew('summary') ? read.summary : now.fields.summary,
    header,
    fandom: whole.fandom,
    timing: isNew('timing') ? read.timing : now.fields.timing,
  }
  const typed = tagsOf(whole)
  const tags = Object.entries(tagFields).flatMap(([kind, name]) =>
    (isNew(name) ? typed : now.tags).filter((tag) => tag.kind === kind),
  )
  const choice = said.placeChoice === '' ? {} : { placeChoice: said.placeChoice }
  return {
    fields: await settled(db, { ...fields, ...choice }, tags),
    tags,
    isAdult: isNew('rating') ? isForAdults(template, said.rating) : now.isAdult,
  }
}

/** Its writer’s, and kept among the lines of the header. */
const notesOf = ({ fields }: WorkToCorrect) => ({ endnotes: fields.header['endnotes'] ?? '' })

const folded = (typed: string): string => typed.replace(/\s+/g, ' ').trim()
