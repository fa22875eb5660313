// A community's own kinds and ratings, where nobody else would know them: "Vignette – Title" over a story, a house's rating on a line of its own.
import type { Place } from './fields.ts'
import type { HeaderReading } from './header.ts'
import { ruled } from './rulings.ts'
import type { Ruling } from './rulings.ts'

export type OwnLists = { readonly kinds: readonly string[]; readonly ratings: readonly string[] }

/** What was found by everybody's words stays; the community's are asked for what is missing. */
export function withOwnLists(text: string, header: HeaderReading, { kinds, ratings }: OwnLists): HeaderReading {
  const lines = freeLines(text, header)
  const rating = header.fields.rating === undefined ? ratingAmong(text, lines, ratings) : undefined
  const subject = header.form === null ? subjectAmong(text, lines, kinds) : undefined
  const named: readonly Ruling[] =
    subject && header.fields.title === undefined
      ? [
          { from: subject.from, to: subject.title.from, is: 'nothing' },
          { ...subject.title, is: 'title' },
        ]
      : []
  const read = ruled(text, header, [...(rating ? [rating] : []), ...named])
  return subject ? { ...read, form: subject.kind } : read
}

const most = 60

/** Lines that are nobody's so far, and the first one of the story. */
function freeLines(text: string, { spans, bodyFrom }: HeaderReading): readonly Place[] {
  const free = spans.filter(({ part }) => part === 'preface').flatMap((span) => linesIn(text, span))
  const first = linesIn(text, { from: bodyFrom, to: Math.min(text.length, bodyFrom + 400) })[0]
  return [...free.slice(0, most), ...(first ? [first] : [])]
}

function linesIn(text: string, { from, to }: Place): readonly Place[] {
  const lines: Place[] = []
  for (const { index, 0: line } of text.slice(from, to).matchAll(/[^\n]+/gu)) {
    const start = from + index + (line.length - line.trimStart().length)
    if (line.trim() !== '') lines.push({ from: start, to: start + line.trim().length })
  }
  return lines
}

const key = (words: string): string => words.toLowerCase().replace(/[\s_-]+/gu, '')

function listed(list: readonly string[], said: string): string | undefined {
  const wanted = key(said)
  return wanted === '' ? undefined : list.find((name) => key(name) === wanted)
}

function ratingAmong(text: string, lines: readonly Place[], ratings: readonly string[]): Ruling | undefined {
  for (const line of lines) {
    for (const { index, 0: piece } of text.slice(line.from, line.to).matchAll(/[^|•·]+/gu)) {
      const said = piece.trim()
      const from = line.from + index + piece.indexOf(said)
      if (listed(ratings, said) !== undefined) return { from, to: from + said.length, is: 'rating' }
    }
  }
  return undefined
}

const longestSubject = 200

function subjectAmong(text: string, lines: readonly Place[], kinds: readonly string[]) {
  for (const line of lines) {
    const said = text.slice(line.from, Math.min(line.to, line.from + longestSubject))
    const found = /^[*_#[\s]{0,4}([^:–—\n]{2,60}?)\]?(?:\s*:\s+|\s+[–—-]{1,2}\s+)(?=\S)(.+)$/u.exec(said)
    const kind = found ? listed(kinds, found[1] ?? '') : undefined
    if (found && kind !== undefined && line.to - line.from < longestSubject)
      return { kind, from: line.from, title: { from: line.to - (found[2] ?? '').length, to: line.to } }
  }
  return undefined
}
