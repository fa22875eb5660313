// A work as a book: a title page with its header, the story chapter by chapter, and the notes after it.
import { sayList } from '#src/kit/date-words.ts'
import { escapeXml, xml, xmlText } from '#src/kit/xml.ts'
import { chapterName, isOneText, shortTally } from '#src/library/works/chapters/chapter-words.ts'
import type { ChapterSeen, ChapterText } from '#src/library/works/chapters/chapters-seen.ts'
import { fromWords } from '#src/library/works/asks/ask-words.ts'
import type { PeopleSeen } from '#src/library/works/asks/asks-seen.ts'
import type { StandsIn } from '#src/library/works/series/series-seen.ts'
import { nameOf, sayRecording } from '#src/library/works/recordings/recording-words.ts'
import type { Recording } from '#src/library/works/recordings/recordings.ts'
import { sayWishes } from '#src/library/works/wishes/wish-words.ts'
import type { WorkCard, WorkSeen } from '#src/library/works/works-seen.ts'
import { type Inline, readInline } from '#src/text/inline/inline-marks.ts'
import { letOthersIn } from '#src/platform/turn.ts'
import type { BoundPicture } from '#src/library/works/pictures/bound.ts'
import { parseHtml } from '#src/text/tree.ts'
import { toXhtml } from '#src/text/xhtml.ts'
import { nameAt, picturesPage, withPictures } from './book-pictures.ts'
import type { Book, BookPage } from './epub.ts'

export type BookChapter = ChapterSeen & ChapterText

export type Around = {
  /** Those that are for readers, in their order. */
  readonly chapters: readonly BookChapter[]
  readonly people: PeopleSeen
  readonly series: readonly StandsIn[]
  readonly pictures: readonly BoundPicture[]
  readonly recordings: readonly Recording[]
  readonly siteName: string
  /** The address of its page. */
  readonly source: string
  readonly fandom: string | undefined
  readonly round: string | undefined
}

/**
 * What this viewer may not know is not in it either: the book is made of what the page is made of. A chapter at a time, and others
 * in between: a thousand of them take seconds.
 */
export async function bookOf(work: WorkSeen, around: Around): Promise<Book> {
  return {
    uid: work.uid,
    title: work.title,
    creators: namesOf(work),
    language: 'en',
    summary: work.summary,
    publisher: around.siteName,
    source: around.source,
    subjects: [...new Set([around.fandom ?? '', ...work.tags.map(({ name }) => name)])].filter((word) => word !== ''),
    publishedAt: work.revealedAt,
    changedAt: work.changedAt,
    series: around.series.map(({ uid, title, at }) => ({ uid, title, at })),
    pages: await pagesOf(work, around),
    images: around.pictures.map(({ type, bytes }, at) => ({ name: nameAt(around.pictures, at), type, bytes })),
  }
}

const namesOf = ({ byline }: WorkSeen): readonly string[] => (byline.kind === 'named' ? byline.names : [])

async function pagesOf(work: WorkSeen, around: Around): Promise<BookPage[]> {
  const title: BookPage = { title: work.title, kind: 'title', body: titlePage(work, around) }
  const story: BookPage[] = []
  for (const chapter of around.chapters) {
    story.push(chapterPage(work, chapter, around))
    await letOthersIn()
  }
  const notes = [...notePage('End notes', work.header['endnotes'] ?? ''), ...notePage('Notes', work.notes)]
  return [title, ...picturesPage(around.pictures), ...story, ...notes]
}

function notePage(name: string, said: string): BookPage[] {
  return said === '' ? [] : [{ title: name, body: xmlText('h2', name) + plain(said) }]
}

function chapterPage(
  work: WorkSeen,
  chapter: BookChapter,
  { chapters: { length: count }, pictures }: Around,
): BookPage {
  const { title, notesBefore, notesAfter, html } = chapter
  const isAlone = count === 1 && isOneText(work.chapters)
  const name = isAlone ? title || 'The story' : chapterName(chapter)
  const note = (text: string): string => (text === '' ? '' : xml('div', { class: 'plain' }, plain(text)))
  const heading = isAlone && title === '' ? '' : xmlText('h2', name)
  return {
    title: name,
    body: heading + note(notesBefore) + toXhtml(withPictures(parseHtml(html), pictures)) + note(notesAfter),
  }
}

function titlePage(work: WorkSeen, around: Around): string {
  const names = namesOf(work)
  const by = names.length === 0 ? 'by somebody whose name is not shown yet' : `by ${sayList([...names])}`
  return [
    xmlText('h1', work.title),
    xmlText('p', by),
    work.summary === '' ? '' : xml('div', { class: 'plain' }, plain(work.summary)),
    headerOf(work, around),
    work.preface === '' ? '' : xmlText('h2', 'Preface') + xml('div', { class: 'plain' }, plain(work.preface)),
    work.epigraph === '' ? '' : xml('blockquote', { class: 'epigraph' }, plain(work.epigraph) + plain(work.epigraphBy)),
  ].join('')
}

function headerOf(work: WorkSeen, { fandom, round, source, people, series, recordings }: Around): string {
  const named = (...kinds: readonly string[]): string =>
    work.tags
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ name }) => name)
      .join(', ')
  const lines: (readonly [string, string])[] = [
    ['Posted', work.revealedAt?.slice(0, 10) ?? ''],
    ['For', round ?? ''],
    ['Fandom', fandom ?? work.header.fandom ?? ''],
    ['Timing', work.timing],
    ['Rating', named('rating')],
    ['Warnings', named('warning')],
    ['People', named('character', 'pairing')],
    ['Words', work.words === 0 ? '' : String(work.words)],
    ['Chapters', isOneText(work.chapters) ? '' : shortTally(work.chapters)],
    ['First posted elsewhere', work.firstPostedOn ?? ''],
    ['Last chapter', work.lastChapterAt?.slice(0, 10) ?? ''],
    ['Thanks to', work.header.beta ?? ''],
    ['Series', series.map(({ title, at }) => `Part ${at} of ${title}`).join('; ') || (work.header.series ?? '')],
    ...peopleLines(people),
    ...recordings.map((one): [string, string] => [nameOf(one), `${sayRecording(one)}, ${one.url}`]),
    ['Wishes', sayWishes(work.wishes)],
    ['From', source],
  ]
  const told = lines.filter(([, says]) => says !== '')
  return xml('dl', {}, ...told.map(([term, says]) => xmlText('dt', term) + xmlText('dd', says)))
}

function peopleLines({ credits, gifts, from }: PeopleSeen): [string, string][] {
  const by = ({ byline }: WorkCard): string => (byline.kind === 'named' ? ` by ${sayList([...byline.names])}` : '')
  return [
    ['A gift for', gifts.join(', ')],
    ['With help from', credits.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)).join(', ')],
    ...from.map((tie): [string, string] => [
      fromWords[tie.kind],
      tie.to === 'work' ? tie.card.title + by(tie.card) : [tie.words, tie.url].filter(Boolean).join(', '),
    ]),
  ]
}

const plain = (text: string): string =>
  text === ''
    ? ''
    : text
        .split(/\n\s*\n/)
        .map((part) => xml('p', {}, spoken(readInline(part.trim()))))
        .join('')

/** As on the page of the work: words, and a few elements that are ours. */
const spoken = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part.split('\n').map(escapeXml).join('<br/>')
      return xml(part.name, part.name === 'a' ? { href: part.to } : {}, spoken(part.of))
    })
    .join('')
