// Gentle hints beside the text, for those who will hear it read: pictures without words, walls of emoji, letters that only look like
// letters. Nothing is kept from being posted by them.
import type { Node } from 'prosemirror-model'
import { keptOf, schema } from './schema.ts'

export type Hint = {
  readonly is: 'picture' | 'emoji' | 'lookalike' | 'drawing'
  readonly at: number
  readonly says: string
}

/** In one paragraph; ten waves at the end of a sentence are a wall to whoever hears each of them named. */
const MANY_EMOJI = 10
const LOOKALIKES = 4

const joined = /\u200d|[\u{1f3fb}-\u{1f3ff}]|\ufe0f/u.source
const emoji = new RegExp(`\\p{Extended_Pictographic}(?:(?:${joined})+\\p{Extended_Pictographic}?)*`, 'gu')
/** Mathematical and enclosed letters, which readers aloud leave out or spell. */
const lookalike = /[\u{1d400}-\u{1d7ff}\u{1f110}-\u{1f169}\u{24b6}-\u{24e9}]/gu
/** Lines of signs under one another: a picture made of characters. */
const signLine = /^[^\p{L}\p{N}\n]{6,}$/u

type Local = Omit<Hint, 'at'>

const known = new WeakMap<Node, readonly Local[]>()

function hintsOf(block: Node): readonly Local[] {
  const found = known.get(block)
  if (found) return found
  const text = block.textBetween(0, block.content.size, '\n', '\n')
  const hints: Local[] = []
  const [faces] = [text.match(emoji) ?? []]
  if (faces.length >= MANY_EMOJI)
    hints.push({
      is: 'emoji',
      says: `Here are ${faces.length} emoji close together. Whoever listens hears the name of each, one after the other.`,
    })
  if ((text.match(lookalike) ?? []).length >= LOOKALIKES)
    hints.push({
      is: 'lookalike',
      says: 'Some letters here are signs that only look like letters. Whoever listens hears nothing, or each sign by its name.',
    })
  if (text.split('\n').filter((line) => signLine.test(line.trim())).length >= 3)
    hints.push({
      is: 'drawing',
      says: 'This looks like a picture made of signs. A sentence that says what it shows helps those who listen.',
    })
  known.set(block, hints)
  return hints
}

export function hintsIn(doc: Node): Hint[] {
  const hints: Hint[] = []
  doc.descendants((node, at) => {
    if (node.type === schema.nodes.image) {
      const { alt = '' } = keptOf(node.attrs)
      if (alt.trim() === '')
        hints.push({
          is: 'picture',
          at,
          says: 'A picture has no description yet. Say what it shows; if it shows words, write the words.',
        })
    }
    if (node.isTextblock) hints.push(...hintsOf(node).map((hint) => ({ ...hint, at: at + 1 })))
    return true
  })
  return hints
}
