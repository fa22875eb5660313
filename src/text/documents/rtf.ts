// A .rtf as HTML: a reader of our own for the few words of it that a story needs. One pass, and no word of it does anything else.
import { escapeXml } from '#src/kit/xml.ts'
import type { Marked } from './document.ts'
import { cannotBeRead } from './refusals.ts'
import { type RtfFonts, rtfText } from './rtf-letters.ts'
import { type Look, openPage, plainLook } from './rtf-page.ts'

/** What a group begins with; its end brings back what was before it. */
type State = {
  readonly look: Look
  /** Text in here is no text of the story. */
  readonly isLeft: boolean
  /** How many signs stand for one letter where it cannot be shown. */
  readonly skip: number
  readonly font: number | undefined
}

/** Groups whose text says nothing to readers. */
const leftGroups = new Set(
  'fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf object datafield themedata colorschememapping latentstyles listtable listoverridetable rsidtbl generator xmlnstbl fldinst bkmkstart bkmkend atnid atnauthor annotation revtbl mmathPr shp shpinst do'.split(
    ' ',
  ),
)

const letters: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  tab: ' ',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00a0',
  _: '\u2011',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
  zwj: '\u200d',
  zwnj: '\u200c',
}

const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/giy

/** Throws the refusals document/unreadable and document/too-deep. */
export function readRtf(rtf: string): Marked {
  const page = openPage()
  const stack: State[] = []
  const fonts: RtfFonts = rtfText(rtf)
  let state: State = { look: plainLook, isLeft: false, skip: 1, font: undefined }
  let pictures = 0
  let toSkip = 0
  /** Right after `{`, or after `{\*`: then a word names the group. */
  let isOpening = false
  let isStarred = false
  let bytes: number[] = []

  const sayBytes = (): void => {
    if (bytes.length > 0) page.say(escapeXml(fonts.decode(bytes, state.font)), state.look)
    bytes = []
  }
  const say = (said: string): void => {
    sayBytes()
    if (!state.isLeft && said !== '') page.say(escapeXml(said), state.look)
  }
  const open = (): void => {
    sayBytes()
    if (stack.length > 500) throw cannotBeRead()
    stack.push(state)
    isOpening = true
    isStarred = false
  }
  const close = (): void => {
    sayBytes()
    state = stack.pop() ?? state
    page.ended(stack.length)
    isOpening = false
    toSkip = 0
  }
  const word = (name: string, number: number | undefined): void => {
    if (isOpening) {
      if (name === 'pict') pictures += 1
      if (name === 'footnote') page.beginNote(stack.length)
      else if (leftGroups.has(name) || isStarred) state = { ...state, isLeft: true }
    }
    if (isOpening && isStarred && name === 'fldinst') state = { ...state, isLeft: true }
    isOpening = false
    if (name === 'uc') state = { ...state, skip: number ?? 1 }
    else if (name === 'u' && number !== undefined) letter(number)
    else if (name === 'f') state = { ...state, font: number }
    else if (name in letters) say(letters[name] ?? '')
    else if (!state.isLeft) {
      sayBytes()
      page.obey(name, number, state.look)
      state = { ...state, look: lookAfter(state.look, name, number) }
    }
  }
  const letter = (number: number): void => {
    say(String.fromCharCode(number < 0 ? number + 65_536 : number))
    toSkip = state.skip
  }
  const plain = (said: string): void => {
    const skipped = Math.min(toSkip, said.length)
    toSkip -= skipped
    say(said.slice(skipped))
  }

  const tokens = new RegExp(token)
  for (let found = tokens.exec(rtf); found; found = tokens.exec(rtf)) {
    const [, name, number, hex, sign, brace, text] = found
    if (brace === '{') open()
    else if (brace === '}') close()
    else if (name !== undefined) word(name, number === undefined ? undefined : Number(number))
    else if (hex !== undefined) {
      if (toSkip > 0) toSkip -= 1
      else if (!state.isLeft) bytes.push(Number.parseInt(hex, 16))
    } else if (sign === '*') isStarred = true
    else if (sign === '\n' || sign === '\r') page.obey('par', undefined, state.look)
    else if (sign !== undefined) say(letters[sign] ?? (/[\\{}]/.test(sign) ? sign : ''))
    else if (text !== undefined) plain(text)
    if (name === undefined && sign !== '*' && brace !== '{') isOpening = false
  }
  sayBytes()
  return { html: page.html(), pictures }
}

const switches: Readonly<Record<string, keyof Look>> = {
  i: 'em',
  b: 'strong',
  strike: 's',
  striked: 's',
  ul: 'u',
  super: 'sup',
  sub: 'sub',
}

function lookAfter(look: Look, name: string, number: number | undefined): Look {
  if (name === 'plain') return plainLook
  if (name === 'ulnone') return { ...look, u: false }
  if (name === 'nosupersub') return { ...look, sup: false, sub: false }
  const key = switches[name] ?? (/^ul(?:d|dash|db|w|wave|th)$/.test(name) ? 'u' : undefined)
  return key === undefined ? look : { ...look, [key]: number !== 0 }
}
