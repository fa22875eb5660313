// Two line breaks in a row are how many have written the end of a paragraph: they become paragraphs.
import { type Element, type ElementContent, type Root, element, text } from '../tree.ts'
import { contentOf, countOf, isBlank, isRoom, linesOf, mapRuns, pushAll } from './blocks.ts'
import type { Tally } from './tally.ts'

export function paragraphsFromBreaks(tree: Root, { tell }: Tally): void {
  const split = (nodes: ElementContent[], like: Element['properties']): ElementContent[] | undefined => {
    const paragraphs = groupsOf(nodes)
    if (paragraphs === undefined) return undefined
    tell('paragraphs', paragraphs.length)
    const { id: _id, ...others } = like
    return paragraphs.flatMap((lines, index) => [
      ...(index === 0 ? [] : [text('\n')]),
      element('p', lines, index === 0 ? like : others),
    ])
  }
  const inside = (room: Root | Element): void => {
    room.children = mapRuns(contentOf(room), {
      ofRun: (run) => split(run, {}) ?? run,
      ofBlock: (block) => {
        if (isRoom(block)) inside(block)
        return block.tagName === 'p' ? (split(block.children, block.properties) ?? [block]) : [block]
      },
    })
  }
  inside(tree)
}

/** The lines of each paragraph, joined again; nothing where no empty line stands between two that are not. */
function groupsOf(nodes: ElementContent[]): ElementContent[][] | undefined {
  if (countOf(nodes, 'br') < 2) return undefined
  const groups: ElementContent[][] = []
  let isOpen = false
  for (const line of linesOf(nodes)) {
    if (isBlank(line)) {
      isOpen = false
      continue
    }
    const last = groups.at(-1)
    if (isOpen && last) pushAll(last, [element('br', []), ...line])
    else groups.push(line)
    isOpen = true
  }
  return groups.length > 1 ? groups : undefined
}
