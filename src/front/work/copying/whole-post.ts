// A work as a post: its header in the order and words of its community, what is said before it, an epigraph and the story, in each form.
import { calledFields, type HeaderField, type HeaderTemplate } from '#src/fests/posting/header/header-template.ts'
import { oneLine } from '#src/kit/one-line.ts'
import type { WorkSeen } from '#src/library/works/works-seen.ts'
import { fieldNames } from '#src/text/header/fields.ts'
import { headerLines, type HeaderLine, writeHeader } from '#src/text/header/written/header-block.ts'
import { inForm, type WrittenForm } from '#src/text/header/written/signs.ts'
import { writeStory } from '#src/text/header/written/story-forms.ts'
import { sayNumber, tagsOfKind } from '../work-words.ts'

export type ToWrite = {
  readonly work: WorkSeen
  readonly template: HeaderTemplate
  readonly fandom: string | undefined
  /** None where a guest is not shown them. */
  readonly names: readonly string[]
}

export const headerOf = (post: ToWrite, form: WrittenForm): string => writeHeader(headerLines(linesOf(post)), form)

export function postOf(post: ToWrite, form: WrittenForm): string {
  const { preface, epigraph, epigraphBy, html, link } = post.work
  const parts = [
    paragraphs(preface, form),
    headerOf(post, form),
    link === undefined ? '' : addressOf(link, form),
    epigraph === '' ? '' : quotation(epigraph, epigraphBy, form),
    writeStory(html, form),
    endNotes(post.work.header['endnotes'] ?? '', form),
  ]
  return parts.filter((part) => part.trim() !== '').join('\n\n')
}

/** Behind their label they are known again. */
const endNotes = (said: string, form: WrittenForm): string =>
  said === '' ? '' : paragraphs(`End notes: ${said}`, form)

const addressOf = (link: string, form: WrittenForm): string =>
  form === 'html' ? `<p><a href="${inForm(form, link)}">${inForm(form, link)}</a></p>` : link

const words: Readonly<Record<(typeof calledFields)[number], string>> = {
  title: 'Title',
  rating: 'Rating',
  warnings: 'Warnings',
  fandom: 'Fandom',
  timing: 'Timing',
  summary: 'Summary',
  characters: 'Characters',
  pairings: 'Pairings',
  tags: 'Tags',
  notes: 'Author’s notes',
  beta: 'Beta and thanks',
  prompt: 'Prompt',
  disclaimer: 'Disclaimer',
}

/** In the order of the template; the author after the title, the words after the rating. */
function linesOf(post: ToWrite): HeaderLine[] {
  const asked = post.template.fields.flatMap(({ name, called = [] }) => linesFor(name, called[0], post))
  return [...asked, ...othersOf(post.work)]
}

function linesFor(name: HeaderField, called: string | undefined, post: ToWrite): HeaderLine[] {
  if (name === 'kind') return [{ label: 'Kind of piece', value: post.work.form, field: undefined }]
  const field = calledFields.find((each) => each === name)
  if (field === undefined) return []
  const line: HeaderLine = { label: called ?? words[field], value: valueOf(field, post), field }
  if (name === 'title') return [line, { label: 'Author', value: post.names.join(', '), field: 'author' }]
  if (name === 'rating') return [line, { label: 'Words', value: countOf(post.work), field: 'words' }]
  return [line]
}

const countOf = ({ words: count }: WorkSeen): string => (count === 0 ? '' : sayNumber(count))

function valueOf(field: (typeof calledFields)[number], { work, fandom }: ToWrite): string {
  const { header } = work
  switch (field) {
    case 'title':
      return oneLine(work.title)
    case 'rating':
      return header['rating'] ?? tagsOfKind(work, 'rating').join(', ')
    case 'warnings':
      return tagsOfKind(work, 'warning').join(', ')
    case 'characters':
      return tagsOfKind(work, 'character').join(', ')
    case 'pairings':
      return tagsOfKind(work, 'pairing').join(', ')
    case 'tags':
      return tagsOfKind(work, 'free').join(', ')
    case 'fandom':
      return fandom ?? header['fandom'] ?? ''
    case 'timing':
    case 'summary':
    case 'notes':
      return work[field]
    default:
      return header[field] ?? ''
  }
}

const placed = new Set(['rating', 'fandom', 'beta', 'prompt', 'disclaimer', 'words', 'author', 'endnotes', 'other'])

/** Lines that have no field of the form, by the name they were kept under; of several without any, each as it stands. */
function othersOf({ header }: WorkSeen): HeaderLine[] {
  return Object.entries(header).flatMap(([name, value]) =>
    placed.has(name) ? [] : [{ label: capital(name), value, field: fieldNames.find((each) => each === name) }],
  )
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

function paragraphs(text: string, form: WrittenForm): string {
  const all = text.split(/\n{2,}/u).filter((each) => each.trim() !== '')
  if (form !== 'html') return all.map((each) => inForm(form, each)).join('\n\n')
  return all.map((each) => `<p>${inForm(form, each).replaceAll('\n', '<br>\n')}</p>`).join('\n')
}

/** In one paragraph, as epigraphs are known again by whose words they are. */
function quotation(text: string, by: string, form: WrittenForm): string {
  const said = by === '' ? text : `${text}\n– ${by}`
  const written = paragraphs(said, form)
  if (form === 'html') return `<blockquote>${written}</blockquote>`
  if (form === 'markdown') return written.replaceAll('\n', '  \n').replace(/^/gmu, '> ')
  return form === 'bbcode' ? `[quote]${written}[/quote]` : written
}
