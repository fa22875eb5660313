// Reads the line that names a piece: "Ficlet – Title", "Fic: Title (2/5)", "Doctor Who Drabble: Title", "Title, by Author (PG-13)".
import type { Place } from '#src/text/header/fields.ts'
import { formNames } from '#src/text/header/words/value-words.ts'
import { dateBefore } from './dated.ts'
import { readShortLine } from './short-lines.ts'

/** Places are counted in the line. `rest` is what stands after the title: a part number, a pairing in brackets. */
export type Subject = {
  readonly title: Place
  readonly form: string | null
  readonly author?: Place
  readonly rest: readonly Place[]
}

const longest = 200

/** "Ficlet – Title", "[Fic] Title", "BtVS fanfiction: “Title”". The word for the kind of piece must stand there. */
export function readSubject(text: string): Subject | null {
  if (text.length > longest) return null
  const start = dateBefore(text)
  const split =
    /^([\s\u200b]*[*_#|]{0,4}\s*\[?[^:：–—[\]]{1,60}?\]?)(?:\s*[:：]\s*|\s+[–—-]{1,2}\s+|\t|\s[|=]\s|(?<=\])\s*)(?=\S)/u.exec(
      text.slice(start),
    )
  const form = split ? formIn(split[1] ?? '') : null
  if (!split || !form) return null
  return { ...readTitle(text, start + split[0].length, text.length), form }
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

export const plainRating = /^(?:g|pg|pg-?1[35]|r|nc-?17|t|m|k\+?|e)$/iu

export type Named = { readonly title: Place; readonly rest: readonly Place[] }

/** What a bracket after a title may hold and not be part of it: a part number, a pairing, a rating, a fandom in capitals. */
const bracket =
  /\s*[([]((?:[^()[\]]*(?:\d ?(?:\/|of) ?[\d?]|[/×]|\bx\b|slash|\bgen\b|\bhet\b|pg|nc-?17|crossover|words|\p{L} & \p{L})[^()[\]]*|[A-Z]{2,5}|g|r|pg-?\d*)?)[)\]]\.?\s*$/iu
/** "[翻译][原作] 題": what the boards of East Asia put before a title. */
const leading = /^(?:[[【『][^[\]【】『』]{1,40}[\]】』]\s*){1,3}(?=\p{Lo})/u
const partNumber =
  /[\s,:–-]+((?:\d{1,3} ?(?:\/|of) ?(?:\d{1,3}|\?))|(?<=\p{Lo}\s)(?:\d{1,3}|[一二三四五六七八九十百]{1,4}))\s*$/u
const afterComma = /,\s+((?:chapter|part|teil|kapitel|chapitre) [\p{L}\d]{1,12}(?:: .{1,60})?)\s*$/iu
const afterDash = /\s+[–—-]{1,2}\s+((?:[^–—-]{0,40}\bcrossover|(?:chapter|part|teil|kapitel) .{1,60}))\s*$/iu

/** The title without quotation marks, part number, or what is said in brackets at the end. */
export function readTitle(text: string, start: number, end: number): Named {
  let [from, to] = trimBlank(text, start, end)
  const rest: Place[] = []
  const stroke = /\s[|•]\s/u.exec(text.slice(from, to))
  if (stroke && stroke.index > 0) {
    rest.push(...piecesOf(text, from + stroke.index + 3, to))
    ;[from, to] = trimBlank(text, from, from + stroke.index)
  }
  const before = leading.exec(text.slice(from, to))
  if (before && from + before[0].length < to) {
    rest.push({ from: from + 1, to: from + before[0].trimEnd().length - 1 })
    ;[from, to] = trimBlank(text, from + before[0].length, to)
  }
  for (let round = 0; round < 3; round++) {
    const segment = lastSegment(text, from, to)
    if (segment) {
      rest.push(segment)
      ;[from, to] = trimBlank(text, from, segment.from - 3)
      continue
    }
    const found = [bracket, partNumber, afterDash, afterComma]
      .map((mark) => mark.exec(text.slice(from, to)))
      .find((hit) => hit !== null)
    if (!found || found.index === 0 || isLetterCode(found[1] ?? '')) break
    const at = from + found.index + found[0].indexOf(found[1] ?? '')
    rest.push({ from: at, to: at + (found[1] ?? '').length })
    ;[from, to] = trimBlank(text, from, from + found.index)
  }
  return { title: withoutQuotes(text, from, to), rest }
}

function piecesOf(text: string, from: number, to: number): readonly Place[] {
  let at = from
  return text
    .slice(from, to)
    .split(/(?<=\s[|•])\s/u)
    .map((piece) => {
      const place = { from: at, to: at + piece.replace(/\s[|•]$/u, '').length }
      at += piece.length + 1
      return place
    })
}

/** "Nine Steps - Imre/Josune - R": what stands after the last dash and is known for something else. */
function lastSegment(text: string, from: number, to: number): Place | null {
  const at = Math.max(text.lastIndexOf(' - ', to - 4), text.lastIndexOf(' – ', to - 4))
  if (at <= from) return null
  const said = text.slice(at + 3, to).trim()
  const isKnown = plainRating.test(said) || readShortLine(said).some(({ sure, field }) => sure && field !== 'chapter')
  return isKnown ? { from: at + 3, to } : null
}

/** A bracket of letters is taken off only when they are capitals: "(FMA)", not "(again)". */
const isLetterCode = (said: string): boolean =>
  /^[a-z]{2,5}$/iu.test(said) && said !== said.toUpperCase() && said.length > 2

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

const byline =
  /^(.{1,90})(?<![,:])[,:]?\s+(?:by|von|par|di|door|av)\s+([^,.!?;:()[\]]{2,40}?)\.?\s*(?:[([]([^()[\]]{1,60})[)\]]|,? for [^,.!?;:()[\]]{2,40})?\s*$/u

/** "Everyman, by basingstoke." A title with a capital, a name of few words. */
export function readTitleBy(text: string, isTop = false): Subject | null {
  if (text.length > longest) return null
  const start = dateBefore(text)
  const found = byline.exec(text.slice(start))
  if (!found) return null
  const [, title = '', name = '', extra] = found
  if (!looksLikeTitle(title) || !(looksLikeName(name) || (isTop && isInCapitals(title)))) return null
  const at = text.lastIndexOf(name)
  const author = { from: at, to: at + name.trimEnd().length }
  const rest = extra ? [{ from: text.lastIndexOf(extra), to: text.lastIndexOf(extra) + extra.length }] : []
  const named = readTitle(text, start, start + title.length)
  return { title: named.title, rest: [...named.rest, ...rest], author, form: null }
}

/** "Under the Pier • by Corvin • FR15": a title before strokes, and at least one thing after them that is known. */
export function readStroked(text: string): Subject | null {
  if (text.length > 2 * longest) return null
  const pieces = text.split(/\s[|•]\s/u)
  const [title = '', ...others] = pieces
  if (others.length < 2 || !looksLikeTitle(title) || readShortLine(title).length > 0) return null
  if (!others.some((piece) => readShortLine(piece).some(({ sure }) => sure))) return null
  const author = others.find((piece) => readShortLine(piece).some(({ field }) => field === 'author'))
  const named = readTitle(text, 0, text.length)
  return author === undefined ? { ...named, form: null } : { ...named, form: null, author: authorIn(text, author) }
}

function authorIn(text: string, piece: string): Place {
  const found = readShortLine(piece).find(({ field }) => field === 'author')
  const at = text.indexOf(piece)
  return { from: at + (found?.from ?? 0), to: at + (found?.to ?? piece.length) }
}

/** Over a header even a name in small letters is a name, if what stands before it is written as titles are. */
const isInCapitals = (title: string): boolean =>
  title
    .trim()
    .split(/\s+/u)
    .every(
      (word) => /^[\p{Lu}\d"“'‘(]/u.test(word) || /^(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)$/u.test(word),
    )

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
  if (!/^["“«„'‘([『【「《*_~=:…-]*\s*[\p{Lu}\p{Lo}\d…]/u.test(said) && !/^[\p{Ll}\s'’,-]{3,60}$/u.test(said))
    return false
  return !/[,;:]$/u.test(said) && !/https?:|@/u.test(said)
}
