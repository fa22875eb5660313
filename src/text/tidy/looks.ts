// What a style means for a text: slanted, heavy, struck out, centred. Colours, faces, sizes and margins mean nothing.
import type { Element, ElementContent, Root } from '../tree.ts'
import { contentOf, isElement, textOf } from './blocks.ts'

/** The elements that say it, from the inside out, and what the style takes back of the element it stands on. */
export type Look = {
  readonly wraps: readonly string[]
  readonly align: 'center' | 'right' | undefined
  readonly isRightToLeft: boolean
  readonly isUpright: boolean
  readonly isLight: boolean
  /** 1 … 6 where a word processor says that it is a heading. */
  readonly level: number | undefined
}

const wrapBy: readonly (readonly [name: string, says: RegExp])[] = [
  ['em', /(?<![\w-])font-style\s*:\s*(?:italic|oblique)/],
  ['strong', /(?<![\w-])font-weight\s*:\s*(?:bold|[6-9]00)/],
  ['s', /(?<![\w-])text-decoration[a-z-]*\s*:[^;]*line-through/],
  ['u', /(?<![\w-])text-decoration[a-z-]*\s*:[^;]*underline/],
  ['sup', /(?<![\w-])vertical-align\s*:\s*super/],
  ['sub', /(?<![\w-])vertical-align\s*:\s*sub\b/],
]

export function lookOf(style: string): Look {
  const css = style.toLowerCase()
  const align = /(?<![\w-])text-align\s*:\s*(center|right)/.exec(css)?.[1]
  const level = /mso-outline-level\s*:\s*([1-6])/.exec(css)?.[1]
  return {
    wraps: wrapBy.flatMap(([name, says]) => (says.test(css) ? [name] : [])),
    align: align === 'center' || align === 'right' ? align : undefined,
    isRightToLeft: /(?:^|[;\s])direction\s*:\s*rtl/.test(css),
    isUpright: /(?<![\w-])font-style\s*:\s*normal/.test(css),
    isLight: /(?<![\w-])font-weight\s*:\s*(?:normal|[34]00)/.test(css),
    level: level === undefined ? undefined : Number(level),
  }
}

/** What pages that were exported say of their classes (`.c3{font-style:italic}`). Only rules for a class alone are understood. */
export function sheetIn(tree: Root): ReadonlyMap<string, string> {
  const styles = new Map<string, string>()
  for (const css of sheets(contentOf(tree))) {
    for (const rule of withoutComments(css).split('}')) {
      const at = rule.lastIndexOf('{')
      if (at < 0) continue
      for (const selector of rule.slice(0, at).split(',')) {
        const name = /^\s{0,200}[a-z0-9]{0,20}\.([\w-]{1,100})\s*$/i.exec(selector)?.[1]
        if (name !== undefined) styles.set(name, `${styles.get(name) ?? ''};${rule.slice(at + 1)}`)
      }
    }
  }
  return styles
}

function withoutComments(css: string): string {
  let kept = ''
  for (let at = 0; ;) {
    const from = css.indexOf('/*', at)
    const to = from < 0 ? -1 : css.indexOf('*/', from + 2)
    if (to < 0) return kept + css.slice(at, from < 0 ? undefined : from)
    kept += css.slice(at, from)
    at = to + 2
  }
}

const sheets = (nodes: readonly ElementContent[]): string[] =>
  nodes.flatMap((node) => {
    if (!isElement(node)) return []
    return node.tagName === 'style' ? [textOf(node.children)] : sheets(node.children)
  })

/** Its own style after that of its classes, so that its own wins. */
export function styleOf({ properties }: Element, sheet: ReadonlyMap<string, string>): string {
  const own = typeof properties.style === 'string' ? properties.style : ''
  if (sheet.size === 0 || !Array.isArray(properties.className)) return own
  return `${properties.className.map((name) => sheet.get(name) ?? '').join(';')};${own}`
}
