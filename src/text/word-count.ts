// How many words a text has, by the rules of the largest archive: `--` is a dash, apostrophes and hyphens join, the letters
// of scripts without spaces count one by one, and each text node is counted alone.
import { type Node, textNodes } from './tree.ts'

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

/** Words of one text node. */
export function wordsIn(text: string): number {
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
      is = classOf(code)
      if (code > 0xffff) at += 1
    }
    if (is === JOINS) continue
    if (is === ALONE || (is === WORD && !inside)) words += 1
    inside = is === WORD
  }
  return words
}

export function countWords(tree: Node): number {
  let words = 0
  for (const { value } of textNodes(tree)) words += wordsIn(value)
  return words
}
