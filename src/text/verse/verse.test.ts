// Poems and scripts keep their lines: single line breaks, stanzas, and the spaces before a line.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readText } from '../read-text.ts'
import type { TidyKind } from '../tidy/kinds.ts'

const html = (text: string, form: 'plain' | 'html' | 'markdown' = 'html', ...leave: readonly TidyKind[]): string =>
  readText({ text, form, leave }).html

const line = (words: string): string => `<span class="line">${words}</span>`

describe('the lines of a poem', () => {
  test('are not made paragraphs: one line break stays one, and only an empty line ends a stanza', () => {
    for (const leave of [[], ['verse']] as const) {
      const poem = html('<p>The lamp is lit<br>and nobody came<br>by sea<br><br>The lamp is out</p>', 'html', ...leave)
      assert.equal((poem.match(/<p/g) ?? []).length, 2, poem)
      assert.equal((poem.match(/<br>/g) ?? []).length, 2, poem)
    }
    const journal = html('The lamp is lit<br>and nobody came<br>by sea<br>or road', 'html')
    assert.doesNotMatch(journal, /<p/)
    assert.equal((journal.match(/<br>/g) ?? []).length, 3)
  })

  test('are marked one by one, so that what wraps can hang', () => {
    assert.equal(
      html('<p>The <em>lamp</em> is lit<br>and nobody came</p><p>One line alone</p>', 'html', 'verse'),
      `<p class="verse">${line('The <em>lamp</em> is lit')}<br>${line('and nobody came')}</p><p>One line alone</p>`,
    )
  })

  test('keep the spaces before them in plain text, as many as a phone has room for', () => {
    const nbsp = '\u00a0'
    assert.equal(
      html(`The lamp\n  is lit\n\tand nobody\n${' '.repeat(90)}came`, 'plain', 'verse'),
      `<p class="verse">${line('The lamp')}<br>${line(`\n${nbsp.repeat(2)}is lit`)}<br>${line(`\n${nbsp.repeat(4)}and nobody`)}<br>${line(`\n${nbsp.repeat(24)}came`)}</p>`,
    )
    assert.match(html('The lamp\n  is lit', 'plain'), /<br>\nis lit/)
  })

  test('keep them where they were typed as in a typewriter', () => {
    assert.match(html('<pre>The lamp\n    is lit</pre>', 'html', 'verse'), /<span class="line">\n\u00a0{4}is lit/)
    assert.match(html('<pre>The lamp\n    is lit</pre>', 'html'), /<pre>The lamp\n {4}is lit/)
  })

  test('stay as they are where emphasis goes over a line break', () => {
    const over = '<p class="verse"><em>The lamp<br>is lit</em><br>again</p>'
    assert.match(html(over, 'html', 'verse'), /<em>The lamp<br>is lit<\/em>/)
    assert.equal(
      html(html(over, 'html', 'verse'), 'html').replaceAll(/\s/g, ''),
      html(over, 'html', 'verse').replaceAll(/\s/g, ''),
    )
  })

  test('count the same words', () => {
    const words = (...leave: readonly TidyKind[]) =>
      readText({ text: 'The lamp\n  is lit', form: 'plain', leave }).words
    assert.equal(words('verse'), words())
    assert.equal(readText({ text: 'lamp\nlit', form: 'plain', leave: ['verse'] }).plain.trim(), 'lamp\nlit')
  })
})
