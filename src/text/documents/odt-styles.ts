// What the styles of a .odt mean for a text, with what each has from its parents.
import { allNamed, isXml, type XmlElement } from './xml.ts'

export type OdtLook = {
  readonly wraps: readonly string[]
  readonly align: 'center' | 'right' | undefined
  readonly isRightToLeft: boolean
  readonly isQuote: boolean
  readonly isRule: boolean
  readonly level: number | undefined
}

export type OdtStyles = (name: string | undefined) => OdtLook

type Style = { readonly parent: string | undefined; readonly said: Readonly<Record<string, string>> }

const plain: OdtLook = {
  wraps: [],
  align: undefined,
  isRightToLeft: false,
  isQuote: false,
  isRule: false,
  level: undefined,
}

export function odtStyles(trees: readonly XmlElement[]): OdtStyles {
  const styles = new Map<string, Style>()
  for (const tree of trees)
    for (const style of allNamed(tree, 'style:style')) {
      const said = Object.assign({}, ...style.children.filter(isXml).map(({ attributes }) => attributes))
      styles.set(style.attributes['style:name'] ?? '', { parent: style.attributes['style:parent-style-name'], said })
    }
  const known = new Map<string, OdtLook>()
  return (name) => {
    if (name === undefined) return plain
    const look = known.get(name) ?? lookOf(styles, name)
    known.set(name, look)
    return look
  }
}

/** A style with its parents, the nearest last; one that is its own ancestor ends there. */
function line(styles: ReadonlyMap<string, Style>, name: string): readonly (readonly [string, Style])[] {
  const found = new Map<string, Style>()
  for (let at: string | undefined = name; at !== undefined && !found.has(at); at = styles.get(at)?.parent) {
    const style = styles.get(at)
    if (!style) break
    found.set(at, style)
  }
  return [...found].toReversed()
}

function lookOf(styles: ReadonlyMap<string, Style>, name: string): OdtLook {
  const ancestors = line(styles, name)
  const names = [...ancestors.map(([each]) => each), name]
  const said: Record<string, string> = Object.assign({}, ...ancestors.map(([, style]) => style.said))
  const isNamed = (pattern: RegExp): boolean => names.some((each) => pattern.test(each))
  const heading = names.flatMap((each) => /^Heading_20_([1-6])$/.exec(each)?.[1] ?? [])[0]
  const level = isNamed(/^Title$/) ? 1 : isNamed(/^Subtitle$/) ? 2 : heading === undefined ? undefined : Number(heading)
  const align = said['fo:text-align']
  return {
    // A heading is heavy by itself.
    wraps: level === undefined ? wrapsOf(said) : [],
    align: align === 'center' ? 'center' : /^(?:end|right)$/.test(align ?? '') ? 'right' : undefined,
    isRightToLeft: said['style:writing-mode']?.startsWith('rl') === true,
    isQuote: isNamed(/^(?:Quotations|Block_20_(?:Text|Quotation))$/),
    isRule: isNamed(/^Horizontal_20_Line$/),
    level,
  }
}

function wrapsOf(said: Readonly<Record<string, string>>): string[] {
  const has = (name: string, fits: RegExp): boolean => fits.test(said[name] ?? '')
  const drawn = /^(?!none$).+/
  return [
    ...(has('fo:font-style', /italic|oblique/) ? ['em'] : []),
    ...(has('fo:font-weight', /^(?:bold|[6-9]00)$/) ? ['strong'] : []),
    ...(has('style:text-line-through-style', drawn) || has('style:text-line-through-type', drawn) ? ['s'] : []),
    ...(has('style:text-underline-style', drawn) ? ['u'] : []),
    ...(has('style:text-position', /^(?:super|[1-9])/) ? ['sup'] : []),
    ...(has('style:text-position', /^(?:sub|-)/) ? ['sub'] : []),
  ]
}
