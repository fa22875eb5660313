// From a post as it was pasted or uploaded to its parts: the header's fields, what stands around them, and the story as clean HTML.
import { cleanText } from '#src/text/clean.ts'
import type { Form } from '#src/text/form-of.ts'
import { formOf } from '#src/text/form-of.ts'
import { fromMarkdown } from '#src/text/from-markdown.ts'
import { fromPlain } from '#src/text/from-plain.ts'
import { repairMojibake } from '#src/text/mojibake.ts'
import { prescan } from '#src/text/prescan.ts'
import type { Sanitised } from '#src/text/sanitize.ts'
import { sanitise } from '#src/text/sanitize.ts'
import { toHtml } from '#src/text/tree.ts'
import { countWords } from '#src/text/word-count.ts'
import type { HeaderReading } from './header.ts'
import { readHeader } from './header.ts'
import { withOwnLists } from './own-lists.ts'
import type { OwnLists } from './own-lists.ts'
import { ruled } from './rulings.ts'
import type { Ruling } from './rulings.ts'
import type { OwnLabel } from './words/label-reading.ts'
import { markdownMarks, withoutEscapes } from './lines/markdown-marks.ts'
import { flatten, treeFrom } from './lines/tree-lines.ts'

export type PostReading = {
  readonly header: HeaderReading
  /** What the places in `header` count in. */
  readonly text: string
  readonly body: string
  readonly words: number
  readonly warnings: readonly string[]
}

/** What helps in reading: a community's words for its fields, and what the writer said of an earlier reading of this same post. */
export type Help = {
  readonly own?: readonly OwnLabel[] | undefined
  readonly lists?: OwnLists | undefined
  readonly rulings?: readonly Ruling[] | undefined
}

const noLists: OwnLists = { kinds: [], ratings: [] }

/** Throws the refusals text/too-long and text/too-deep. */
export function readPost(pasted: string, form: Form | 'guess', help: Help = {}): PostReading {
  const { text, wasBroken } = repairMojibake(cleanText(pasted))
  const known = form === 'guess' ? formOf(text) : form
  const read = known === 'html' ? readHtml(text, help) : readSource(text, known, help)
  const warnings = [
    ...(wasBroken ? ['Letters that had gone through a wrong table were put right.'] : []),
    ...read.warnings,
  ]
  return { ...read, warnings }
}

/** The header is read in the source itself, so that its places are places in what the writer sees. */
function readSource(
  text: string,
  form: 'markdown' | 'plain',
  { own, lists = noLists, rulings = [] }: Help,
): PostReading {
  const read = readHeader(text, form === 'markdown' ? markdownMarks(text) : undefined, own)
  const found = ruled(text, withOwnLists(text, read, lists), rulings)
  const header = form === 'markdown' ? plainly(found) : found
  const body = text.slice(header.bodyFrom, header.bodyTo)
  return withBody(header, text, form === 'markdown' ? fromMarkdown(body) : toHtml(fromPlain(body)))
}

function plainly(header: HeaderReading): HeaderReading {
  const fields = Object.fromEntries(
    Object.entries(header.fields).map(([name, said]) => [
      name,
      typeof said === 'string' ? withoutEscapes(said) : said.map(withoutEscapes),
    ]),
  )
  const { preface, epigraph } = header
  return {
    ...header,
    fields,
    preface: withoutEscapes(preface),
    epigraph: epigraph && { text: withoutEscapes(epigraph.text), attribution: withoutEscapes(epigraph.attribution) },
  }
}

function withBody(header: HeaderReading, text: string, source: string): PostReading {
  prescan(source)
  const clean = sanitise(source)
  return { header, text, body: clean.html, words: countWords(clean.tree), warnings: saidOf(clean) }
}

function readHtml(source: string, { own, lists = noLists, rulings = [] }: Help): PostReading {
  const whole = withLineBreaks(source)
  prescan(whole)
  const clean = sanitise(whole)
  const flat = flatten(clean.tree)
  const { text } = flat
  const header = ruled(text, withOwnLists(text, readHeader(text, flat.marks, own), lists), rulings)
  const rest = treeFrom(clean.tree, flat, header.bodyFrom, header.bodyTo)
  return { header, text, body: toHtml(rest), words: countWords(rest), warnings: saidOf(clean) }
}

/** Old journals keep their line ends as line breaks; what has no other sign of a break was written for one. */
const withLineBreaks = (source: string): string =>
  /<(?:br|p|div|li|td|h[1-6])\b/iu.test(source) ? source : source.replaceAll('\n', '<br>\n')

const saidOf = ({ removed }: Sanitised): readonly string[] =>
  removed.map(({ what, count }) => `Taken out: ${what}${count > 1 ? ` (${count} times)` : ''}.`)
