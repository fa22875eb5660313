// What people paste into the editor: from Word, Docs, journals, as Markdown and as plain text, and as much as a novel.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { atEditor, editorOf, novel, pasteInto, sourceOf } from '#tests/support/browser-writing.ts'
import { openBrowser } from '#tests/support/chromium.ts'

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

const withEditor = (deed: (page: Page, heard: string[]) => Promise<void>): Promise<void> => atEditor(browser, deed)

const fromWord =
  '<html xmlns:o="x"><head><style>p{color:red}</style></head><body><!--StartFragment--><p class=MsoNormal>She <i style="mso-bidi-font-style:normal">knew</i>.<o:p></o:p></p><p class=MsoListParagraphCxSpFirst style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span>&nbsp;</span></span>First</p><p class=MsoListParagraphCxSpLast style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">2.</span>Second</p><p class=MsoNormal align=center style="text-align:center">* * *</p><p>&nbsp;</p><p>End.</p><script>alert(1)</script></body></html>'
const fromDocs =
  '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span>It was </span><span style="font-style:italic">not</span><span> a promise, </span><span style="text-decoration:line-through">he</span><span style="font-weight:700"> said</span>.</p><br><p dir="ltr"><span>End.</span></p></b>'
const fromJournal =
  'One line.<br><br>Another, with <a href="https://example.org/">a link</a>.<br>The same.<br><br><img src="https://elsewhere.example/a.gif" alt="mood">'

describe('what is pasted', () => {
  for (const [name, html, source] of [
    ['Word', fromWord, '<p>She <em>knew</em>.</p>\n\n<ol><li>First</li><li>Second</li></ol>\n\n<hr>\n\n<p>End.</p>'],
    ['Docs', fromDocs, '<p>It was <em>not</em> a promise, <s>he</s><strong> said</strong>.</p>\n\n<p>End.</p>'],
    [
      'a journal',
      fromJournal,
      '<p>One line.</p>\n\n<p>Another, with <a href="https://example.org/">a link</a>.<br>\nThe same.</p>\n\n<p><a href="https://elsewhere.example/a.gif">mood</a></p>',
    ],
  ] as const) {
    test(`from ${name} is text with what a story needs, and nothing else`, async () => {
      await withEditor(async (page, heard) => {
        page.on('dialog', () => assert.fail('a script ran'))
        await pasteInto(page, html, 'plain')
        assert.equal(await sourceOf(page), source)
        assert.deepEqual(heard, [])
      })
    })
  }

  test('as Markdown in plain text stays as it was written, or is read as Markdown, and that can be undone', async () => {
    await withEditor(async (page) => {
      await editorOf(page).click()
      await page.keyboard.type('Before. ')
      await page.keyboard.press('Enter')
      const written = '# One\n\nThe **bell**, *once*.'
      await pasteInto(page, '', written)
      assert.equal(await sourceOf(page), '<p>Before. </p>\n\n<p># One</p>\n\n<p>The **bell**, *once*.</p>')
      await page.getByRole('button', { name: 'Read it as Markdown' }).click()
      await page.waitForSelector('.rt__text strong')
      assert.equal(
        await sourceOf(page),
        '<p>Before. </p>\n\n<h1>One</h1>\n\n<p>The <strong>bell</strong>, <em>once</em>.</p>',
      )
      assert.equal(await page.getByText('looks like Markdown').count(), 0)
      await editorOf(page).focus()
      await page.keyboard.press('Control+z')
      assert.match(await sourceOf(page), /# One<\/p>/)
    })
  })

  test('as plain text keeps paragraphs and lines', async () => {
    await withEditor(async (page) => {
      await pasteInto(page, '', 'One\ntwo\n\n***\n\nThree')
      assert.equal(await sourceOf(page), '<p>One<br>\ntwo</p>\n\n<hr>\n\n<p>Three</p>')
    })
  })
})

test('after twenty thousand words were pasted, typing goes on where one types', async () => {
  await withEditor(async (page) => {
    await pasteInto(page, '', novel(20_000))
    await page.locator('.rt__count', { hasText: '20,060 words' }).waitFor()
    await page.keyboard.press('Control+End')
    const began = performance.now()
    await page.keyboard.type('The end')
    await page.locator('.rt__count', { hasText: '20,062 words' }).waitFor()
    // A guard against what grows with the square of the text; how long a key takes is measured by `npm run bench -- editor`.
    assert.ok(performance.now() - began < 9_000)
    assert.match(await sourceOf(page), /<p>The end<\/p>$|The end<\/p>$/)
  })
})
