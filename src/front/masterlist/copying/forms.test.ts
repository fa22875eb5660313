// A block can be read back out of each of its forms exactly: no title or name, whatever is in it, becomes a sign of the form.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { oneLine } from '#src/kit/one-line.ts'
import { asLine, type Block } from './block.ts'
import { copyForms, writeBlock } from './forms.ts'

/** What a reader of the form finds: headings and lines in their order, each line with where it leads and what stands after it. */
type Found = { readonly heading: string } | { readonly title: string; readonly address: string; readonly after: string }

const expected = ({ title, address, groups }: Block): Found[] => [
  { title, address, after: '' },
  ...groups.flatMap((group): Found[] => [{ heading: group.title }, ...group.lines.map((each) => ({ ...each }))]),
]

function fromHtml(html: string): Found[] {
  const textOf = (node: Tree.ChildNode): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
  const readItem = (node: Tree.Element): Found => {
    const [link, ...rest] = node.childNodes
    if (!link || link.nodeName !== 'a' || !('attrs' in link)) return { heading: textOf(node) }
    const names = link.attrs.map(({ name }) => name)
    assert.deepEqual(names, ['href'])
    assert.ok(rest.every((other) => other.nodeName === '#text'))
    return { title: textOf(link), address: link.attrs[0]?.value ?? '', after: rest.map(textOf).join('').slice(1) }
  }
  return parseFragment(html).childNodes.flatMap((node): Found[] => {
    if (node.nodeName === '#text') return (assert.equal(textOf(node).trim(), ''), [])
    if (!('tagName' in node)) return assert.fail(node.nodeName)
    if (node.tagName !== 'ul') return [readItem(node)]
    const items = node.childNodes.filter((child) => child.nodeName !== '#text')
    return items.map((item) =>
      'tagName' in item && item.tagName === 'li' ? readItem(item) : assert.fail(item.nodeName),
    )
  })
}

/** With everything on that could make something of what somebody wrote. */
const markdown = new MarkdownIt({ html: true, linkify: true, breaks: true })

function fromMarkdown(text: string): Found[] {
  const allowed = ['heading_open', 'heading_close', 'bullet_list_open', 'bullet_list_close', 'list_item_open']
  return markdown.parse(text, {}).flatMap((token): Found[] => {
    if (token.type !== 'inline') {
      assert.ok([...allowed, 'list_item_close', 'paragraph_open', 'paragraph_close'].includes(token.type), token.type)
      return []
    }
    const inner = (token.children ?? []).filter(({ type, content }) => type !== 'text' || content !== '')
    const kinds = inner.map(({ type }) => (type === 'text_special' ? 'text' : type))
    const words = (from: number, to?: number) =>
      inner
        .slice(from, to)
        .map(({ content }) => content)
        .join('')
    if (kinds[0] !== 'link_open') return (assert.ok(kinds.every((kind) => kind === 'text')), [{ heading: words(0) }])
    const end = kinds.indexOf('link_close')
    assert.ok(
      [...kinds.slice(1, end), ...kinds.slice(end + 1)].every((kind) => kind === 'text'),
      kinds.join(),
    )
    const address = String(inner[0]?.attrGet('href'))
    return [{ title: words(1, end), address, after: words(end + 1).slice(1) }]
  })
}

/** As boards read it: a tag is a bracket with a name, a slash or a star right after it. What is no tag is text. */
function fromBbcode(text: string): Found[] {
  const plain = (words: string): string => words.replaceAll('[\u200B', '[')
  const tags = [...text.matchAll(/\[(?:\/?[a-z]+(?:=[^\]]*)?|\*)\]/gi)].map(([tag]) => tag)
  assert.ok(
    tags.every((tag) => /^\[(\/?(b|list|url)|url=https:\/\/fest\.example\/\S*|\*)\]$/.test(tag)),
    tags.join(),
  )
  return text.split('\n').flatMap((line): Found[] => {
    const linked = /^(?:\[b\]|\[\*\])\[url=([^\]]*)\](.*?)\[\/url\](?:\[\/b\]| (.*))$/.exec(line)
    if (linked) {
      const [, address = '', title = '', after = ''] = linked
      return [{ title: plain(title), address, after: plain(after) }]
    }
    const heading = /^\[b\](.*)\[\/b\]$/.exec(line)
    if (heading) return [{ heading: plain(heading[1] ?? '') }]
    return (assert.match(line, /^(\[\/?list\])?$/), [])
  })
}

function fromText(text: string): Found[] {
  const found: Found[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (line.startsWith('= ')) found.push({ title: line.slice(2), address: (lines[++at] ?? '').slice(2), after: '' })
    else if (/^==+ /.test(line)) found.push({ heading: line.replace(/^=+ /, '') })
    else if (line.startsWith('* ')) {
      const [after = '', address = ''] = [lines[++at]?.slice(2), lines[++at]?.slice(2)]
      found.push({ title: line.slice(2), address, after })
    } else assert.equal(line, '')
  }
  return found
}

const readers = { html: fromHtml, markdown: fromMarkdown, bbcode: fromBbcode, text: fromText }

const nasty = [
  '[url=https://evil.example]free[/url]',
  '[/url][/list][b]',
  '[*]',
  '</a></li></ul><script>alert(1)</script>',
  '*stars* and _lines_ and `ticks`',
  '](https://evil.example) [',
  '![picture](https://evil.example/a.png)',
  '\\',
  '\\[',
  '&amp; &lt; &#91;',
  '<https://evil.example>',
  'https://evil.example www.evil.example me@evil.example evil.com',
  '"quoted" ‘and’ \'not\'',
  '# 1. - + > | ~~~ === ---',
  '-- ',
  '* ',
  '  https://evil.example',
  '[\u200Bb]',
  'منارة في الضباب (2)',
  'לילה <b>',
  '𝔉og & 🏮',
]

const words = fc
  .array(
    fc.oneof(fc.constantFrom(...nasty), fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('[', ']', '\\')),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => asLine(`x${parts.join('')}x`))

const line = fc.record({
  title: words,
  address: fc.nat().map((id) => `https://fest.example/works/${id}`),
  after: words.map((name) => `by ${name}`),
})

const blocks = fc.record({
  title: words,
  address: fc.constant('https://fest.example/c/tidewater/rounds/lanterns/masterlist?by=day'),
  groups: fc.array(fc.record({ title: words, depth: fc.nat({ max: 4 }), lines: fc.array(line, { maxLength: 3 }) }), {
    maxLength: 3,
  }),
})

for (const form of copyForms) {
  test(`as ${form}: titles, names and addresses come back exactly, and nothing else does`, () => {
    fc.assert(
      fc.property(blocks, (block) => {
        assert.deepEqual(readers[form](writeBlock(block, form)), expected(block))
      }),
    )
  })

  test(`as ${form}: every known trick alone stays a title`, () => {
    for (const trick of nasty) {
      const title = asLine(trick)
      const one = { title, address: 'https://fest.example/works/1', after: `by ${title}` }
      const block = { title: 'List', address: 'https://fest.example/', groups: [{ title, depth: 0, lines: [one] }] }
      assert.deepEqual(readers[form](writeBlock(block, form)), expected(block), trick)
    }
  })
}

test('what is written from right to left does not turn around what stands beside it', () => {
  assert.equal(asLine('منارة'), '\u2068منارة\u2069')
  assert.equal(asLine('Ballast\n\u202Etsallab'), 'Ballast tsallab')
  assert.equal(oneLine(asLine('לילה')), 'לילה')
})
