// A pause between two scenes, in whichever shape it was written, becomes the one that the site knows.
import { isSceneBreak } from '../scene-break.ts'
import { type Element, type ElementContent, type Root, element, text } from '../tree.ts'
import { contentOf, countOf, isBlank, isElement, isNamed, isRoom, linesOf, mapRuns, pushAll, textOf } from './blocks.ts'
import type { Tally } from './tally.ts'

const pause = (): Element => element('hr', [])

/** `lost` hears of every letter that was part of a pause (the o of "oOo"): no other may go. */
export function makePausesAlike(tree: Root, { tell }: Tally, lost: (letters: string) => void): void {
  const found = (line: readonly ElementContent[]): Element => {
    tell('scene-breaks')
    lost(textOf(line))
    return pause()
  }
  const inside = (room: Root | Element): void => {
    const made = mapRuns(contentOf(room), {
      ofRun: (run) => runWithPauses(run, found),
      ofBlock(block) {
        if (block.tagName === 'hr') return [plainRule(block, tell)]
        if (isWhole(block)) return [found(block.children)]
        if (block.tagName === 'p') return paragraphWithPauses(block, found)
        if (isRoom(block)) inside(block)
        return [block]
      },
    })
    room.children = withoutRepeats(made, tell)
  }
  inside(tree)
}

type Find = (line: readonly ElementContent[]) => Element

function plainRule(rule: Element, tell: Tally['tell']): Element {
  if (Object.keys(rule.properties).length === 0) return rule
  tell('scene-breaks')
  return pause()
}

const wholes = new Set('p div center h1 h2 h3 h4 h5 h6'.split(' '))
const isWhole = (block: Element): boolean => wholes.has(block.tagName) && isPause(block.children)

function isPause(line: readonly ElementContent[]): boolean {
  if (!mayBegin.test(firstSign(line))) return false
  const written = textOf(line)
    .replace(/\u00a0/g, ' ')
    .trim()
  // A star with a link is the mark of a note, and marks of two lines are two.
  if (written.length > 80 || countOf(line, 'a') > 0 || countOf(line, 'br') > 0) return false
  const images = imagesIn(line)
  return (
    (written === '' ? images.length > 0 : isSceneBreak(written)) && images.every(isDrawnLine) && !line.some(holdsOther)
  )
}

/** Nearly every line begins with a word, and is not looked at any further. */
const mayBegin = /^(?:[xXoO0]|[^\p{L}\p{N}]|$)/u

function firstSign(nodes: readonly ElementContent[]): string {
  for (const node of nodes) {
    const found =
      node.type === 'text'
        ? (/[^\s\u00a0]/u.exec(node.value)?.[0] ?? '')
        : isElement(node)
          ? firstSign(node.children)
          : ''
    if (found !== '') return found
  }
  return ''
}

/** What is neither words nor a picture. */
const holdsOther = (node: ElementContent): boolean =>
  isElement(node) &&
  (/^(?:audio|embed|iframe|object|ruby|table|video|pre)$/.test(node.tagName) || node.children.some(holdsOther))

const imagesIn = (nodes: readonly ElementContent[]): Element[] =>
  nodes.flatMap((node) => (isElement(node) ? (node.tagName === 'img' ? [node] : imagesIn(node.children)) : []))

const drawn =
  /(?:^|[^a-z])(?:divider|separator|spacer|scene-?break|section-?break|hrule|h?line|bar|border|rule)s?(?:[^a-z]|$)/i

/** A picture of a line: by its words, by the name of its file, or because it is far wider than high. */
function isDrawnLine({ properties }: Element): boolean {
  const alt = (properties.alt ?? '').trim()
  if (alt !== '') return isSceneBreak(alt) || (alt.length <= 30 && drawn.test(alt))
  const file = (properties.src ?? '').split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  const [width, height] = [Number(properties.width), Number(properties.height)]
  return drawn.test(file.replace(/\.\w+$/, '')) || (height > 0 && height <= 40 && width >= 6 * height)
}

/** Lines of one paragraph, some of which are pauses: what stands between them are paragraphs of their own. */
function paragraphWithPauses(block: Element, found: Find): readonly ElementContent[] {
  return countOf(block.children, 'br') === 0
    ? [block]
    : (withPauses(block.children, block.properties, found) ?? [block])
}

const runWithPauses = (run: ElementContent[], found: Find): readonly ElementContent[] =>
  withPauses(run, {}, found) ?? run

function withPauses(
  nodes: readonly ElementContent[],
  like: Element['properties'],
  found: Find,
): ElementContent[] | undefined {
  const parts = partsBetween(linesOf(nodes))
  if (!parts.some((part) => 'pause' in part)) return undefined
  const { id: _id, ...others } = like
  const written = parts.flatMap((part, index) => {
    if ('pause' in part) return [found(part.pause)]
    return isBlank(part.text) ? [] : [element('p', part.text, index === 0 ? like : others)]
  })
  return written.flatMap((block, index) => (index === 0 ? [block] : [text('\n'), block]))
}

type Part = { readonly text: ElementContent[] } | { readonly pause: ElementContent[] }

function partsBetween(lines: readonly ElementContent[][]): Part[] {
  const parts: Part[] = []
  for (const line of lines) {
    const last = parts.at(-1)
    if (isPause(line)) parts.push({ pause: line })
    else if (last && 'text' in last) pushAll(last.text, [element('br', []), ...line])
    else if (parts.length === 0 || !isBlank(line)) parts.push({ text: [...line] })
  }
  return parts
}

/** Two pauses with nothing between them are one. */
function withoutRepeats(children: readonly ElementContent[], tell: Tally['tell']): ElementContent[] {
  const kept: ElementContent[] = []
  let isAfterPause = false
  for (const child of children) {
    if (isNamed(child, 'hr')) {
      if (isAfterPause) {
        tell('scene-breaks')
        continue
      }
      isAfterPause = true
    } else if (isElement(child) || !isBlank([child])) isAfterPause = false
    kept.push(child)
  }
  return kept
}
