// The paragraphs of a .rtf as they are being read: what is said in which look, notes aside, and the whole as HTML at the end.

export type Look = Readonly<Record<'em' | 'strong' | 's' | 'u' | 'sup' | 'sub', boolean>>

export const plainLook: Look = { em: false, strong: false, s: false, u: false, sup: false, sub: false }

type Piece = { readonly html: string; readonly names: readonly string[] }

type Paragraph = { align: string; isRightToLeft: boolean; level: number | undefined; pieces: Piece[] }

const emptyParagraph = (): Paragraph => ({ align: '', isRightToLeft: false, level: undefined, pieces: [] })

/** Where words go at the moment: the story, or a note of it. */
type Flow = { readonly done: string[]; now: Paragraph; readonly depth: number }

const names = ['em', 'strong', 's', 'u', 'sup', 'sub'] as const

export function openPage() {
  const story: Flow = { done: [], now: emptyParagraph(), depth: -1 }
  const notes: string[] = []
  let flow = story
  let before = story

  const end = (): void => {
    flow.done.push(paragraphOf(flow.now))
    flow.now = { ...flow.now, pieces: [] }
  }
  return {
    say(html: string, look: Look): void {
      flow.now.pieces.push({ html, names: names.filter((name) => look[name]) })
    },
    obey(name: string, number: number | undefined, _look: Look): void {
      if (name === 'par' || name === 'sect' || name === 'page' || name === 'row') end()
      else if (name === 'line') flow.now.pieces.push({ html: '<br>', names: [] })
      else if (name === 'cell') flow.now.pieces.push({ html: ' ', names: [] })
      else if (name === 'pard') flow.now = { ...emptyParagraph(), pieces: flow.now.pieces }
      else if (name in alignments) flow.now.align = alignments[name] ?? ''
      else if (name === 'rtlpar' || name === 'ltrpar') flow.now.isRightToLeft = name === 'rtlpar'
      else if (name === 'outlinelevel') flow.now.level = number !== undefined && number < 6 ? number + 1 : undefined
    },
    /** The number is ours: what the document calls it stands in a field that it counts by itself. */
    beginNote(depth: number): void {
      const number = notes.length + 1
      notes.push('')
      const call = `<sup><a href="#note-${number}" id="noted-${number}">${number}</a></sup>`
      flow.now.pieces.push({ html: call, names: [] })
      before = flow
      flow = { done: [], now: emptyParagraph(), depth }
    },
    /** A group has ended; perhaps it was the note. */
    ended(depth: number): void {
      if (flow === story || depth >= flow.depth) return
      end()
      const written = flow.done.filter((html) => html !== '').join('')
      const number = notes.findLastIndex((note) => note === '') + 1
      const back = ` <a href="#noted-${number}">↩</a>`
      notes[number - 1] = `<li id="note-${number}">${written.replace(/(?:<\/p>)?$/, (close) => `${back}${close}`)}</li>`
      flow = before
    },
    html(): string {
      if (flow.now.pieces.length > 0) end()
      const list = notes.length === 0 ? [] : [`<ol>\n${notes.join('\n')}\n</ol>`]
      return [...story.done, ...list].join('\n').trim()
    },
  }
}

const alignments: Readonly<Record<string, string>> = { qc: 'center', qr: 'right', ql: '', qj: '' }

function paragraphOf({ align, isRightToLeft, level, pieces }: Paragraph): string {
  const said = `${align === '' ? '' : ` align="${align}"`}${isRightToLeft ? ' dir="rtl"' : ''}`
  const name = level === undefined ? 'p' : `h${level}`
  return `<${name}${said}>${joined(pieces).trim()}</${name}>`
}

/** Words of one look, however many pieces they came in, stand in one element. */
function joined(pieces: readonly Piece[]): string {
  let html = ''
  for (let at = 0; at < pieces.length;) {
    const { names: own = [] } = pieces[at] ?? {}
    let words = ''
    for (; at < pieces.length && String(pieces[at]?.names) === String(own); at += 1) words += pieces[at]?.html ?? ''
    html += words.trim() === '' ? words : own.reduce((inner, each) => `<${each}>${inner}</${each}>`, words)
  }
  return html
}
