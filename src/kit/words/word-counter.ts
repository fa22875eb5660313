// Counting while somebody types: what was counted a moment ago is not counted again.
import { countWordsOf } from './count-words.ts'

export type WordCounter = {
  /** Of a whole text, block by block. Of those that were there the last time nothing is counted but how often they stand there. */
  readonly countOf: (blocks: Iterable<string>) => number
}

/**
 * Blocks are paragraphs, or lines of a plain field (`value.split('\n')`). A block with several text nodes is their texts with
 * line ends between them. Blocks are known again by their words, so it does not matter where in the text they have gone.
 */
export function wordCounter(countOne: (block: string) => number = countWordsOf): WordCounter {
  let known: ReadonlyMap<string, number> = new Map()
  return {
    countOf(blocks) {
      const counted = new Map<string, number>()
      let words = 0
      for (const block of blocks) {
        const count = counted.get(block) ?? known.get(block) ?? countOne(block)
        counted.set(block, count)
        words += count
      }
      known = counted
      return words
    },
  }
}
