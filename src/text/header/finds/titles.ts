// Chooses the title where no label gives one: a subject line, "Title by Author", a heading, a line that stands twice, a short line by itself.
import type { FieldName, Found, Place } from '#src/text/header/fields.ts'
import type { MarkedLine } from '#src/text/header/lines/post.ts'
import { partMark } from '#src/text/header/words/value-words.ts'
import { bestLoneTitle, titleKey } from './lone-title.ts'
import type { Leftover } from './lone-title.ts'
import { bounds, readShortLine } from './short-lines.ts'
import { plainRating, readStroked, readSubject, readTitle, readTitleBy } from './subject-line.ts'
import type { Subject } from './subject-line.ts'

export type TitleFinds = { readonly found: readonly Found[]; readonly form: string | null }

type Naming = { readonly kind: 'by' | 'subject'; readonly line: MarkedLine; readonly subject: Subject }

export function findTitles(leftovers: readonly Leftover[], labelled: string | null, author: string | null): TitleFinds {
  const repeated = repeatedIn(leftovers)
  const namings = leftovers
    .flatMap(({ line, isFirst, overLabels }) => namingOf(line, isFirst || overLabels))
    .filter((naming) => isBy(naming, author) && !(isFaintBy(naming) && repeated.has(titleKey(naming.line.text))))
  const form = namings.find(({ subject }) => subject.form)?.subject.form ?? null
  const chosen = namings.find(({ kind }) => kind === 'by') ?? namings[0]
  if (labelled !== null) return { found: [...againOf(leftovers, labelled), ...namings.flatMap(besidesTitle)], form }
  if (chosen) return { found: [...wholeOf(chosen), ...againOf(leftovers, titleOf(chosen), chosen.line)], form }
  return { found: loneTitle(leftovers), form }
}

/** "Der Bann von Akatash" over the page and once more over the story is a title, and nobody’s name is in it. */
const isFaintBy = ({ kind, line }: Naming): boolean => kind === 'by' && !/\sby\s/iu.test(line.text)

function repeatedIn(leftovers: readonly Leftover[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const again = new Set<string>()
  for (const { line } of leftovers) (seen.has(titleKey(line.text)) ? again : seen).add(titleKey(line.text))
  return again
}

function namingOf(line: MarkedLine, isTop = false): readonly Naming[] {
  const by = readTitleBy(line.text, isTop)
  if (by) return [{ kind: 'by', line, subject: by }]
  const subject = readSubject(line.text) ?? readStroked(line.text)
  return subject ? [{ kind: 'subject', line, subject }] : []
}

/** Where a label names the author, "… by Somebody Else" is talk. */
function isBy({ line, subject }: Naming, author: string | null): boolean {
  if (author === null || !subject.author) return true
  const [one, other] = [titleKey(author), titleKey(line.text.slice(subject.author.from, subject.author.to))]
  return one.includes(other) || other.includes(one)
}

const titleOf = ({ line, subject }: Naming): string => line.text.slice(subject.title.from, subject.title.to)

const wholeOf = (naming: Naming): readonly Found[] => [
  foundAt(naming.line, 'title', naming.subject.title, naming.kind === 'by' ? 0.85 : 0.8),
  ...besidesTitle(naming),
]

/** What a subject tells beside the title: the author, a part number, a pairing in brackets. */
function besidesTitle({ line, subject }: Naming): readonly Found[] {
  const author = subject.author ? [foundAt(line, 'author', subject.author, 0.85)] : []
  return [...author, ...subject.rest.flatMap((place) => restOf(line, place))]
}

function foundAt(line: MarkedLine, field: FieldName, { from, to }: Place, confidence: number): Found {
  return { field, from: line.from + from, to: line.from + to, value: line.text.slice(from, to), confidence }
}

function restOf(line: MarkedLine, place: Place): readonly Found[] {
  const said = line.text.slice(place.from, place.to)
  if (plainRating.test(said.trim())) return [foundAt(line, 'rating', place, 0.55)]
  if (/crossover$/iu.test(said)) return [foundAt(line, 'fandom', place, 0.55)]
  if (partMark.test(said) || /^(?:\d{1,3}|[一二三四五六七八九十百]{1,4})$/u.test(said))
    return [foundAt(line, 'chapter', place, 0.45)]
  return readShortLine(said).map(({ field, from, to }) =>
    foundAt(line, field, { from: place.from + from, to: place.from + to }, 0.55),
  )
}

/** The title again, as the page's heading or over the story: part of the header, and no second title. */
function againOf(leftovers: readonly Leftover[], title: string, besides?: MarkedLine): readonly Found[] {
  const key = titleKey(title)
  if (key.length < 2) return []
  return leftovers.flatMap(({ line }) => {
    if (line === besides) return []
    const naming = namingOf(line)[0]
    if (naming && titleKey(titleOf(naming)) === key) return [foundAt(line, 'title', naming.subject.title, 0.5)]
    if (!isTitleAgain(line.text, title)) return []
    const { from, to } = bounds(line.text)
    const named = readTitle(line.text, from, to)
    const rest = namingOf(line).length > 0 ? [] : named.rest.flatMap((place) => restOf(line, place))
    return [foundAt(line, 'title', named.title, 0.5), ...rest]
  })
}

/** The title once more, alone or with a little around it; a sentence that happens to begin with its words is the story's. */
export const isTitleAgain = (text: string, title: string): boolean =>
  titleKey(text) === titleKey(title) || (isSameTitle(titleKey(text), titleKey(title)) && !isSentence(text))

const isSentence = (text: string): boolean => /[.!?…]["”’»)]?$/u.test(text.trim())

/** Alike, or the one with a little more around it ("Fic: …", "… (1/2)"). */
const isSameTitle = (line: string, title: string): boolean =>
  line === title ||
  (title.length >= 4 &&
    line.length <= title.length + 40 &&
    (line.startsWith(title) || line.endsWith(title) || (line.length >= 6 && title.startsWith(line))))

function loneTitle(leftovers: readonly Leftover[]): readonly Found[] {
  const best = bestLoneTitle(leftovers)
  if (!best) return []
  const { line } = best.leftover
  const end = line.text.trimEnd().replace(/:$/u, '').length
  const twice = /^(.{2,60}?) [–—-] (.{2,60})$/u.exec(line.text.trim())
  if (twice && titleKey(twice[1] ?? '') === titleKey(twice[2] ?? ''))
    return titleAndChapter(line, twice[1] ?? '', twice[2] ?? '')
  const named = readTitle(line.text, 0, end)
  const found = foundAt(line, 'title', named.title, best.confidence)
  const others = leftovers.filter(({ line: other }) => other !== line)
  const name = best.leftover.name ? [best.leftover.name] : []
  return [found, ...name, ...named.rest.flatMap((place) => restOf(line, place)), ...againOf(others, found.value)]
}

/** Archives print "Title - Chapter" over a chapter, also when both are called the same. */
function titleAndChapter(line: MarkedLine, title: string, chapter: string): readonly Found[] {
  const from = line.text.indexOf(title)
  const at = line.text.lastIndexOf(chapter)
  return [
    foundAt(line, 'title', { from, to: from + title.length }, 0.75),
    foundAt(line, 'chapter', { from: at, to: at + chapter.length }, 0.6),
  ]
}
