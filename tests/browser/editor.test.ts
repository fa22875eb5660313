// The editor: it holds whatever a text may have, reads Markdown as it is typed, and is worked by keys alone.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { paths } from '#src/schema/paths.ts'
import { faultsOf } from '#tests/support/browser-inspect.ts'
import { atEditor, editorOf, openSource, pasteInto, sourceOf } from '#tests/support/browser-writing.ts'
import { openBrowser } from '#tests/support/chromium.ts'
import { xssPayloads } from '#tests/support/xss-payloads.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const withEditor = (deed: (page: Page, heard: string[]) => Promise<void>, width?: number): Promise<void> =>
  atEditor(browser, deed, width)

/** One type of each thing that a text may have. */
const everything = [
  '<p align="center" dir="rtl" lang="he" title="x">שלום</p>',
  '<p class="verse">One<br>\ntwo <small>small</small> <u>under</u> <s>gone</s></p>',
  '<h3>Head</h3>',
  '<blockquote><p>Quote</p><p>More</p></blockquote>',
  '<div class="letter"><p>Dear Tobias</p></div>',
  '<details><summary>Spoiler</summary><p>He did it.</p></details>',
  '<ul><li>one</li><li>two<ol start="3"><li>three</li></ol></li></ul>',
  '<pre>a\n  b</pre>',
  '<hr>',
  '<table><tbody><tr><td>kept</td></tr></tbody></table>',
  '<dl><dt>a</dt><dd>b</dd></dl>',
  '<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby> <sup>2</sup> <cite>Book</cite> <q>quote</q> <bdi>x</bdi></p>',
  '<p>See<a href="#in-text-n1" id="in-text-r1" class="footnote-ref">1</a> <a href="https://example.org/">there</a> <img src="/files/pictures/0190f4e2-1111-7222-8333-00000000000a" alt="A light"></p>',
  '<ol class="footnotes"><li id="in-text-n1">Note <a href="#in-text-r1" class="footnote-back">↩</a></li></ol>',
  '<p>The end</p>',
]

describe('a source', () => {
  test('that has everything comes out of the editor as it went in, and reading it changes nothing', async () => {
    await withEditor(async (page) => {
      const source = everything.join('\n\n')
      await openSource(page, source)
      assert.equal(await sourceOf(page), source, 'what was only looked at stays')
      await page.keyboard.press('Control+End')
      await page.keyboard.type('!')
      assert.equal(await sourceOf(page), `${source.slice(0, -4)}!</p>`)
    })
  })

  test('that ends with a scene break is left as it is by whoever only clicks into it', async () => {
    await withEditor(async (page) => {
      const source = '<P>One</P><HR>'
      await openSource(page, source)
      await editorOf(page).click()
      await page.keyboard.press('Control+End')
      assert.equal(await sourceOf(page), source)
    })
  })

  test('of a journal is written in paragraphs, also where its writer ended them with two line ends', async () => {
    await withEditor(async (page) => {
      await openSource(page, 'One<br>\n<br>\nTwo<br>\nstill two<hr>Three <p class="verse">a<br><br>b</p>')
      await page.keyboard.press('Control+End')
      await page.keyboard.type('!')
      assert.equal(
        await sourceOf(page),
        '<p>One</p>\n\n<p>Two<br>\nstill two</p>\n\n<hr>\n\n<p>Three</p>\n\n<p class="verse">a<br>\n<br>\nb!</p>',
      )
    })
  })

  test('in plain text keeps its lines, and is left as it is until somebody types', async () => {
    await withEditor(async (page) => {
      await page.getByRole('button', { name: 'Show the source' }).click()
      const poem = 'The bell, the bell,\nand nobody there.\n\n* * *\n\nThe tide.'
      await page.locator('textarea[name=text]').fill(poem)
      await page.getByRole('button', { name: 'Show it as readers see it' }).click()
      assert.equal(await sourceOf(page), poem)
      await page.keyboard.press('Control+End')
      await page.keyboard.type(' Out.')
      assert.equal(
        await sourceOf(page),
        '<p>The bell, the bell,<br>\nand nobody there.</p>\n\n<hr>\n\n<p>The tide. Out.</p>',
      )
      assert.equal(await page.locator('select[name=textForm]').inputValue(), 'html')
    })
  })

  test('in Markdown stays Markdown, until its writer turns it into what readers see', async () => {
    await withEditor(async (page) => {
      await page.getByRole('button', { name: 'Show the source' }).click()
      const written = 'One **bold** word.\nA second line.\n\n* * *\n\n> Quote'
      await page.locator('textarea[name=text]').fill(written)
      await page.locator('select[name=textForm]').selectOption('markdown')
      await page.getByRole('button', { name: 'Show it as readers see it' }).click()
      await page.waitForSelector('.rt__text strong')
      assert.equal(await sourceOf(page), written)
      await page.keyboard.press('Control+End')
      await page.keyboard.type('d')
      const source = await sourceOf(page)
      assert.match(source, /^<p>One <strong>bold<\/strong> word\.<br>\nA second line\.<\/p>\n\n<hr>\n\n<blockquote>/)
    })
  })

  test('with published ways of bringing in a script runs nothing, and complains of nothing', async () => {
    await withEditor(async (page, heard) => {
      page.on('dialog', () => assert.fail('a script ran'))
      for (const payload of xssPayloads.filter((_, index) => index % 12 === 0)) {
        await openSource(page, `<p>Safe.</p>${payload}<p>Safe.</p>`)
        await pasteInto(page, `<p>Pasted</p>${payload}`, 'Pasted')
        await sourceOf(page)
      }
      assert.deepEqual(
        heard.filter((line) => !line.startsWith('console:')),
        [],
      )
    })
  })
})

describe('what is typed', () => {
  test('in Markdown becomes what it means', async () => {
    await withEditor(async (page) => {
      await editorOf(page).click()
      await page.keyboard.type(
        'The **bell** rang, *once*, ~~twice~~, see [here](example.org/a) and 2*3*4.\n## Head\nOn.\n> Quoted',
      )
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      await page.keyboard.type('# # #\nEnd')
      assert.equal(
        await sourceOf(page),
        '<p>The <strong>bell</strong> rang, <em>once</em>, <s>twice</s>, see <a href="example.org/a">here</a> and 2*3*4.</p>\n\n<h2>Head</h2>\n\n<p>On.</p>\n\n<blockquote><p>Quoted</p></blockquote>\n\n<hr>\n\n<p>End</p>',
      )
    })
  })

  test('can be undone, and words are counted beside it', async () => {
    await withEditor(async (page) => {
      await editorOf(page).click()
      await page.keyboard.type('It’s one, two')
      await page.locator('.rt__count', { hasText: '3 words' }).waitFor()
      await page.keyboard.press('Control+z')
      assert.equal(await sourceOf(page), '')
    })
  })
})

test('by keys alone: into the toolbar, along it, a mark, a footnote, a fold, and out again', async () => {
  await withEditor(async (page) => {
    await editorOf(page).focus()
    await page.keyboard.type('Words')
    await page.keyboard.press('Shift+Home')
    // A browser tells of a selection a moment later.
    await page.waitForTimeout(200)
    await page.keyboard.press('Alt+F10')
    assert.equal(await page.evaluate('document.activeElement.getAttribute("aria-label")'), 'Italic')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate('document.activeElement.getAttribute("aria-pressed")'), 'true')
    await page.keyboard.press('Escape')
    await page.keyboard.press('End')
    await page.keyboard.press('Alt+F10')
    for (let press = 0; press < 30; press += 1) {
      if ((await page.evaluate('document.activeElement.getAttribute("aria-label")')) === 'Footnote') break
      await page.keyboard.press('ArrowRight')
    }
    await page.keyboard.press('Enter')
    await page.keyboard.type('As the ledger says.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(
      await sourceOf(page),
      '<p><strong>Words</strong><a href="#in-text-note-1" id="in-text-mark-1" class="footnote-ref">1</a></p>\n\n<ol class="footnotes"><li id="in-text-note-1">As the ledger says. <a href="#in-text-mark-1" class="footnote-back">↩</a></li></ol>',
    )
    const isInText = await page.evaluate<boolean>('document.activeElement.matches(".rt__text")')
    assert.ok(isInText, 'the panel gives the text back')
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Show the source')
  })
})

test('hints are given and keep nobody from posting: emoji, letters that are none, a picture without words', async () => {
  await withEditor(async (page) => {
    await openSource(
      page,
      `<p>${'🌊'.repeat(12)}</p><p>𝓵𝓸𝓿𝓮𝓵𝔂</p><p><img src="/files/pictures/0190f4e2-1111-7222-8333-00000000000a"></p>`,
    )
    assert.match(
      await page.locator('.rt__hints').innerText(),
      /12 emoji close together[^]*only look like letters[^]*no description yet/,
    )
    await page.getByRole('button', { name: 'Describe it' }).click()
    await page.keyboard.type('The harbour at night')
    await page.getByRole('button', { name: 'Keep it' }).click()
    assert.match(await sourceOf(page), /<img src="\/files\/pictures\/[\w-]+" alt="The harbour at night">/)
  })
})

test('at 360 px with every button out and a question open: no fault, nothing sticks out, each button has room for a finger', async () => {
  await withEditor(async (page, heard) => {
    await openSource(page, everything.join('\n'))
    await page.getByRole('button', { name: 'More', exact: true }).click()
    await page.getByRole('button', { name: 'Link', exact: true }).click()
    const sizes = await page.evaluate<number[]>(
      `[...document.querySelectorAll('.rt__tool')].filter((tool) => tool.offsetParent).flatMap((tool) => [tool.offsetWidth, tool.offsetHeight])`,
    )
    assert.ok(Math.min(...sizes) >= 44, String(Math.min(...sizes)))
    assert.deepEqual(
      [
        ...(await faultsOf({ name: 'the editor', page })),
        ...heard.filter((line) => !line.includes('/files/pictures/0190f4e2-1111-7222-8333-00000000000a')),
      ],
      [],
    )
  }, 360)
})

test('a piece written in the editor is what readers get', async () => {
  await withEditor(async (page) => {
    await editorOf(page).click()
    await page.keyboard.type('The **bell**')
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.waitForURL('**/works/*')
    assert.match(await page.locator('.prose').innerHTML(), /The <strong>bell<\/strong>/)
    await page.goto(paths.workEdit(Number(page.url().split('/').at(-1))))
    assert.equal(await editorOf(page).innerText(), 'The bell')
    assert.equal(await page.getByText('You typed more').count(), 0)
  })
})
