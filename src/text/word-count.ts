// How many words a text has: those of its text nodes, each counted alone. While somebody types, `src/kit/words/word-counter.ts` counts.
import { countWordsOf } from '#src/kit/words/count-words.ts'
import { type Node, textNodes } from './tree.ts'

export function countWords(tree: Node): number {
  let words = 0
  for (const { value } of textNodes(tree)) words += countWordsOf(value)
  return words
}
