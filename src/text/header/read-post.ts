// From a post as it was pasted or uploaded to its parts: the header's fields, what stands around them, and the story as clean HTML.
import { cleanText } from '#src/text/clean.ts'
import type { Form } from '#src/text/form-of.ts'
import { formOf } from '#src/text/form-of.ts'
import { repairMojibake } from '#src/text/mojibake.ts'
import { prescan } from '#src/text/prescan.ts'
import { type Cleaned, readText } from '#src/text/read-text.ts'
import { resolveJournal } from '#src/text/tidy/journal.ts'
import { sayTidied, type Tidied, type TidyKind } from '#src/text/tidy/kinds.ts'
import { openTally } from '#src/text/tidy/tally.ts'
import { storyAsItCame, withoutScripts } from '#src/text/tidy/as-it-came.ts'
import { parseHtml, toHtml } from '#src/text/tree.ts'
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
  /** The story as its writer goes on with it, in the form in which it came; what is tidied of it is still to be tidied. */
  readonly story: string
  /** The story, tidied and cleaned. */
  readonly body: string
  readonly words: number
  readonly tidied: readonly Tidied[]
  readonly warnings: readonly string[]
}

/** What helps in reading: a community's words for its fields, what the writer said of an earlier reading of this same post, and what is to be left. */
export type Help = {
  readonly own?: readonly OwnLabel[] | undefined
  readonly lists?: OwnLists | undefined
  readonly rulings?: readonly Ruling[] | undefined
  /** What its writer does not want tidied. */
  readonly leave?: readonly TidyKind[] | undefined
}

const noLists: OwnLists = { kinds: [], ratings: [] }

/** Throws the refusals text/too-long and text/too-deep. */
export function readPost(pasted: string, form: Form | 'guess', help: Help = {}): PostReading {
  const came = cleanText(pasted)
  const { text, wasBroken } = repairMojibake(came)
  const known = form === 'guess' ? formOf(text) : form
  const read = known === 'html' ? readHtml(text, help) : readSource({ came, text, form: known }, help)
  const cleaned = readText({ text: read.story, form: known, leave: help.leave ?? [] })
  const warnings = [
    ...(wasBroken ? ['Letters that had gone through a wrong table were put right.'] : []),
    ...read.warnings,
    ...saidOf(cleaned),
  ]
  return { ...read, body: cleaned.html, words: cleaned.words, tidied: cleaned.tidied, warnings }
}

type Apart = Pick<PostReading, 'header' | 'text' | 'story' | 'warnings'>

type Source = { readonly came: string; readonly text: string; readonly form: 'markdown' | 'plain' }

/** The header is read in the source itself, so that its places are places in what the writer sees. */
function readSource({ came, text, form }: Source, { own, lists = noLists, rulings = [] }: Help): Apart {
  const read = readHeader(text, form === 'markdown' ? markdownMarks(text) : undefined, own)
  const found = ruled(text, withOwnLists(text, read, lists), rulings)
  const header = form === 'markdown' ? plainly(found) : found
  return { header, text, story: storyAsItCame({ came, text, from: header.bodyFrom }), warnings: [] }
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

/** Names that a journal keeps in its tags are read with the words around them, so they are resolved first. */
function readHtml(source: string, { own, lists = noLists, rulings = [] }: Help): Apart {
  const whole = withLineBreaks(source)
  prescan(whole)
  const { tree, removed } = withoutScripts(parseHtml(whole))
  const tally = openTally()
  resolveJournal(tree, tally)
  const flat = flatten(tree)
  const { text } = flat
  const header = ruled(text, withOwnLists(text, readHeader(text, flat.marks, own), lists), rulings)
  const story = legible(toHtml(treeFrom(tree, flat, header.bodyFrom)))
  const warnings = [...tally.told().map((told) => `${sayTidied(told)}.`), ...saidOf({ removed })]
  return { header, text, story, warnings }
}

/** Its writer goes on in it: each block begins a line, which says nothing to a browser. */
const legible = (html: string): string =>
  html.replace(/(<\/(?:p|h[1-6]|div|blockquote|ul|ol|table)>|<hr>)(?=<[a-z])/g, '$1\n')

/** Old journals keep their line ends as line breaks; what has no other sign of a break was written for one. */
const withLineBreaks = (source: string): string =>
  /<(?:br|p|div|li|td|h[1-6])\b/iu.test(source) ? source : source.replaceAll('\n', '<br>\n')

const saidOf = ({ removed }: Pick<Cleaned, 'removed'>): readonly string[] =>
  removed.map(({ what, count }) => `Taken out: ${what}${count > 1 ? ` (${count} times)` : ''}.`)
