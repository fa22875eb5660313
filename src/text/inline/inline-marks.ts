// What is said around a story is plain text; the marks that people write in it, *asterisks* and their kin, are read here as emphasis,
// as something struck out, or as a link. It makes a tree and never HTML: whoever shows it writes out words and known elements only.
export type InlineName = 'em' | 'strong' | 's'
export type Inline = string | { readonly name: InlineName; readonly of: readonly Inline[] } | InlineLink
export type InlineLink = { readonly name: 'a'; readonly to: string; readonly of: readonly Inline[] }

const word = String.raw`\p{L}\p{N}`
/** Something is said between the signs, and they touch it. */
const between = (sign: string, longest: number): string =>
  String.raw`(?=[^\s${sign}])(?=[^${sign}]*[${word}])([^${sign}]{1,${longest}}?)(?<=\S)`

const patterns: readonly (readonly [RegExp, (found: RegExpExecArray) => Inline])[] = [
  [/\\([\\*_~[\]<>])/uy, ([, sign = '']) => sign],
  [
    /\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()<>"]{1,2000})\)/iuy,
    ([whole, says = '', to = '']) => (URL.canParse(to) ? { name: 'a', to, of: readInline(says) } : whole),
  ],
  [
    new RegExp(String.raw`(?<![${word}*])\*\*\*${between('*', 500)}\*\*\*(?![${word}*])`, 'uy'),
    ([, says = '']) => ({ name: 'strong', of: [{ name: 'em', of: readInline(says) }] }),
  ],
  [
    new RegExp(String.raw`\*\*(?=[^\s*]|\*[^\s*])((?:[^*]|\*(?!\*)|\*(?=\*\*(?!\*))){1,500}?)(?<=\S)\*\*(?!\*)`, 'uy'),
    ([whole, says = '']) => saying(whole, 'strong', says),
  ],
  [
    new RegExp(String.raw`(?<![${word}*])\*${between('*', 500)}\*(?![${word}*])`, 'uy'),
    ([, says = '']) => ({ name: 'em', of: readInline(says) }),
  ],
  [
    new RegExp(String.raw`(?<![${word}_])__${between('_', 500)}__(?![${word}_])`, 'uy'),
    ([, says = '']) => ({ name: 'strong', of: readInline(says) }),
  ],
  [
    new RegExp(String.raw`(?<![${word}_])_${between('_', 500)}_(?![${word}_])`, 'uy'),
    ([, says = '']) => ({ name: 'em', of: readInline(says) }),
  ],
  [
    new RegExp(String.raw`(?<!~)~~${between('~', 500)}~~(?!~)`, 'uy'),
    ([, says = '']) => ({ name: 's', of: readInline(says) }),
  ],
  [
    /<(i|em|b|strong|s|del|strike)>([^<>]{1,500}?)<\/\1>/iuy,
    ([, tag = '', says = '']) => ({ name: names[tag.toLowerCase()] ?? 'em', of: readInline(says) }),
  ],
]

const names: Readonly<Record<string, InlineName>> = {
  i: 'em',
  em: 'em',
  b: 'strong',
  strong: 'strong',
  s: 's',
  del: 's',
  strike: 's',
}

const saying = (whole: string, name: InlineName, says: string): Inline =>
  /[\p{L}\p{N}]/u.test(says) ? { name, of: readInline(says) } : whole

const signs = String.raw`\[*_~<`

/** Within a paragraph. What is found within something found is shorter than it, so this ends. */
export function readInline(text: string): readonly Inline[] {
  const out: Inline[] = []
  let from = 0
  for (let at = nextSign(text, 0); at >= 0;) {
    const found = foundAt(text, at)
    if (!found) {
      at = nextSign(text, at + 1)
      continue
    }
    if (at > from) out.push(text.slice(from, at))
    out.push(found.inline)
    from = at + found.length
    at = nextSign(text, from)
  }
  return from < text.length || out.length === 0 ? [...out, text.slice(from)] : out
}

function nextSign(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (signs.includes(text.charAt(at))) return at
  return -1
}

function foundAt(text: string, at: number): { readonly inline: Inline; readonly length: number } | null {
  for (const [pattern, make] of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) return { inline: make(found), length: found[0].length }
  }
  return null
}

/** The words alone, for places that show a line of them. */
export const wordsAlone = (text: string): string => wordsOf(readInline(text))

const wordsOf = (parts: readonly Inline[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : wordsOf(part.of))).join('')
