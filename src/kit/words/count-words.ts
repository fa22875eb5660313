// How many words a stretch of plain text has, by the rules of the largest archive: `--` is a dash, apostrophes and hyphens join,
// and the letters of scripts without spaces count one by one. Server and browser count by this one file.

const oneByOne = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const inWord = /[\p{L}\p{M}\p{Nd}\p{Pc}]/u

const APART = 0
const WORD = 1
const JOINS = 2
const ALONE = 3

function classOf(code: number): number {
  const letter = String.fromCodePoint(code)
  if (`'’‘-`.includes(letter)) return JOINS
  if (oneByOne.test(letter)) return ALONE
  return inWord.test(letter) ? WORD : APART
}

/** Asked for nearly every character of nearly every text, so it is looked up. */
const common: Readonly<Uint8Array> = Uint8Array.from({ length: 0x600 }, (_, code) => classOf(code))
const HYPHEN = 0x2d

/** The ideographs and the syllables that nearly every other text is made of need no asking either. */
function classBeyond(code: number): number {
  if (code >= 0x4e00 && code <= 0x9fff) return ALONE
  return code >= 0xac00 && code <= 0xd7a3 ? WORD : classOf(code)
}

/**
 * Of one block of plain text. The archive counts each text node alone, so that `<em>won</em>derful` has two words: whoever has
 * nodes adds up their counts, or joins their texts with a line end first, which comes to the same.
 */
export function countWordsOf(text: string): number {
  let words = 0
  let inside = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    let is = common[unit] ?? APART
    if (unit === HYPHEN && text.charCodeAt(at + 1) === HYPHEN) {
      is = APART
      at += 1
    } else if (unit >= 0x600) {
      const code = text.codePointAt(at) ?? 0
      is = classBeyond(code)
      if (code > 0xffff) at += 1
    }
    if (is === JOINS) continue
    if (is === ALONE || (is === WORD && !inside)) words += 1
    inside = is === WORD
  }
  return words
}
