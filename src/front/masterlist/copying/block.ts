// A masterlist as a block to paste elsewhere, before it is written in any form: headings, titles, absolute addresses, and words after them.
import { sayList } from '#src/kit/date-words.ts'
import { oneLine } from '#src/kit/one-line.ts'
import type { Byline } from '#src/library/works/works-seen.ts'
import { paths } from '#src/schema/paths.ts'
import type { Group, Line, Order } from '../arranging.ts'
import { type Fact, factsOf, roleWord } from '../line-words.ts'
import type { Listable } from '../listable.ts'
import { cameWords } from '../references.ts'

export type Linked = { readonly title: string; readonly address: string }

export type CopyLine = Linked & {
  /** "by Oriel Finch – Ficlet, 455 words; Teen" */
  readonly after: string
}

export type CopyGroup = { readonly title: string; readonly depth: number; readonly lines: readonly CopyLine[] }

export type Block = Linked & { readonly groups: readonly CopyGroup[] }

type Source = { readonly seen: Listable; readonly by: Order; readonly origin: string }

export const blockOf = (head: Linked, groups: readonly Group[], source: Source): Block => ({
  ...head,
  title: asLine(head.title),
  groups: groups.flatMap((group) => copyOf(group, 0, source)),
})

function copyOf({ title, lines, groups }: Group, depth: number, source: Source): CopyGroup[] {
  const own = { title: asLine(title), depth, lines: lines.map((line) => lineOf(line, source)) }
  return [own, ...groups.flatMap((group) => copyOf(group, depth + 1, source))]
}

function lineOf(line: Line, source: Source): CopyLine {
  const { work } = line.listed
  const linked = { title: asLine(work.title), address: source.origin + paths.work(work.id) }
  const by = `by ${namesOf(work.byline)}`
  if (line.isReference) return { ...linked, after: `${by} ${asLine(cameWords(source.seen, line.listed))}` }
  const facts = [roleWord(line.listed), ...factsOf(source.seen, line, source.by).map(factWords)]
  const said = facts.filter((fact) => fact !== '').join('; ')
  return { ...linked, after: said === '' ? by : `${by} – ${said}` }
}

const factWords = ({ text, of }: Fact): string => (of === 'timing' ? `timing: ${asLine(text)}` : asLine(text))

const namesOf = (byline: Byline): string =>
  byline.kind === 'hidden' ? 'somebody whose name is not shown yet' : sayList(byline.names.map(asLine))

/** Scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko, Adlam and their kin. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u

/** In one line; and set apart where it would turn around what stands beside it. No form has a tag for that, but all have letters. */
export function asLine(text: string): string {
  const line = oneLine(text)
  return rightToLeft.test(line) ? `\u2068${line}\u2069` : line
}
