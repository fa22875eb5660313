// The reverse of the reader: a header block in four forms, read again, gives the fields it was made of; and a story keeps what it can.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readText } from '#src/text/read-text.ts'
import { readPost } from '#src/text/header/read-post.ts'
import { headerLines, type HeaderLine, writeHeader } from './header-block.ts'
import { type WrittenForm, writtenForms } from './signs.ts'
import { writeStory } from './story-forms.ts'

const labels = {
  title: 'Title',
  author: 'Author',
  rating: 'Classification',
  warnings: 'Content notes',
  fandom: 'Fandom',
  timing: 'Era/season/setting',
  summary: 'Summary',
  characters: 'Characters',
  pairings: 'Pairings',
  notes: 'Author’s notes',
  beta: 'Beta',
  prompt: 'Prompt',
  disclaimer: 'Disclaimer',
  spoilers: 'Spoilers',
} as const
type Name = keyof typeof labels

const own = Object.entries(labels).map(([field, word]) => ({ word, field: field as Name }))
const lineOf = ([field, value]: readonly [string, string]): HeaderLine => ({
  label: labels[field as Name],
  value,
  field: field as Name,
})

const story: Readonly<Record<WrittenForm, string>> = {
  html: '<p>She put the key down.</p>',
  markdown: 'She put the key down.',
  bbcode: 'She put the key down.',
  text: 'She put the key down.',
}
const formOf = { html: 'html', markdown: 'markdown', bbcode: 'plain', text: 'plain' } as const

/** Letters and digits: what an escape adds is not a word. */
const lettersOf = (value: unknown): string =>
  (Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '').replace(/[^\p{L}\p{N}]+/gu, '')

/** In a list everything is said once. */
const once = (text: string): string => [...new Set(text.split(',').map((part) => part.trim()))].join(' ')
const isList = (read: object, name: string): boolean =>
  Array.isArray(Object.entries(read).find(([field]) => field === name)?.[1])

const word = fc.constantFrom(
  'rope',
  'Summary: x',
  'Rating: R',
  'PG',
  'Imre/Josune',
  'by Mara',
  '2,000 words',
  'set during S2',
  'no spoilers',
  '(an aside)',
  '[b]bold[/b]',
  '<b>',
  '**stars**',
  '*',
  '"quoted"',
  'x:',
  'Title - y',
  'Note: z',
  '\n',
  '\n\n',
  'The End',
  'Chapter 3',
  '( cut )',
  '***',
  'Tags: a, b',
  'ünïcode',
  '题：目',
)
const value = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
/** Names of a list stand on one line, with commas between them: so they are kept, and so they are written. */
const lists = ['warnings', 'characters', 'pairings']
const inLine = (said: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(said).map(([name, text]) => [name, lists.includes(name) ? text.replaceAll('\n', ' ') : text]),
  )
const fields = fc.dictionary(fc.constantFrom(...Object.keys(labels)), value, { minKeys: 1 }).map(inLine)

test('a block that we wrote, read in any form, gives the same fields', () => {
  fc.assert(
    fc.property(fields, (said) => {
      const kept = Object.entries(said).filter(([, text]) => lettersOf(text) !== '')
      const lines = headerLines(kept.map(lineOf))
      for (const form of writtenForms) {
        const block = `${writeHeader(lines, form)}\n\n${story[form]}`
        const { header, body } = readPost(block, formOf[form], { own })
        const read = Object.fromEntries(Object.entries(header.fields).map(([name, text]) => [name, lettersOf(text)]))
        assert.deepEqual(
          read,
          Object.fromEntries(
            kept.map(([name, text]) => [name, lettersOf(isList(header.fields, name) ? once(text) : text)]),
          ),
          `${form}\n${block}`,
        )
        assert.equal(lettersOf(body.replace(/<[^>]*>/gu, '')), 'Sheputthekeydown')
      }
    }),
    { numRuns: 300 },
  )
})

test('ordinary values stand in the block as they are, without anything unseen', () => {
  const lines = headerLines([
    lineOf(['title', 'The Kettle']),
    lineOf(['rating', 'PG-13']),
    lineOf(['summary', 'It is cold:\nvery.']),
  ])
  assert.equal(writeHeader(lines, 'text'), 'Title: The Kettle\nClassification: PG-13\nSummary: It is cold:\nvery.')
  assert.equal(writeHeader(lines, 'bbcode').split('\n')[0], '[b]Title:[/b] The Kettle')
  assert.equal(writeHeader(lines, 'markdown').split('\n')[0], '**Title:** The Kettle  ')
  assert.equal(writeHeader(lines, 'html').split('\n')[0], '<p><strong>Title:</strong> The Kettle<br>')
})

const html =
  '<h2>One</h2>\n<p>It <em>rained</em> &amp; <strong>blew</strong>. [b]No[/b] *star*.</p>\n<blockquote><p>All doors.</p><p>All.</p></blockquote>\n<hr>\n<ul><li>rope</li><li>lamp</li></ul>\n<p>A<br>B <a href="https://a.example/x">link</a></p>'

test('a story keeps its emphasis, headings, quotations, breaks, lists and links in Markdown and BBCode', () => {
  assert.equal(
    writeStory(html, 'markdown'),
    '## One\n\nIt *rained* & **blew**. \\[b\\]No\\[/b\\] \\*star\\*.\n\n> All doors.\n>\n> All.\n\n* * *\n\n- rope\n- lamp\n\nA  \nB [link](https://a.example/x)',
  )
  assert.equal(
    writeStory(html, 'bbcode'),
    '[b]One[/b]\n\nIt [i]rained[/i] & [b]blew[/b]. [\u200Bb]No[\u200B/b] *star*.\n\n[quote]All doors.\n\nAll.[/quote]\n\n* * *\n\n- rope\n- lamp\n\nA\nB [url=https://a.example/x]link[/url]',
  )
  assert.equal(writeStory(html, 'html'), html)
  assert.match(writeStory(html, 'text'), /^One\n\nIt _rained_ & \*blew\*\./u)
})

test('Markdown that we wrote is read as the same story', () => {
  const clean = (text: string) => text.replace(/<[^>]*>|&[a-z]+;/gu, '').replace(/[^\p{L}\p{N}]+/gu, '')
  const { html: body } = readText({ text: writeStory(html, 'markdown'), form: 'markdown' })
  assert.equal(clean(body), clean(html))
  for (const tag of ['em', 'strong', 'h2', 'blockquote', 'li']) assert.match(body, new RegExp(`<${tag}>`, 'u'))
})

test('a picture of ours is said in words elsewhere, where nothing stands at its address', () => {
  const picture = '<img alt="A &quot;lamp&quot; > a light" src="/files/pictures/0190f4e2-1111-7222-8333-00000000000a">'
  const body = `<p>See ${picture.replace(' > ', ' &gt; ')}, and <img alt="" src="https://a.example/x.png"></p>`
  assert.equal(
    writeStory(body, 'html'),
    '<p>See [A &quot;lamp&quot; &gt; a light], and <img alt="" src="https://a.example/x.png"></p>',
  )
})
