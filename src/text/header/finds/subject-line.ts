// Reads the line that names a piece: "Ficlet – Title", "Fic: Title (2/5)", "Doctor Who Drabble: Title", "Title, by Author".
import type { Place } from '#src/text/header/fields.ts'
import { formNames } from '#src/text/header/words/value-words.ts'

/** Places are counted in the line. */
export type Subject = {
  readonly title: Place
  readonly form: string | null
  readonly author?: Place
}

const longest = 200

/** "Ficlet – Title", "[Fic] Title", "BtVS fanfiction: “Title”". The word for the kind of piece must stand there. */
export function readSubject(text: string): Subject | null {
  if (text.length > longest) return null
  const split = /^(\s*[*_#]{0,4}\s*\[?[^:–—[\]]{1,60}?\]?)(?:\s*[:：]\s*|\s+[–—-]{1,2}\s+|(?<=\])\s*)(?=\S)/u.exec(text)
  const form = split ? formIn(split[1] ?? '') : null
  if (!split || !form) return null
  return { title: trimTitle(text, split[0].length, text.length), form }
}

/** The kind of piece named in a few words that do nothing else: "Doctor Who Drabble", "Crossover Drabble", "[FIC]". */
function formIn(said: string): string | null {
  const words = said
    .toLowerCase()
    .replace(/[[\]*_#"“”]/gu, ' ')
    .trim()
    .split(/\s+/u)
  if (words.length > 6) return null
  const last = words.at(-1) ?? ''
  return formNames.get(last) ?? formNames.get(words[0] ?? '') ?? null
}

/** Without quotation marks, and without the part number or the pairing in brackets at the end. */
export function trimTitle(text: string, start: number, end: number): Place {
  let [from, to] = trimBlank(text, start, end)
  const bracket =
    /\s*[([](?:[^()[\]]*(?:\d ?(?:\/|of) ?[\d?]|[/×]|\bx\b|slash|\bgen\b|\bhet\b|pg|nc-?17|[A-Z]{2,5}$)[^()[\]]*|[A-Z]{2,5})[)\]]\s*$/iu
  for (let round = 0; round < 3; round++) {
    const found = bracket.exec(text.slice(from, to))
    if (!found || found.index === 0) break
    ;[from, to] = trimBlank(text, from, from + found.index)
  }
  return withoutQuotes(text, from, to)
}

function trimBlank(text: string, start: number, end: number): [number, number] {
  let from = start
  let to = end
  while (from < to && /[\s*_~=|#]/u.test(text[from] ?? '')) from++
  while (to > from && /[\s*_~=|#]/u.test(text[to - 1] ?? '')) to--
  return [from, to]
}

function withoutQuotes(text: string, from: number, to: number): Place {
  const said = text.slice(from, to)
  const quoted = /^["“«„](.+)["”»“]$/u.exec(said)
  return quoted && !/["“”«»]/u.test(quoted[1] ?? '"') ? { from: from + 1, to: to - 1 } : { from, to }
}

const byline = /^(.{1,90}?)[,:]?\s+(?:by|von|par|di|door|av)\s+([^,.!?;:]{2,40})\.?\s*$/u

/** "Everyman, by basingstoke." A title with a capital, a name of few words. */
export function readTitleBy(text: string): Subject | null {
  if (text.length > longest) return null
  const found = byline.exec(text)
  if (!found) return null
  const [, title = '', name = ''] = found
  if (!looksLikeTitle(title) || !looksLikeName(name)) return null
  const start = text.length - text.trimStart().length
  const at = text.lastIndexOf(name)
  return {
    title: trimTitle(text, start, title.length),
    author: { from: at, to: at + name.trimEnd().length },
    form: null,
  }
}

const looksLikeName = (name: string): boolean => {
  const words = name.trim().split(/\s+/u)
  if (words.length > 4) return false
  return (
    words.length === 1 ||
    words.every((word) => /^[\p{Lu}\d(&]/u.test(word) || /^(?:and|und|et|e|y|de|von|van)$/u.test(word))
  )
}

/** Short, beginning like a title, and not ending like a sentence of prose. */
export function looksLikeTitle(text: string): boolean {
  const said = text.trim()
  if (said.length === 0 || said.length > 100 || said.split(/\s+/u).length > 14) return false
  if (!/^["“«„'‘([*_~=:…-]*\s*[\p{Lu}\p{Lo}\d…]/u.test(said) && !/^[\p{Ll}\s'’,-]{3,60}$/u.test(said)) return false
  return !/[,;:]$/u.test(said) && !/https?:|@/u.test(said)
}
