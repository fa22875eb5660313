// Reading and writing a tree the short way gives what the libraries give, for everything that anybody may paste.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fromParse5 } from 'hast-util-from-parse5'
import { toHtml as serialise } from 'hast-util-to-html'
import { defaultTreeAdapter, html as names, parseFragment } from 'parse5'
import { soup } from '#tests/support/html-soup.ts'
import { xssPayloads } from '#tests/support/xss-payloads.ts'
import { parseHtml, toHtml } from './tree.ts'

const inside = defaultTreeAdapter.createElement('div', names.NS.HTML, [])

const theirs = (html: string): string =>
  serialise(fromParse5(parseFragment(inside, html, {})), { characterReferences: { useNamedReferences: true } })

/** Their reader takes a dot in a name for a class and a # for an id, and folds letters that HTML does not. */
const hasOddName = (html: string): boolean => /<\/?[a-z][^\s/>]*(?:[.#]|[^\s/>\x20-\x7e])/i.test(html)

const alike = (html: string): void => {
  if (!hasOddName(html)) assert.equal(toHtml(parseHtml(html)), theirs(html), html)
}

test('trees of random text', () => fc.assert(fc.property(soup, alike), { numRuns: 1_000 }))

test('trees with attributes of every sort', () => {
  const name = fc.constantFrom(
    ...'href id title lang dir alt src style name align class rel width start open onclick colspan xml:lang data-x'.split(
      ' ',
    ),
  )
  const value = fc.array(
    fc.constantFrom(
      'a',
      ' ',
      '"',
      '&#39;',
      '&',
      '&amp;',
      '<',
      '>',
      '\n',
      '`',
      '=',
      'é',
      '1',
      '\u00a0',
      '&quot',
      '&lt',
      ';',
    ),
    { maxLength: 6 },
  )
  const attribute = fc.tuple(name, value).map(([key, parts]) => ` ${key}='${parts.join('').replaceAll("'", '')}'`)
  const tag = fc.constantFrom('p', 'a', 'img', 'ol', 'details', 'td')
  const element = fc
    .tuple(tag, fc.array(attribute, { maxLength: 4 }))
    .map(([each, attributes]) => `<${each}${attributes.join('')}>x`)
  fc.assert(
    fc.property(fc.array(element, { maxLength: 4 }), (some) => alike(some.join(''))),
    { numRuns: 2_000 },
  )
})

test('trees of published payloads', () => {
  for (const payload of xssPayloads) alike(payload)
})

test('trees of ordinary text', () => {
  alike(
    '<p class="a b" title="x &quot;y&quot; &amp; z">a &amp; b &lt; c&nbsp;<br>d<img alt="" src=x><details open>e</details></p>',
  )
  alike(
    '<style>a > b & c</style><script>1 < 2 && 3</script><template><p>x</template><pre>\n\nx</pre><svg viewBox="0 0 1 1"><circle/></svg>',
  )
})

test('a name with a dot in it is a name, and no class', () => {
  assert.equal(toHtml(parseHtml('<p.a>x</p.a>')), '<p.a>x</p.a>')
})
