// Finds a quotation above the story that names its source, after a dash or on a line of its own.
import type { Place } from '#src/text/header/fields.ts'

export type Epigraph = Place & { readonly text: string; readonly attribution: string }

const longest = 1_500
const opening = /^\s*(?:> ?)?[*_]{0,3}["“„«‘'‹「『]/u
const dashBefore = /[~—–―-]{1,3}\s{0,3}(?=[^\s~—–―-])/gu
const closing = /["”“»’'›」』.!?…)*_]\s*$/u

/** A paragraph that is a quotation followed by a dash or tilde and a source, on the same line or the next. */
export function readEpigraph(written: string, from: number): Epigraph | null {
  if (written.length > longest) return null
  const paragraph = withoutQuoting(written)
  if (!opening.test(paragraph)) return readVerses(paragraph, from)
  const cut = lastDash(paragraph) ?? lastLine(paragraph)
  if (!cut) return null
  const text = paragraph
    .slice(0, cut.index)
    .replace(/^\s*> ?/gmu, '')
    .trim()
  const attribution = paragraph
    .slice(cut.index + cut.length)
    .replace(/^> ?/gmu, '')
    .trim()
  const isSource = attribution.length >= 2 && attribution.length <= 160 && /\p{L}/u.test(attribution)
  return isSource ? { from, to: from + paragraph.trimEnd().length, text, attribution } : null
}

/** Verses need no quotation marks where the last line is a dash and a name. */
function readVerses(paragraph: string, from: number): Epigraph | null {
  const lines = paragraph.trimEnd().split('\n')
  const source = /^\s*(?:--?|[–—~])\s*(\p{Lu}[^\n]{1,80})$/u.exec(lines.at(-1) ?? '')?.[1] ?? ''
  const said = lines.slice(0, -1)
  const isVerse =
    said.length >= 2 && said.length <= 12 && said.every((line) => line.trim().length < 90 && !/^\s*[–—-]/u.test(line))
  if (!isVerse || source === '' || /[.!?…]$/u.test(source.trim()) || /\s[–—]\s?/u.test(source)) return null
  return { from, to: from + paragraph.trimEnd().length, text: said.join('\n').trim(), attribution: source.trim() }
}

/** The signs of a quotation, in mails, Markdown and boards, are blanks of the same length. */
const withoutQuoting = (written: string): string =>
  written.replace(/^ {0,3}> ?|\[\/?quote(?:=[^\]\n]{0,60})?\]/gimu, (sign) => ' '.repeat(sign.length))

/** A source on a line of its own needs no dash: "May Harbour (1919 - 1989)". */
function lastLine(paragraph: string): { readonly index: number; readonly length: number } | null {
  const lines = paragraph.trimEnd().split('\n')
  const source = lines.at(-1)?.trim() ?? ''
  const said = lines.slice(0, -1).join('\n').trim()
  if (!said || !/["”»]$/u.test(said) || source.length > 80) return null
  const isSource = /^\p{Lu}/u.test(source) && !/["“”«»]|[.!?,:]$/u.test(source) && source.split(/\s+/u).length <= 10
  return isSource ? { index: paragraph.trimEnd().length - source.length, length: 0 } : null
}

/** The last dash that follows the end of a quotation. Speech with a dash inside is not one. */
function lastDash(paragraph: string): { readonly index: number; readonly length: number } | null {
  let last: { readonly index: number; readonly length: number } | null = null
  for (const found of paragraph.matchAll(dashBefore)) {
    const before = paragraph.slice(0, found.index)
    if (
      closing.test(before) &&
      /\s$|["”»]$/u.test(before) &&
      isSourceLike(paragraph.slice(found.index + found[0].length))
    )
      last = { index: found.index, length: found[0].length }
  }
  return last
}

/** A source begins with a capital or a quotation mark and holds no second quotation of speech after a full stop. */
const isSourceLike = (text: string): boolean =>
  text.length <= 160 && /^[\p{Lu}\p{Lo}"“«_*\d]/u.test(text) && !/[.!?] \p{Lu}\p{Ll}+ \p{Ll}/u.test(text)
