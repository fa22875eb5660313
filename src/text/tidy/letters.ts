// Broken letters that were written as references (&acirc;&euro;&trade;) are seen only once a parser has read them.
import { repairMojibake } from '../mojibake.ts'
import { type Root, textNodes } from '../tree.ts'
import type { Tally } from './tally.ts'

const BETWEEN = '\u0001'

/** All texts together are the evidence, as for a text that came without references. */
export function repairLetters(tree: Root, { tell }: Tally): void {
  const nodes = [...textNodes(tree)]
  if (!nodes.some(({ value }) => /[\u0080-\u009f\u00c2-\u00f4\ufffd]/.test(value))) return
  const { text, wasBroken, count } = repairMojibake(nodes.map(({ value }) => value).join(BETWEEN))
  if (!wasBroken) return
  const repaired = text.split(BETWEEN)
  if (repaired.length !== nodes.length) return
  for (const [index, node] of nodes.entries()) node.value = repaired[index] ?? node.value
  tell('letters', count)
}
