// What anybody may paste, and what may come of it: only allowed names, no text lost, and the same again when sanitised again.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isHarmless, isTextKept, soup } from '#tests/support/html-soup.ts'
import { xssPayloads } from '#tests/support/xss-payloads.ts'
import { fromMarkdown } from './from-markdown.ts'
import { sanitise } from './sanitize.ts'

const clean = (html: string): string => sanitise(html).html
const told = (html: string): Record<string, number> =>
  Object.fromEntries(sanitise(html).removed.map(({ what, count }) => [what, count]))

describe('sanitising', () => {
  test('no published payload leaves anything that could act', () => {
    assert.ok(xssPayloads.length >= 150)
    for (const payload of xssPayloads) {
      for (const source of [payload, `<p>${payload}</p>`, `<table><tr><td>${payload}`, `<a href=x>${payload}`])
        isHarmless(source)
      isHarmless(fromMarkdown(payload))
    }
  })

  test('two payloads together are no better than one', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...xssPayloads], { minLength: 2, maxLength: 5 }), (some) =>
        isHarmless(some.join('')),
      ),
      { numRuns: 300 },
    )
  })

  test('ordinary text is kept as it is', () => {
    const html =
      '<p align="center">“Well,” <em>she</em> said &lt;softly&gt;, <del>again</del><br>and <a href="https://a.example/?b&amp;c" rel="nofollow ugc noopener">left</a>.</p>\n<hr>\n<blockquote><p dir="rtl" lang="he">שלום</p></blockquote><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>'
    assert.equal(clean(html), html.replace('&lt;softly&gt;', '&lt;softly>'))
  })

  test('what was taken out is told', () => {
    assert.deepEqual(told('<script>a</script><p onclick=x>b<script>c</script><iframe src=x></iframe>'), {
      '<script>': 2,
      onclick: 1,
      '<iframe>': 1,
    })
    assert.deepEqual(told('<a href="javascript:x">b</a><img src="https://a.example/x.png" alt="a map">'), {
      'link address': 1,
      'image from elsewhere': 1,
    })
    assert.deepEqual(told('<p><font color=red>plain</font>'), {})
  })

  test('an image of ours stays, one from elsewhere becomes a link to it unless the community wants it', () => {
    assert.equal(
      clean('<img src="/files/pictures/0190f4e2-1111-7222-8333-00000000000a" alt="a map">'),
      '<img src="/files/pictures/0190f4e2-1111-7222-8333-00000000000a" alt="a map">'.replace(
        /(src="[^"]+") (alt="[^"]+")/,
        '$2 $1',
      ),
    )
    const foreign = '<img src="https://a.example/x.png" alt="a map">'
    assert.equal(clean(foreign), '<a href="https://a.example/x.png" rel="nofollow ugc noopener">a map</a>')
    assert.match(sanitise(foreign, { foreignImages: true }).html, /^<img .*src="https:\/\/a\.example\/x\.png"/)
    assert.equal(clean(`<a href="/x">${foreign}</a>`), '<a href="/x" rel="nofollow ugc noopener">a map</a>')
  })

  test('footnotes go on working and cannot meet an id of the page', () => {
    const html = clean(
      '<p>one<a href="#fn1" id="ref1">1</a></p><p id="fn1">note <a href="#ref1">back</a></p><p id="main">x</p>',
    )
    assert.equal(
      html,
      '<p>one<a href="#in-text-fn1" id="in-text-ref1">1</a></p><p id="in-text-fn1">note <a href="#in-text-ref1">back</a></p><p>x</p>',
    )
    assert.equal(clean('<a name="n">a</a><a href="#n">b</a>'), '<a id="in-text-n">a</a><a href="#in-text-n">b</a>')
  })

  test('paragraphs of unknown elements stay paragraphs', () => {
    assert.equal(clean('<section>one</section><article>two</article>'), '<div>one</div><div>two</div>')
    assert.equal(clean('<font>won</font>derful'), 'wonderful')
  })

  test('a link of ours is kept by its uid, and nothing else in its name', () => {
    const link = 'work:01890a5d-ac96-774b-bcce-b302099a8057'
    assert.equal(clean(`<a href="${link}">x</a>`), `<a href="${link}">x</a>`)
    assert.equal(clean('<a href="work:7">x</a>'), '<a>x</a>')
  })

  test('only classes that we know stay', () => {
    assert.equal(
      clean('<p class="verse MsoNormal button">x</p><p class="MsoNormal">y</p>'),
      '<p class="verse">x</p><p>y</p>',
    )
  })

  test('letters that no book may hold do not come back through references', () => {
    assert.equal(clean('<p title="a&#1;b">a&#1;b&#xFFFF;c&#13;d</p>'), '<p title="ab">abc\nd</p>')
  })
})

describe('sanitising always', () => {
  test('leaves only what is allowed, and nothing to do for a second time', () => {
    fc.assert(fc.property(soup, isHarmless), { numRuns: 1_500 })
  })

  test('loses no letter outside the elements that are removed whole', () => {
    fc.assert(fc.property(soup, isTextKept), { numRuns: 1_500 })
  })
})
