// The HTML that a text may have, and nothing else: what the largest archive allows, and three elements for mixed directions.
import type { Schema } from 'hast-util-sanitize'
import { isOwnFile, linkSchemes } from './addresses.ts'

const words = (list: string): string[] => list.split(' ')

const elements = words(
  'a abbr acronym address b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var wbr',
)
export const allowedElements: ReadonlySet<string> = new Set(elements)

/** Removed together with what is in them: it is not text, or a browser would read it as something else than text. */
export const removedWhole: ReadonlySet<string> = new Set(
  words(
    'script style iframe math svg noembed noframes noscript plaintext xmp template title select datalist object applet embed frame frameset',
  ),
)

/** Elements whose contents stay, but whose going is told, because they did something. */
export const toldOf: ReadonlySet<string> = new Set(
  words('form input button textarea meta link base audio video source track'),
)

/** What ends a paragraph must go on doing so. */
export const renamed: Readonly<Record<string, string>> = {
  article: 'div',
  aside: 'div',
  dialog: 'div',
  fieldset: 'div',
  footer: 'div',
  form: 'div',
  header: 'div',
  hgroup: 'div',
  legend: 'div',
  main: 'div',
  nav: 'div',
  optgroup: 'div',
  option: 'div',
  search: 'div',
  section: 'div',
  textarea: 'div',
  listing: 'pre',
  dir: 'ul',
  menu: 'ul',
}

/** Classes that our own style sheets know in texts. */
export const allowedClasses: ReadonlySet<string> = new Set(
  words('verse line script letter message note footnotes footnote-ref footnote-back spoiler scene-break'),
)

/** Ids stay only where a link of the same text leads to them, and never meet an id of the page around. */
export const ID_PREFIX = 'in-text-'

const size = /^\d{1,4}%?$/
const count = /^\d{1,3}$/
const cell: [string, RegExp][] = [
  ['colSpan', count],
  ['rowSpan', count],
  ['height', size],
  ['width', size],
]
const id = new RegExp(`^${ID_PREFIX}\\S{1,120}$`)

type Attributes = NonNullable<Schema['attributes']>

const attributes: Attributes = {
  '*': [
    ['align', /^(?:left|right|center|justify)$/i],
    ['dir', /^(?:ltr|rtl|auto)$/i],
    ['lang', /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,6}$/],
    ['id', id],
    ['className', ...allowedClasses],
    'title',
  ],
  a: ['href', ['rel', 'nofollow', 'ugc', 'noopener']],
  blockquote: ['cite'],
  q: ['cite'],
  col: [
    ['span', count],
    ['width', size],
  ],
  colgroup: [
    ['span', count],
    ['width', size],
  ],
  details: ['open'],
  hr: [['width', size]],
  img: ['src', 'alt', ['border', count], ['height', size], ['width', size]],
  ol: [
    ['start', /^-?\d{1,6}$/],
    ['type', /^[1aAiI]$/],
  ],
  ul: [['type', /^(?:disc|circle|square)$/i]],
  table: ['summary', ['border', count], ['width', size]],
  td: ['abbr', 'axis', ...cell],
  th: ['abbr', 'axis', ['scope', /^(?:row|col|rowgroup|colgroup)$/i], ...cell],
}

/** For the well-kept sanitiser that has the last word, after our own pass has done what such a list cannot say. */
export const schemaFor = (mayHaveForeignImages: boolean): Schema => ({
  tagNames: elements,
  attributes: mayHaveForeignImages
    ? attributes
    : { ...attributes, img: ['alt', ['src', isOwnFile], ['border', count], ['height', size], ['width', size]] },
  protocols: { href: [...linkSchemes], cite: ['http', 'https'], src: ['http', 'https'] },
  strip: [...removedWhole],
  ancestors: {},
  clobber: [],
  required: {},
  allowComments: false,
  allowDoctypes: false,
})
