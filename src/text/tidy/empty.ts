// Paragraphs with nothing in them but spaces and line breaks were put there to keep others apart; a page does that by itself.
import type { Element, ElementContent, Root } from '../tree.ts'
import { contentOf, countOf, isBlank, isRoom, mapRuns, textOf } from './blocks.ts'
import type { Tally } from './tally.ts'

const mayClose = new Set('p div section article h1 h2 h3 h4 h5 h6 center blockquote'.split(' '))

export function closeEmpty(tree: Root, { tell }: Tally): void {
  const inside = (room: Root | Element): void => {
    room.children = mapRuns(contentOf(room), {
      ofRun: (run) => closedRun(run, tell),
      ofBlock(block) {
        if (mayClose.has(block.tagName) && isBlank(block.children)) {
          tell('empty')
          return []
        }
        if (isRoom(block)) inside(block)
        return [block]
      },
    })
  }
  inside(tree)
}

/** Between two blocks, line breaks and hard spaces are an empty paragraph without its tags. */
function closedRun(run: ElementContent[], tell: Tally['tell']): readonly ElementContent[] {
  const isSpacing = isBlank(run) && (countOf(run, 'br') > 0 || textOf(run).includes('\u00a0'))
  if (!isSpacing) return run
  tell('empty')
  return [{ type: 'text', value: '\n' }]
}
