// Reads lines that carry a field without a label: "2260 words", "PG-13", "Buffy/Spike", "by Mara", "Chapter 7", "No spoilers".
import type { FieldName } from '#src/text/header/fields.ts'
import { chapterLine, genreNames, ratingStart, sureRating, wordCount } from '#src/text/header/words/value-words.ts'

/** Places are counted in the line. `sure` finds end the value of the label before them. */
export type ShortFind = {
  readonly field: FieldName
  readonly from: number
  readonly to: number
  readonly sure: boolean
}

const longest = 300

export function readShortLine(text: string): readonly ShortFind[] {
  if (text.length > longest || text.trim() === '') return []
  return wholeLine(text) ?? bracketedLine(text) ?? pieces(text) ?? []
}

/** "(Part One of the Bell Series)". */
function bracketedLine(text: string): readonly ShortFind[] | null {
  const inner = /^\s*\(([^()]{3,120})\)\s*$/u.exec(text)?.[1]
  if (!inner) return null
  const at = text.indexOf(inner)
  return wholeLine(inner)?.map((find) => ({ ...find, from: find.from + at, to: find.to + at })) ?? null
}

/** A group in the mark is the value. */
type Recogniser = { readonly field: FieldName; readonly mark: RegExp; readonly sure: boolean }

const whole: readonly Recogniser[] = [
  { field: 'warnings', mark: /^no (?:major |real |particular )?warnings\b.{0,80}$/iu, sure: true },
  {
    field: 'disclaimer',
    mark: /^(?:[\p{L}'’]{1,20} ){0,5}(?:characters|rights|settings)\b.{0,100}\b(?:belongs? to|property of|owned by)\b.{0,120}$/iu,
    sure: true,
  },
  { field: 'dedication', mark: /^For \p{Lu}\p{L}{1,20}(?: and \p{Lu}\p{L}{1,20})?\.?$/u, sure: true },
  {
    field: 'dedication',
    mark: /^(?:for|to|für|pour|per|para) [\p{L}\d_-]{2,30}(?:,? (?:who|because|with love|on (?:her|his|their)|as (?:a|her|his|thanks)).{0,100}|(?<=[\d_].{0,20}))[.!]?$/iu,
    sure: true,
  },
  { field: 'url', mark: /^https?:\/\/\S+$/iu, sure: true },
  { field: 'email', mark: /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/u, sure: true },
  {
    field: 'series',
    mark: /^(?:part|book|story|number|#) ?\S{1,8} (?:of|in) (?:the |my |a )?.{2,80}(?:series|verse|trilogy|saga|cycle|arc)\b.{0,20}$/iu,
    sure: true,
  },
  { field: 'chapter', mark: chapterLine, sure: true },
  { field: 'words', mark: wordCount, sure: true },
  {
    field: 'spoilers',
    mark: /^(?:(?:no|mild|minor|major|some|slight|very|vague|possible|big|small) ){0,3}spoilers?\b.{0,160}$/iu,
    sure: true,
  },
  {
    field: 'beta',
    mark: /^(?:(?:un)?official(?:ly)? )?(?:beta(?:['’]?e?d|[- ]?read)?(?:-?ed)? (?:by|thanks to)|(?:many |big |huge )?thanks to (?=.{1,60} for (?:the |her |his |their )?(?:beta|betaing|beta['’]?ing|looking this over)))\s*(.{1,160}?)(?: for (?:the |her |his |their )?(?:beta\b|betaing|beta['’]?ing|looking this over).{0,80})?$/iu,
    sure: true,
  },
  {
    field: 'disclaimer',
    mark: /^(?:i (?:do not|don['’]?t|dont) own|(?:none of (?:it|them|this|these)|they(?:['’]re| are)?|(?:it['’]?s )?all|not|characters|everything) ?(?:is|are|aren['’]t|belongs?)? ?(?:not )?(?:mine|belongs? to|the property of|property of)|je ne possède|alles? gehört|mir gehört|non possiedo|no me pertenecen)\b.{0,280}$/iu,
    sure: true,
  },
  {
    field: 'warnings',
    mark: /^(?:(?:mentions?|references?|implied|graphic|off-?screen|trigger warnings?|warnings?|contains) (?:of|to|for)?|major character death|character death)\b.{0,200}$/iu,
    sure: true,
  },
  { field: 'prompt', mark: /^.{0,60}\bprompts?\b ?(?:#|no\.?|number)? ?\d{1,4}\b.{0,100}$/iu, sure: true },
  {
    field: 'timing',
    mark: /^(?:set (?:in|during|after|before|between|around|just|directly|shortly|immediately|pre|post)|takes place|post-(?!it)|pre-(?!slash)|spielt )\b.{1,160}$/iu,
    sure: true,
  },
  {
    field: 'author',
    mark: /^(?:written )?(?:by|von|par|di|por|автор|av|autor|auteur):? ((?!the (?:time|end|way)\b)[^.!?,;:]{2,50})$/iu,
    sure: true,
  },
  {
    field: 'series',
    mark: /^.{0,30}\b(?:part of the series|fa parte della serie|fait partie de la série|teil der reihe|forma parte de la serie)\b:? ["'‘“«]?([^"'’”»\n]{2,80})["'’”»]?.{0,3}$/iu,
    sure: true,
  },
  { field: 'rating', mark: /^(?:tout public|tous publics)\b.{0,120}$/iu, sure: true },
]

function wholeLine(text: string): readonly ShortFind[] | null {
  const inner = bounds(text)
  const said = text.slice(inner.from, inner.to)
  const rated = /^(?:rated|rating):? /iu.exec(said)?.[0].length ?? 0
  if (rated && said.length < 120 && ratingStart.test(said.slice(rated)) && !/[,;|•]/u.test(said))
    return [{ field: 'rating', from: inner.from + rated, to: inner.to, sure: true }]
  const found = whole.find(
    ({ field, mark }) => mark.test(said) && (field !== 'author' || isName(mark.exec(said)?.[1] ?? '')),
  )
  if (!found) return pairingLine(said) ? [{ field: 'pairings', ...inner, sure: true }] : null
  if (found.field === 'words' && /[,;|•].*(?:rat|pg|nc-?17|fr)/iu.test(said)) return null
  const value = found.mark.exec(said)?.[1] ?? said
  const from = inner.from + said.lastIndexOf(value)
  return [{ field: found.field, from, to: from + value.length, sure: found.sure }]
}

/** A handle, or a few words with capitals: "By the shores of the sea" is a poem. */
function isName(said: string): boolean {
  const words = said.trim().split(/\s+/u)
  const small = /^(?:and|und|et|e|y|de|von|van|the|of|aka|\(.*|&)$/iu
  return (
    words.length === 1 || (words.length <= 5 && words.every((word) => /^[\p{Lu}\d(]/u.test(word) || small.test(word)))
  )
}

/** Without the decoration that people put around a short line: "::Chapter 9::", "~ Prologue ~", "*2260 words*". */
export function bounds(text: string): { readonly from: number; readonly to: number } {
  let from = 0
  let to = text.length
  while (from < to && isDecoration(text[from] ?? '')) from++
  while (to > from && isDecoration(text[to - 1] ?? '')) to--
  return { from, to }
}

const isDecoration = (letter: string): boolean => /[\s*_~:=|•#–—>-]/u.test(letter)

const name = "\\p{Lu}[\\p{L}.'’]{0,20}(?: \\p{Lu}[\\p{L}.'’]{0,20}){0,2}"
const pair: RegExp = new RegExp(`^${name} ?(?:\\/|&|\\bx\\b|×|♥) ?${name}`, 'u')

/** Names with strokes between them and little else. */
export function pairingLine(text: string): boolean {
  if (text.length > 120 || !pair.test(text) || /[|•·]|\d k?words/iu.test(text)) return false
  if (text.split('/').every((part) => genreNames.includes(part.trim().toLowerCase()))) return false
  if (/^(?:and|or|his|her|he|she|s|w|n|a|m|f|hurt|comfort|either)\//iu.test(text)) return false
  const plain = text
    .replace(/\([^()]{0,60}\)/gu, '')
    .split(/[\s,]+/u)
    .filter((word) => /^\p{Ll}/u.test(word))
  return plain.length <= 4 && !/[!?;]/u.test(text)
}

/** "Hard R. Jack/the known universe.", "100 words, rating PG.", "Buffy/Spike | PG-13 | 2,000 words": every piece must be known. */
function pieces(text: string): readonly ShortFind[] | null {
  const told = kindLine(text)
  if (told) return told
  const finds: ShortFind[] = []
  let unknown = 0
  for (const piece of cut(text)) {
    const found = readPiece(piece.text)
    if (found) finds.push({ ...found, from: piece.from + found.from, to: piece.from + found.to })
    else if (!elsewhere.test(piece.text.trim())) unknown += 1
  }
  const small = finds.length >= 2 && unknown === 1 ? smallPair(text) : null
  if (small) return [small, ...finds]
  return finds.length > 0 && (unknown === 0 || /^\s*\[/u.test(text)) ? finds : null
}

/** "imre/josune | 2k words | rated T": beside two things that are known, two names need no capitals. */
function smallPair(text: string): ShortFind | null {
  const piece = cut(text).find(
    (each) => readPiece(each.text) === null && /^\s*[\p{L}' ]{2,24} ?[/x×] ?[\p{L}' ]{2,24}\s*$/u.test(each.text),
  )
  return piece ? { field: 'pairings', ...within(piece), sure: true } : null
}

const within = ({ text, from }: Piece): { from: number; to: number } => {
  const place = bounds(text)
  return { from: from + place.from, to: from + place.to }
}

/** How an archive prints kind, genre, age and class: "GeschichteDrama, Romanze / P16 / Het". */
const kindMark =
  /^(?:Geschichte|Kurzgeschichte|OneShot|Oneshot|Drabble|Sammlung|Gedicht|Songfic)?\s*(\p{Lu}[^/\n]{2,80}?) \/ (P\d{1,2}(?:[- ](?:AVL|Slash))?)(?: \/ ([\p{L}/ ,]{2,30}))?$/u

function kindLine(text: string): readonly ShortFind[] | null {
  const found = kindMark.exec(text.trim())
  if (!found) return null
  const fields = ['genre', 'rating', 'category'] as const
  return fields.flatMap((field, at): ShortFind[] => {
    const value = found[at + 1]
    if (value === undefined) return []
    const from = text.indexOf(value)
    return [{ field, from, to: from + value.length, sure: true }]
  })
}

type Piece = { readonly text: string; readonly from: number }

/** Where to read the piece; it is nobody's field. */
const elsewhere = /^read (?:it |more )?on (?:ao3|ff\.?n(?:et)?|dw|lj|wattpad)$/iu

function cut(text: string): readonly Piece[] {
  const out: Piece[] = []
  let from = 0
  for (const found of text.matchAll(/\s*(?:[|•·;,[\]]|\.(?=\s)| - | – | — )\s*/gu)) {
    out.push({ text: text.slice(from, found.index), from })
    from = found.index + found[0].length
  }
  out.push({ text: text.slice(from), from })
  return out.filter((piece) => /[\p{L}\p{N}]/u.test(piece.text)).slice(0, 12)
}

function readPiece(text: string): ShortFind | null {
  const { from, to } = bounds(text)
  const said = text.slice(from, to)
  const label = /^(?:rated|rating) /iu.exec(said)?.[0].length ?? 0
  if (label && ratingStart.test(said.slice(label))) return { field: 'rating', from: from + label, to, sure: true }
  if (sureRating.test(said) && said.length < 40) return { field: 'rating', from, to, sure: true }
  if (wordCount.test(said) && said.length < 40) return { field: 'words', from, to, sure: true }
  if (pairingLine(said) || /^\p{Lu}\p{L}+\/the \p{L}[\p{L} ]{2,30}\.?$/u.test(said))
    return { field: 'pairings', from, to, sure: true }
  if (genreNames.includes(said.toLowerCase())) return { field: 'genre', from, to, sure: false }
  if (/\p{Script=Han}同人$/u.test(said)) return { field: 'fandom', from, to, sure: true }
  const by = /^by (\S.{1,40})$/iu.exec(said)?.[1]
  if (by && isName(by)) return { field: 'author', from: to - by.length, to, sure: true }
  if (/^no spoilers$/iu.test(said)) return { field: 'spoilers', from, to, sure: true }
  return null
}
