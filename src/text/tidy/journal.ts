// Tags that only a journal knows: names of people stay as names, cuts and what they were called go, what they hold stays.
import { type Element, type ElementContent, type Root, element, text } from '../tree.ts'
import { contentOf, isElement, pushAll } from './blocks.ts'
import type { Tally } from './tally.ts'

const wrappers = new Set([
  'lj-cut',
  'cut',
  'lj-raw',
  'raw-code',
  'lj-lang',
  'lj-repost',
  'lj-spoiler',
  'lj-like',
  'lj-map',
])
const people = new Set(['lj', 'user', 'lj-user'])

export function resolveJournal(tree: Root, { tell }: Tally): void {
  /** Most of a text has no such tags, and is not made anew. */
  const inside = (children: ElementContent[]): ElementContent[] => {
    let made: ElementContent[] | undefined
    for (const [index, node] of children.entries()) {
      const resolved = isElement(node) ? resolvedOne(node) : undefined
      if (resolved) made ??= children.slice(0, index)
      if (made) pushAll(made, resolved ?? [node])
    }
    return made ?? children
  }
  const resolvedOne = (node: Element): ElementContent[] | undefined => {
    node.children = inside(node.children)
    const resolved = resolve(node)
    if (resolved) tell('journal')
    return resolved
  }
  tree.children = inside(contentOf(tree))
}

/** Tags of people and cuts are never closed by those who write them, so that what follows stands in them. */
function resolve(node: Element): ElementContent[] | undefined {
  if (people.has(node.tagName)) {
    const name = nameIn(node)
    return name === undefined ? undefined : [element('b', [text(name)]), ...node.children]
  }
  if (wrappers.has(node.tagName)) return node.children
  return isShownName(node) ? shownName(node) : leftOfCut(node)
}

function nameIn({ properties }: Element): string | undefined {
  const name = [properties.user, properties.comm, properties.name].find((one) => typeof one === 'string')
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined
}

/** As a journal's own page shows somebody: a small picture of a head, and the name as a link. */
const isShownName = ({ tagName, properties }: Element): boolean =>
  tagName === 'span' &&
  Array.isArray(properties.className) &&
  properties.className.some((name) => /^(?:lj|i-lj)?user(?:head)?\b|^ljuser/.test(name))

const shownName = (node: Element): ElementContent[] => withoutHeads(node.children)

const withoutHeads = (children: readonly ElementContent[]): ElementContent[] =>
  children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child]
    if (child.tagName === 'img') return []
    const inside = withoutHeads(child.children)
    return inside.length === 0 ? [] : [{ ...child, children: inside }]
  })

/** `<a name="cutid1">`, which a journal's own page leaves where a cut began and ended. */
const leftOfCut = (node: Element): ElementContent[] | undefined =>
  node.tagName === 'a' && /^cutid\d+/.test(node.properties.name ?? '') ? node.children : undefined
