// Random HTML of the worst kind, and what must be true of it after sanitising: seen by a reading of its own.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { withoutUnseen } from '#src/text/clean.ts'
import { sanitise } from '#src/text/sanitize.ts'
import { parseHtml, textNodes, toHtml } from '#src/text/tree.ts'

const elements = new Set(
  (
    'a abbr acronym address b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre q rp rt ruby s samp small span strike strong sub summary sup ' +
    'table tbody td tfoot th thead tr tt u ul var wbr'
  ).split(' '),
)
const attributes = new Set(
  (
    'align dir lang title id class href rel cite span width open src alt border height start type summary abbr axis colspan ' +
    'rowspan scope'
  ).split(' '),
)

/** Sees what a browser would see in the output, by another reading than the one that made it. */
function onlyAllowed(html: string): void {
  const walk = (node: DefaultTreeAdapterMap['node']): void => {
    assert.notEqual(node.nodeName, '#comment', html)
    if ('tagName' in node) {
      assert.equal(node.namespaceURI, 'http://www.w3.org/1999/xhtml', html)
      assert.ok(elements.has(node.tagName), `<${node.tagName}> in ${html}`)
      for (const { name, value } of node.attrs) {
        assert.ok(attributes.has(name), `${name} in ${html}`)
        if (name === 'href') assert.match(value, /^(?:https?:|mailto:|work:[0-9a-f-]{36}$|(?![^/?#]*:))/, html)
        if (name === 'src') assert.match(value, /^\/files\/[\w\-.~/]+$/, html)
        if (name === 'src') assert.doesNotMatch(value, /\.\./, html)
        if (name === 'cite') assert.match(value, /^https?:\/\//, html)
        if (name === 'id') assert.match(value, /^in-text-/, html)
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(walk)
  }
  walk(parseFragment(html))
}

/** As the page around it reads it, and in the places where it would do most harm. */
export function isHarmless(source: string): void {
  const { html } = sanitise(source)
  onlyAllowed(html)
  assert.equal(sanitise(html).html, html, `sanitised again: ${source}`)
  assert.equal(toHtml(parseHtml(html)), html, `read again: ${source}`)
}

const letters = (html: string): string =>
  [...textNodes(parseHtml(html))]
    .map(({ value }) => value)
    .join('')
    .replace(/\s+/g, '')

const removedWhole =
  /<\/?(?:svg|math|style|title|template|textarea|select|option|plaintext|object|applet|img|frameset)|<!|<\?|<\/[^a-z]|&#/i

/** Of what has no element that is removed whole: every letter is still there, in the same order. */
export function isTextKept(html: string): void {
  const source = withoutUnseen(html)
  if (!removedWhole.test(source)) assert.equal(letters(sanitise(source).html), letters(source))
}

const bit = fc.oneof(
  fc.constantFrom(
    ...'p div b i a em span table tr td th tbody caption li ul ol dl dd dt h1 h2 pre select option button form object font center nobr ruby rt rp svg math mtext style title desc foreignObject template details summary hr br img textarea marquee applet col colgroup frameset body html blockquote listing plaintext u s'
      .split(' ')
      .flatMap((name) => [`<${name}>`, `<${name} id=x href=#x>`, `</${name}>`, `</${name}>`]),
  ),
  fc.constantFrom(
    'text',
    ' ',
    '\n',
    '&amp;',
    '&lt;b>',
    '<',
    '>',
    '"',
    '<!--',
    '-->',
    '\u0000',
    '&#0;',
    '<![CDATA[',
    ']]>',
    '</',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
)
export const soup = fc.array(bit, { maxLength: 40, size: 'max' }).map((bits) => bits.join(''))
