// Whatever a text is made of: tidying loses no letter but those of scene breaks, and has nothing to do a second time.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isHarmless } from '#tests/support/html-soup.ts'
import { readText } from '../read-text.ts'
import { sanitise, sanitiseTree } from '../sanitize.ts'
import { parseHtml, textNodes, toHtml } from '../tree.ts'
import { tidyKinds } from './kinds.ts'
import { tidy } from './tidy.ts'

const bit = fc.oneof(
  fc.constantFrom(
    ...'p div b i em span font center blockquote h2 li ul pre table o:p lj-cut sup section a'
      .split(' ')
      .flatMap((name) => [`<${name}>`, `</${name}>`]),
  ),
  fc.constantFrom(
    '<p class=MsoNormal style="text-align:center">',
    '<span style="font-style:italic;font-weight:bold">',
    '<b style="font-weight:normal">',
    '<p align=center>',
    '<p>&nbsp;</p>',
    '<br>',
    '<br><br>',
    '<hr width=20>',
    '<hr>',
    '<a href="#n1">1</a>',
    '<p id=n1>',
    '<a name=n1>',
    '<img src="divider.gif">',
    '<img src="/files/pictures/0190f4e2-1111-7222-8333-00000000000a" alt="a map">',
    '<p>***</p>',
    '<p>oOo</p>',
  ),
  fc.constantFrom(
    'one',
    'Two 2',
    '漢字',
    'שלום',
    'é',
    ' ',
    '\n',
    '\n\n',
    '&nbsp;',
    '&shy;',
    '\u200b',
    '***',
    'o0o',
    'xXx',
    '~*~',
    '#',
    '…',
    '1',
    'â€™',
    '\u0092',
  ),
)
const text = fc.array(bit, { maxLength: 30, size: 'max' }).map((bits) => bits.join(''))

/** As people's texts are: whole blocks, one after the other. */
const block = fc.constantFrom(
  '<p>One two.</p>',
  '<p>One<br><br>two</p>',
  '<p><i>One<br>***<br>two</i></p>',
  '<p class=MsoNormal style="text-align:center"><span style="font-style:italic">x</span></p>',
  '<p>&nbsp;</p>',
  '<p><br></p>',
  '<br><br>',
  '<p>oOo</p>',
  '<hr width=20>',
  '<center>~*~</center>',
  '<p><img src="divider.gif"></p>',
  '<blockquote><p>One</p><p>&nbsp;</p><p>#</p></blockquote>',
  '<p>a<a href="#n1">1</a></p>',
  '<p id=n1>A note.</p>',
  '<div>One<br><br>two donâ€™t canâ€™t</div>',
  '<p>By <lj user="wren"></p>',
  '<ul><li>One</li></ul>',
  '<p>won&shy;der</p>',
)
const blocks = fc.array(block, { maxLength: 12, size: 'max' }).map((some) => `<p>It begins.</p>${some.join('\n')}`)

const lettersIn = (html: string): string =>
  [...textNodes(parseHtml(html))]
    .map(({ value }) => value)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')

const sorted = (letters: string): string => Array.from(letters).toSorted().join('')

describe('tidying always', () => {
  test('keeps every letter and digit, those of scene breaks aside, which it counts', () => {
    // Broken letters become others, which is what they are for.
    const leaves = fc.subarray([...tidyKinds]).map((kinds) => ['letters' as const, ...kinds])
    fc.assert(
      fc.property(text, leaves, (html, leave) => {
        const tree = parseHtml(html)
        const { lettersOfPauses } = tidy(tree, leave)
        assert.equal(sorted(lettersIn(toHtml(tree)) + lettersOfPauses), sorted(lettersIn(html)))
        if (lettersOfPauses === '') assert.equal(lettersIn(toHtml(tree)), lettersIn(html))
      }),
      { numRuns: 1_000 },
    )
  })

  test('has nothing to do for a second time', () => {
    fc.assert(
      fc.property(blocks, (html) => {
        const once = readText({ text: html, form: 'html' })
        const twice = readText({ text: once.html, form: 'html' })
        assert.deepEqual(twice.tidied, [], once.html)
        assert.equal(twice.html.trim(), once.html.trim())
      }),
      { numRuns: 1_000 },
    )
  })

  test('does nothing that is to be left', () => {
    fc.assert(
      fc.property(text, (html) => {
        const tree = parseHtml(html)
        assert.deepEqual(tidy(tree, tidyKinds).tidied, [])
        assert.equal(toHtml(tree), toHtml(parseHtml(html)))
      }),
    )
  })

  test('leaves what the sanitiser then makes harmless, and the same again when sanitised again', () => {
    fc.assert(
      fc.property(text, (html) => {
        const tree = parseHtml(html)
        tidy(tree)
        const { html: clean } = sanitiseTree(tree)
        isHarmless(clean)
        assert.equal(sanitise(clean).html, clean)
      }),
      { numRuns: 500 },
    )
  })
})
