// Notes that a text links to lead back to where they were called from; the ids are made ours when the text is cleaned.
import { type Element, type ElementContent, type Root, element, text } from '../tree.ts'
import { contentOf, isBlank, isElement, textOf } from './blocks.ts'
import type { Tally } from './tally.ts'

/** "1", "[2]", "(a)", "*", "†": what calls a note. A link with more words in it leads somewhere else. */
const mark = /^(?:[[(]?(?:\d{1,3}|[*†‡§#]{1,4})[\])]?|[[(](?:[a-z]|[ivx]{1,5})[\])])$/iu

export function leadBack(tree: Root, { tell }: Tally): void {
  const { targets, calls } = lookThrough(tree)
  const answered = new Set<Element>()
  for (const call of calls) {
    const note = targets.get(targetOf(call) ?? '')
    if (!note || answered.has(note)) continue
    // Each note is looked at once, however many calls it has.
    answered.add(note)
    if (isBlank(note.children) || leadsTo(note, call)) continue
    const id = idOf(call) ?? `call-${targetOf(call)}`
    call.properties.id = id
    const back = element('a', [text('↩')], { href: `#${id}`, className: ['footnote-back'], title: 'Back to the text' })
    placeFor(note).push(text(' '), back)
    tell('footnotes')
  }
}

const targetOf = ({ properties }: Element): string | undefined => {
  const { href } = properties
  return typeof href === 'string' && /^#\S+$/.test(href) ? href.slice(1) : undefined
}

const idOf = ({ tagName, properties }: Element): string | undefined => {
  const id = properties.id ?? (tagName === 'a' ? properties.name : undefined)
  return typeof id === 'string' && id !== '' ? id : undefined
}

type Found = { readonly targets: ReadonlyMap<string, Element>; readonly calls: readonly Element[] }

/** A note is the block in which its id stands; one that stands in a link cannot hold another link. */
function lookThrough(tree: Root): Found {
  const targets = new Map<string, Element>()
  const calls: Element[] = []
  const look = (node: ElementContent, block: Element | undefined, isInLink: boolean): void => {
    if (!isElement(node)) return
    const here = !isInLink && noteBlocks.has(node.tagName) ? node : block
    const id = idOf(node)
    if (id !== undefined && here !== undefined && !targets.has(id)) targets.set(id, here)
    if (targetOf(node) !== undefined && mark.test(textOf([node]).trim())) calls.push(node)
    for (const child of node.children) look(child, here, isInLink || node.tagName === 'a')
  }
  for (const child of contentOf(tree)) look(child, undefined, false)
  return { targets, calls }
}

const noteBlocks = new Set('p li dd div aside blockquote td'.split(' '))

/** It leads back already, or the call stands in what it calls: then this is the way back itself. */
function leadsTo(note: Element, call: Element): boolean {
  const id = idOf(call)
  const has = (node: ElementContent): boolean =>
    node === call || (isElement(node) && ((id !== undefined && targetOf(node) === id) || node.children.some(has)))
  return note.children.some(has) || isBackLink(note)
}

/** Some notes lead to a place near the call and not to the call itself. */
const isBackLink = (note: Element): boolean =>
  note.children.some(
    (child) => isElement(child) && ((targetOf(child) !== undefined && isWayBack(child)) || isBackLink(child)),
  )

const isWayBack = (link: Element): boolean => {
  const said = textOf([link]).trim()
  return mark.test(said) || /^[↑↩⏎^←]|\b(?:back|return)\b/iu.test(said)
}

/** In the last paragraph of the note. */
function placeFor(note: Element): ElementContent[] {
  const last = note.children.findLast((child) => isElement(child))
  return last?.tagName === 'p' ? last.children : note.children
}
