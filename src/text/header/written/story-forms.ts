// A story as it is kept, in the form in which it is taken elsewhere: HTML as it is, Markdown, BBCode, or plain text with its paragraphs.
import { attributeIn, htmlPieces } from './html-pieces.ts'
import { inForm, type WrittenForm } from './signs.ts'

export const writeStory = (html: string, form: WrittenForm): string =>
  form === 'html' ? withoutOwnPictures(html) : written(html, form)

/** Elsewhere nothing stands at an address of ours, and not everybody may see what does here: what it shows stays, in words. */
const withoutOwnPictures = (html: string): string =>
  html.replace(/<img((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*\/?>/gu, (image, attributes: string) => {
    const alt = (/\salt="([^"]*)"/u.exec(attributes)?.[1] ?? '').trim()
    return /\ssrc="\/files\//u.test(attributes) ? alt && `[${alt}]` : image
  })

type Form = Exclude<WrittenForm, 'html'>
type Pair = readonly [open: string, close: string]

const bold = ['b', 'strong'] as const
const slanted = ['i', 'em', 'cite', 'dfn', 'var'] as const
const struck = ['s', 'strike', 'del'] as const
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

const each = (tags: readonly string[], pair: Pair): readonly (readonly [string, Pair])[] =>
  tags.map((tag) => [tag, pair])

const marks: Readonly<Record<Form, ReadonlyMap<string, Pair>>> = {
  markdown: new Map([
    ...each(bold, ['**', '**']),
    ...each(slanted, ['*', '*']),
    ...each(struck, ['~~', '~~']),
    ...headings.map((tag, depth) => [tag, [`${'#'.repeat(depth + 1)} `, '']] as const),
  ]),
  bbcode: new Map([
    ...each([...bold, ...headings], ['[b]', '[/b]']),
    ...each(slanted, ['[i]', '[/i]']),
    ...each(struck, ['[s]', '[/s]']),
    ...each(['u', 'ins'], ['[u]', '[/u]']),
    ['blockquote', ['[quote]', '[/quote]']],
    ['center', ['[center]', '[/center]']],
  ]),
  text: new Map([...each(bold, ['*', '*']), ...each(slanted, ['_', '_'])]),
}

const apart: ReadonlySet<string> = new Set(
  'p div h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure details center hr address'.split(' '),
)
const inLines: ReadonlySet<string> = new Set('li dt dd tr caption figcaption summary'.split(' '))

function written(html: string, form: Form): string {
  const out = page()
  const lists: { tag: string; number: number }[] = []
  const links: string[] = []
  let exact = 0
  for (const piece of htmlPieces(html)) {
    if (piece.is === 'text') {
      out.say(exact > 0 ? piece.text : piece.text.replace(/[ \t\n]+/gu, ' '), (said) => inForm(form, said))
      continue
    }
    const { tag, is, attributes } = piece
    const isOpen = is === 'open'
    if (tag === 'pre') exact += isOpen ? 1 : -1
    const ends = apart.has(tag) ? (lists.length > 0 ? 1 : 2) : inLines.has(tag) ? 1 : 0
    if (isOpen) out.breaks(ends)
    if (tag === 'br' && isOpen) out.lineEnd(form === 'markdown' ? '  ' : '')
    if (tag === 'hr' && isOpen) out.sign('* * *')
    if (tag === 'blockquote' && form !== 'bbcode') out.quote(isOpen)
    if ((tag === 'ul' || tag === 'ol') && isOpen) lists.push({ tag, number: 0 })
    if ((tag === 'ul' || tag === 'ol') && !isOpen) lists.pop()
    if (tag === 'li' && isOpen) out.sign(bullet(lists))
    if (tag === 'a') out.sign(link(form, isOpen, attributes, links))
    if (tag === 'img' && isOpen) out.sign(picture(form, attributes))
    const pair = marks[form].get(tag)
    if (pair) out.mark(isOpen ? pair[0] : pair[1], isOpen)
    if (!isOpen) out.breaks(ends)
  }
  return out.done()
}

function bullet(lists: { tag: string; number: number }[]): string {
  const list = lists.at(-1)
  const indent = '  '.repeat(Math.max(0, lists.length - 1))
  if (list?.tag !== 'ol') return `${indent}- `
  list.number++
  return `${indent}${list.number}. `
}

/** Only what leads somewhere outside: a link to a footnote is its words. */
function link(form: Form, isOpen: boolean, attributes: string, open: string[]): string {
  if (isOpen) {
    const to = attributeIn(attributes, 'href') ?? ''
    open.push(/^(?:https?|mailto):[^\s()[\]]+$/u.test(to) ? to : '')
  }
  const to = isOpen ? open.at(-1) : open.pop()
  if (to === undefined || to === '') return ''
  if (form === 'markdown') return isOpen ? '[' : `](${to})`
  if (form === 'bbcode') return isOpen ? `[url=${to}]` : '[/url]'
  return isOpen ? '' : ` (${to})`
}

function picture(form: Form, attributes: string): string {
  const alt = (attributeIn(attributes, 'alt') ?? '').trim()
  const from = attributeIn(attributes, 'src') ?? ''
  const isAbroad = /^https?:[^\s()[\]]+$/u.test(from)
  if (form === 'markdown' && isAbroad) return `![${inForm(form, alt)}](${from})`
  if (form === 'bbcode' && isAbroad) return `[img]${from}[/img]`
  return alt === '' ? '' : inForm(form, `[${alt}]`)
}

/** Lines with what stands before each of them; white space is one space, and marks of emphasis do not touch it. */
function page() {
  const parts: string[] = []
  let wanted = 0
  let quotes = 0
  /** Something has been opened and nothing said in it: what begins a paragraph begins here. */
  let fresh = false
  /** How deep the last line lay: an empty line between two belongs to the shallower one. */
  let before = 0
  let space = false
  let atStart = true
  const deep = (count: number): string => '> '.repeat(count)
  const begin = (): void => {
    if (wanted > 0 && parts.length > 0)
      parts.push(`\n${wanted > 1 ? `${deep(Math.min(before, quotes)).trimEnd()}\n` : ''}${deep(quotes)}`)
    else if (parts.length === 0) parts.push(deep(quotes))
    else if (space && !atStart) parts.push(' ')
    before = quotes
    wanted = 0
    space = false
    atStart = false
  }
  return {
    breaks(count: number): void {
      if (count === 0 || fresh) return
      wanted = Math.max(wanted, count)
      space = false
      atStart = true
    },
    quote(isOpen: boolean): void {
      quotes = Math.max(0, quotes + (isOpen ? 1 : -1))
    },
    sign(said: string): void {
      if (said === '') return
      begin()
      parts.push(said)
      fresh = said.endsWith(' ')
      atStart = fresh
    },
    /** An opening mark stands before the next word, a closing one right after the last. */
    mark(said: string, isOpen: boolean): void {
      if (!isOpen) {
        parts.push(said)
        fresh = false
        return
      }
      begin()
      parts.push(said)
      fresh = true
      atStart = true
    },
    say(text: string, inSigns: (said: string) => string): void {
      if (/^\s/u.test(text)) space = true
      const words = text.trim()
      if (words === '') return
      begin()
      fresh = false
      parts.push(inSigns(words).replaceAll('\n', `\n${deep(quotes)}`))
      space = /\s$/u.test(text)
    },
    lineEnd(sign: string): void {
      parts.push(`${sign}\n${deep(quotes)}`)
      space = false
      atStart = true
    },
    done: (): string =>
      parts
        .join('')
        .replace(/[^\S\n]+$/gmu, (end) => (end === '  ' ? end : ''))
        .replace(/\n{3,}/gu, '\n\n')
        .trim(),
  }
}
