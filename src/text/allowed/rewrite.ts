// Our own pass before the sanitiser: takes out what must go and counts it, keeps the rest of the text in place, and puts
// addresses and ids into the one shape in which they may stay.
import { withoutUnseen } from '../clean.ts'
import { type Element, type ElementContent, type Root, element, root, text } from '../tree.ts'
import { ID_PREFIX, allowedClasses, allowedElements, removedWhole, renamed, toldOf } from './allow-list.ts'
import { isOwnFile, linkAddress, webAddress } from './addresses.ts'

export type Removed = { readonly what: string; readonly count: number }

type Properties = Element['properties']

type Pass = {
  readonly mayHaveForeignImages: boolean
  readonly removed: Map<string, number>
}

export type Rewritten = { readonly tree: Root; readonly removed: readonly Removed[] }

export function rewrite(tree: Root, mayHaveForeignImages: boolean): Rewritten {
  const pass: Pass = { mayHaveForeignImages, removed: new Map() }
  const children: ElementContent[] = []
  for (const child of tree.children) if (child.type !== 'doctype') rewriteNode(pass, child, children, false)
  keepOnlyTargets(children)
  return { tree: root(children), removed: [...pass.removed].map(([what, count]) => ({ what, count })) }
}

const tell = ({ removed }: Pass, what: string): void => void removed.set(what, (removed.get(what) ?? 0) + 1)

/** An id is of use where a link of what is left leads to it; the first that has it keeps it. */
function keepOnlyTargets(nodes: readonly ElementContent[]): void {
  const targets = new Set<unknown>()
  const withId: Element[] = []
  const look = (node: ElementContent): void => {
    if (node.type !== 'element') return
    if (node.properties.id !== undefined) withId.push(node)
    if (typeof node.properties.href === 'string' && node.properties.href.startsWith('#'))
      targets.add(node.properties.href.slice(1))
    node.children.forEach(look)
  }
  nodes.forEach(look)
  for (const { properties } of withId) if (!targets.delete(properties.id)) delete properties.id
}

const prefixed = (id: string): string => (id.startsWith(ID_PREFIX) ? id : `${ID_PREFIX}${id}`)

function inTextTarget(href: string): string | undefined {
  const address = linkAddress(href)
  return address !== undefined && /^#\S{1,100}$/.test(address) ? prefixed(address.slice(1)) : undefined
}

function rewriteNode(pass: Pass, node: ElementContent, out: ElementContent[], isInLink: boolean): void {
  if (node.type === 'text') out.push(text(withoutUnseen(node.value)))
  if (node.type !== 'element') return
  const { tagName } = node
  if (toldOf.has(tagName) || removedWhole.has(tagName)) tell(pass, `<${tagName}>`)
  if (removedWhole.has(tagName)) return
  if (tagName === 'img') return rewriteImage(pass, node, out, isInLink)
  const name = renamed[tagName] ?? tagName
  const isKept = allowedElements.has(name)
  const inside: ElementContent[] = isKept ? [] : out
  for (const child of node.children) rewriteNode(pass, child, inside, isInLink || name === 'a')
  if (name === 'pre') dropFirstLineEnds(inside)
  if (isKept) out.push(element(name, inside, propertiesOf(pass, node, name)))
  else tellOfHandlers(pass, node.properties)
}

/** A parser drops the first one, so that a text would lose one each time it is read. */
function dropFirstLineEnds(children: ElementContent[]): void {
  const [first] = children
  if (first?.type === 'text') first.value = first.value.replace(/^\n+/, '')
}

/** An image from elsewhere would tell that place who reads here: it becomes a link to it. */
function rewriteImage(pass: Pass, node: Element, out: ElementContent[], isInLink: boolean): void {
  const properties = propertiesOf(pass, node, 'img')
  const address = typeof node.properties.src === 'string' ? node.properties.src.trim() : ''
  const web = webAddress(address)
  if (isOwnFile.test(address)) return void out.push(element('img', [], { ...properties, src: address }))
  if (web !== undefined && pass.mayHaveForeignImages)
    return void out.push(element('img', [], { ...properties, src: web }))
  tell(pass, 'image from elsewhere')
  const alt = typeof properties.alt === 'string' ? properties.alt.trim() : ''
  if (web === undefined || isInLink) return void (alt === '' || out.push(text(alt)))
  out.push(element('a', [text(alt === '' ? 'image' : alt)], { href: web, rel: [...outward] }))
}

const outward = ['nofollow', 'ugc', 'noopener']

function tellOfHandlers(pass: Pass, properties: Properties): void {
  for (const name of Object.keys(properties)) if (/^on/i.test(name)) tell(pass, name.toLowerCase())
}

/** Those the schema cannot judge; it judges the others. */
function propertiesOf(pass: Pass, node: Element, name: string): Properties {
  if (Object.keys(node.properties).length === 0) return {}
  tellOfHandlers(pass, node.properties)
  const { href, cite, id, name: anchor, className, rel: _rel, src: _src, ...others } = node.properties
  const kept: Properties = classProperties(className)
  for (const [key, value] of Object.entries(others))
    kept[key] = typeof value === 'string' ? withoutUnseen(value) : value
  if (name === 'a') Object.assign(kept, linkProperties(pass, href))
  if (typeof cite === 'string') Object.assign(kept, citeProperties(cite))
  const wished = [id, name === 'a' ? anchor : undefined].find((one) => typeof one === 'string' && one !== '')
  return typeof wished === 'string' ? { ...kept, id: prefixed(wished) } : kept
}

function linkProperties(pass: Pass, href: Properties[string]): Properties {
  if (typeof href !== 'string') return {}
  const within = inTextTarget(href)
  if (within !== undefined) return { href: `#${within}` }
  const address = linkAddress(withoutUnseen(href))
  if (address === undefined) tell(pass, 'link address')
  return address === undefined ? {} : { href: address, ...(address.startsWith('work:') ? {} : { rel: [...outward] }) }
}

function citeProperties(cite: string): Properties {
  const address = webAddress(withoutUnseen(cite))
  return address === undefined ? {} : { cite: address }
}

function classProperties(names: Properties[string]): Properties {
  const className = Array.isArray(names) ? names.map(String).filter((name) => allowedClasses.has(name)) : []
  return className.length === 0 ? {} : { className }
}
