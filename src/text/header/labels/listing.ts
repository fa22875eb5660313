// The line under a story in an archive's list: "Rated: T - English - Adventure - Chapters: 10 - Words: 78,549 - Published: …",
// where only some of the pieces between the dashes have labels.
import type { FieldName, Found } from '#src/text/header/fields.ts'
import type { MarkedLine, Post } from '#src/text/header/lines/post.ts'
import { genreNames, languageNames } from '#src/text/header/words/value-words.ts'

const dash = ' - '

export function isListing(line: MarkedLine): boolean {
  const labels = line.labels.filter(({ strength }) => strength === 'strong' || strength === 'passed')
  return labels.length >= 3 && line.text.length < 1_000 && line.text.split(dash).length > 3
}

/** Where a value in such a line ends. */
export function endInListing(text: string, from: number, to: number): number {
  const at = text.slice(from, to).indexOf(dash)
  return at < 0 ? to : from + at
}

/** The pieces without a label. */
export function readListing(post: Post, line: MarkedLine): readonly Found[] {
  const found: Found[] = []
  let from = line.from
  for (const piece of line.text.split(dash)) {
    const to = from + piece.length
    const place = { from, to }
    if (!line.labels.some((label) => label.from >= place.from && label.from < place.to)) {
      const field = fieldOf(piece.trim(), found)
      if (field) found.push({ field, ...place, value: post.text.slice(from, to).trim(), confidence: 0.75 })
    }
    from = to + dash.length
  }
  return found
}

function fieldOf(piece: string, before: readonly Found[]): FieldName | null {
  if (languageNames.includes(piece.toLowerCase())) return 'language'
  if (/^(?:complete|completed|in[- ]progress|wip)$/iu.test(piece)) return 'status'
  const items = piece.toLowerCase().split(/[/&,]/u)
  const isGenre = genreNames.includes(piece.toLowerCase()) || items.every((item) => genreNames.includes(item.trim()))
  if (isGenre && !before.some(({ field }) => field === 'genre')) return 'genre'
  return /^[[\p{Lu}]/u.test(piece) && piece.length < 160 ? 'characters' : null
}
