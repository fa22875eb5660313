// What Word, Docs and their like write for the screen is resolved into what it means: slanted is emphasis, and a grey box nothing.
import { type Element, type ElementContent, type Root, element } from '../tree.ts'
import { contentOf, isBlock, isElement, isRoom, pushAll } from './blocks.ts'
import { type Look, lookOf, sheetIn, styleOf } from './looks.ts'
import type { Tally } from './tally.ts'

export function resolveOffice(tree: Root, { tell }: Tally): void {
  const sheet = sheetIn(tree)
  /** Most of a text has no such marks, and is not made anew. */
  const inside = (children: ElementContent[]): ElementContent[] => {
    let made: ElementContent[] | undefined
    for (const [index, node] of children.entries()) {
      const resolved = isElement(node) ? resolvedOne(node) : undefined
      if (resolved) made ??= children.slice(0, index)
      if (made) pushAll(made, resolved ?? [node])
    }
    return made ? joined(made) : children
  }
  const resolvedOne = (node: Element): ElementContent[] | undefined => {
    node.children = inside(node.children)
    const style = styleOf(node, sheet)
    if (!isMarked(node, style)) return undefined
    tell('office')
    return resolve(node, lookOf(style))
  }
  tree.children = inside(contentOf(tree))
}

const officeClass = /^(?:mso|xl\d|docs-|Apple-|western$|heading\d|title$|subtitle$)/i

const isMarked = ({ tagName, properties }: Element, style: string): boolean =>
  tagName.includes(':') ||
  style.trim() !== '' ||
  (typeof properties.id === 'string' && properties.id.startsWith('docs-internal-guid')) ||
  (Array.isArray(properties.className) && properties.className.some((name) => officeClass.test(name)))

function resolve(node: Element, look: Look): ElementContent[] {
  const { tagName } = node
  if (tagName.includes(':')) return node.children
  const properties = plainProperties(node, look)
  if (isBlock(node)) return [block(node, properties, look)]
  const wraps = tagName === 'a' ? look.wraps.filter((name) => name !== 'u') : look.wraps
  const children = wrapped(node.children, wraps, tagName)
  const isGone = tagName === 'span' && properties.dir === undefined && properties.lang === undefined
  const isTakenBack = (look.isLight && /^(?:b|strong)$/.test(tagName)) || (look.isUpright && /^(?:i|em)$/.test(tagName))
  return isGone || isTakenBack ? children : [{ ...node, properties, children }]
}

/** Word says the language of every word; what it says of the direction matters. */
function plainProperties({ properties }: Element, look: Look): Element['properties'] {
  const { style, className, id, lang, ...others } = properties
  const isWordOnly = typeof style === 'string' || Array.isArray(className)
  const classes = Array.isArray(className) ? className.filter((name) => !officeClass.test(name)) : []
  return {
    ...others,
    ...(lang !== undefined && !isWordOnly ? { lang } : {}),
    ...(id !== undefined && !id.startsWith('docs-internal-guid') ? { id } : {}),
    ...(classes.length > 0 ? { className: classes } : {}),
    ...(look.align === undefined ? {} : { align: look.align }),
    ...(look.isRightToLeft ? { dir: 'rtl' } : {}),
  }
}

/** What is said of a whole paragraph is said of its words; around other blocks it would say too much. */
function block(node: Element, properties: Element['properties'], look: Look): Element {
  const level = headingLevel(node) ?? look.level
  const isHeading = level !== undefined || /^h[1-6]$/.test(node.tagName)
  // A heading is heavy by itself.
  const wraps = look.wraps.filter((name) => !isHeading || name !== 'strong')
  const holdsBlocks = node.children.some((child) => isBlock(child) || isRoom(child))
  const children = holdsBlocks || node.tagName === 'hr' ? node.children : wrapped(node.children, wraps, node.tagName)
  return {
    ...node,
    tagName: level !== undefined && node.tagName === 'p' ? `h${level}` : node.tagName,
    properties,
    children,
  }
}

function headingLevel({ properties }: Element): number | undefined {
  const names = Array.isArray(properties.className) ? properties.className.map(String) : []
  if (names.some((name) => /^(?:Mso)?Title$/i.test(name))) return 1
  if (names.some((name) => /^(?:Mso)?Subtitle$/i.test(name))) return 2
  const level = names.flatMap((name) => /^(?:Mso)?Heading([1-6])$/i.exec(name)?.[1] ?? [])[0]
  return level === undefined ? undefined : Number(level)
}

const sameAs: Readonly<Record<string, string>> = { i: 'em', b: 'strong', strike: 's', del: 's' }

function wrapped(children: ElementContent[], wraps: readonly string[], around: string): ElementContent[] {
  const said = sameAs[around] ?? around
  if (children.length === 0) return children
  return wraps.reduce<ElementContent[]>((inner, name) => (name === said ? inner : [element(name, inner)]), children)
}

const joins = new Set(['em', 'strong', 's', 'u'])

/** One word in two pieces of the same look is one word. */
function joined(children: readonly ElementContent[]): ElementContent[] {
  const all: ElementContent[] = []
  for (const child of children) {
    const last = all.at(-1)
    if (isElement(child) && isElement(last) && isMoreOf(last, child))
      last.children = joined([...last.children, ...child.children])
    else if (child.type === 'text' && last?.type === 'text')
      all[all.length - 1] = { type: 'text', value: last.value + child.value }
    else all.push(child)
  }
  return all
}

const isMoreOf = (last: Element, next: Element): boolean =>
  joins.has(next.tagName) && last.tagName === next.tagName && isBare(last) && isBare(next)

const isBare = ({ properties }: Element): boolean => Object.keys(properties).length === 0
