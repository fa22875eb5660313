// Chooses the title where no label gives one: a subject line, "Title by Author", a heading, a line that stands twice, a short line by itself.
import { bounds, readShortLine } from './short-lines.ts'
import { looksLikeTitle, readSubject, readTitleBy, trimTitle } from './subject-line.ts'
import type { Found } from '#src/text/header/fields.ts'
import type { MarkedLine } from '#src/text/header/lines/post.ts'

export type TitleFinds = { readonly found: readonly Found[]; readonly form: string | null }

/** What the finder knows of the lines it may look at. `beforeStory` is the last written line before the story, if that is sure. */
export type Leftover = {
  readonly line: MarkedLine
  readonly isFirst: boolean
  readonly beforeStory: boolean
  readonly inBlock: boolean
}

export function findTitles(leftovers: readonly Leftover[], labelled: string | null): TitleFinds {
  const subjects = leftovers.flatMap((leftover) => subjectOf(leftover))
  const form = subjects.find((subject) => subject.form)?.form ?? null
  if (labelled !== null) return { found: [...sameTitle(leftovers, labelled), ...authorsOf(subjects)], form }
  const chosen = subjects.find((subject) => subject.kind === 'by') ?? subjects[0]
  if (chosen) return { found: [...chosen.found, ...sameTitle(leftovers, titleIn(chosen), chosen)], form }
  return { found: loneTitle(leftovers), form }
}

type SubjectFind = {
  readonly kind: 'by' | 'subject'
  readonly found: readonly Found[]
  readonly form: string | null
  readonly line: number
}

function subjectOf({ line }: Leftover): readonly SubjectFind[] {
  const by = readTitleBy(line.text)
  if (by) return [toFind(line, by, 'by', 0.85)]
  const subject = readSubject(line.text)
  return subject ? [toFind(line, subject, 'subject', 0.8)] : []
}

function toFind(
  line: MarkedLine,
  subject: NonNullable<ReturnType<typeof readSubject>>,
  kind: 'by' | 'subject',
  confidence: number,
): SubjectFind {
  const found = [foundAt(line, 'title', subject.title, confidence)]
  if (subject.author) found.push(foundAt(line, 'author', subject.author, confidence))
  return { kind, found, form: subject.form, line: line.index }
}

function foundAt(
  line: MarkedLine,
  field: 'title' | 'author',
  place: { from: number; to: number },
  confidence: number,
): Found {
  return {
    field,
    from: line.from + place.from,
    to: line.from + place.to,
    value: line.text.slice(place.from, place.to),
    confidence,
  }
}

const titleIn = (subject: SubjectFind): string => subject.found.find(({ field }) => field === 'title')?.value ?? ''

const authorsOf = (subjects: readonly SubjectFind[]): readonly Found[] =>
  subjects.flatMap(({ found }) => found.filter(({ field }) => field === 'author'))

/** The title again, as the page's heading or over the story: part of the header, and no second title. */
function sameTitle(leftovers: readonly Leftover[], title: string, besides?: SubjectFind): readonly Found[] {
  const key = titleKey(title)
  if (!key) return []
  return leftovers
    .filter(({ line }) => line.index !== besides?.line && isSame(titleKey(line.text), key))
    .map(({ line }) => foundAt(line, 'title', bounds(line.text), 0.5))
}

export const titleKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Alike, or the one with a little more around it ("Fic: …", "… (1/2)"). */
const isSame = (line: string, title: string): boolean =>
  line === title ||
  (title.length >= 4 && line.length <= title.length + 40 && (line.startsWith(title) || line.endsWith(title)))

function loneTitle(leftovers: readonly Leftover[]): readonly Found[] {
  const candidates = leftovers.filter(({ line }) => isCandidate(line))
  const best = candidates.toSorted((a, b) => weight(b, candidates) - weight(a, candidates))[0]
  if (!best || weight(best, candidates) < 3) return []
  const { line } = best
  const place = trimTitle(line.text, 0, line.text.trimEnd().replace(/:$/u, '').length)
  const found = foundAt(line, 'title', place, Math.min(0.8, 0.3 + weight(best, candidates) / 12))
  return [
    found,
    ...sameTitle(
      leftovers.filter((other) => other !== best),
      found.value,
    ),
  ]
}

function isCandidate(line: MarkedLine): boolean {
  if (line.kind !== 'text' || !looksLikeTitle(line.text.trim().replace(/:$/u, ''))) return false
  return (
    readShortLine(line.text).length === 0 &&
    !/^(?:hi|hello|hey|dear|hallo|liebe|salut|bonjour|ciao|hola|well|so|ok|okay|note|author)\b/iu.test(line.text.trim())
  )
}

function weight({ line, isFirst, beforeStory, inBlock }: Leftover, all: readonly Leftover[]): number {
  const twice = all.some((other) => other.line !== line && titleKey(other.line.text) === titleKey(line.text))
  const sentence = /[.!?]["”]?$/u.test(line.text.trim()) && !/\.\.\.$|…$/u.test(line.text.trim())
  const words = line.text.trim().split(/\s+/u).length
  return (
    (line.isHeading ? 4 : 0) +
    (twice ? 4 : 0) +
    (isFirst ? 3 : 0) +
    (beforeStory ? 3 : 0) +
    (inBlock ? 1 : 0) +
    (words <= 7 ? 1 : 0) -
    (sentence ? 2 : 0)
  )
}
