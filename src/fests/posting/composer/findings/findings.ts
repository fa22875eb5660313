// What was found in a pasted post, piece by piece, as its writer may look at it and say that it is something else.
import type { Entries } from '#src/kit/form.ts'
import type { ReadPost } from '#src/platform/text/text-worker.ts'
import type { Span } from '#src/text/header/fields.ts'
import { type RuledKind, ruledKinds } from '#src/text/header/ruled-kinds.ts'
import type { Ruling } from '#src/text/header/rulings.ts'

export type Finding = {
  /** Where it stands, which is its name too: the same post read again has it at the same place. */
  readonly id: string
  readonly from: number
  readonly to: number
  readonly words: string
  readonly is: RuledKind
  /** The field of the form that it went to; none for what is only read. */
  readonly place: string | undefined
  readonly isUnsure: boolean
}

/** Header fields whose field of the form has another name; the others have the same, or stand among the other lines. */
const fieldFor: Readonly<Record<string, string>> = { thanks: 'beta' }

const own = new Set(
  'title rating warnings fandom timing characters pairings tags summary preface epigraph notes beta prompt disclaimer'.split(
    ' ',
  ),
)
const aside = new Set(['author', 'words', 'story', 'nothing'])

function placeOf(is: RuledKind): string | undefined {
  if (aside.has(is)) return undefined
  const name = fieldFor[is] ?? is
  return own.has(name) ? name : 'others'
}

const UNSURE = 0.7

/** How much of a post is looked at piece by piece. */
export const MOST_SHOWN = 12_000

export function findingsIn(reading: ReadPost): readonly Finding[] {
  const { header } = reading
  const before = header.spans.filter(({ part, from }) => part !== 'label' && part !== 'body' && from < MOST_SHOWN)
  const found = before.flatMap((span) => findingAt(reading, span, kindOf(span)))
  return [...found, ...firstOfStory(reading)]
}

const kindOf = ({ part, field }: Span): RuledKind =>
  part === 'value' && field !== undefined ? field : part === 'preface' || part === 'epigraph' ? part : 'nothing'

function findingAt({ text, header }: ReadPost, { from, to }: Pick<Span, 'from' | 'to'>, is: RuledKind): Finding[] {
  const said = text.slice(from, to)
  const words = said.trim()
  if (!/[\p{L}\p{N}]/u.test(words)) return []
  const start = from + said.indexOf(words)
  const end = start + words.length
  const sure = header.found.find((found) => found.field === is && found.from >= from && found.to <= to)
  return [
    {
      id: `${start}-${end}`,
      from: start,
      to: end,
      words,
      is,
      place: placeOf(is),
      isUnsure: sure !== undefined && sure.confidence < UNSURE,
    },
  ]
}

/** The first paragraph, so that the story may begin later: what was taken off it makes the next one the first. */
function firstOfStory(reading: ReadPost): Finding[] {
  const { text, header } = reading
  const from = header.bodyFrom + (/\S/u.exec(text.slice(header.bodyFrom, header.bodyFrom + MOST_SHOWN))?.index ?? 0)
  const end = text.indexOf('\n', from)
  return findingAt(reading, { from, to: Math.min(end < 0 ? text.length : end, from + MOST_SHOWN) }, 'story')
}

/** Letters in the order in which the parts stand in the post. */
export function lettersOf(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const names = new Set(findings.flatMap(({ place }) => place ?? []))
  return new Map([...names].map((name, index) => [name, String.fromCodePoint(97 + index)]))
}

export const choiceName = (id: string): string => `is-${id}`

const isKind = (said: string | undefined): said is RuledKind => ruledKinds.some((kind) => kind === said)

/** What was said until now, and what is said anew where a choice is another than the one that was shown. */
export function rulingsIn(entries: Entries, shown: readonly Finding[]): readonly Ruling[] {
  const changed = shown.flatMap(({ id, from, to, is }): Ruling[] => {
    const said = entries.get(choiceName(id))
    return isKind(said) && said !== is ? [{ from, to, is: said }] : []
  })
  const kept = readRulings(entries.get('ruled')).filter(
    (ruling) => !changed.some(({ from, to }) => ruling.from < to && from < ruling.to),
  )
  return [...kept, ...changed]
}

export const writeRulings = (rulings: readonly Ruling[]): string =>
  rulings.map(({ from, to, is }) => `${from}-${to}-${is}`).join(' ')

const MOST_RULINGS = 200

export function readRulings(written: string | undefined): readonly Ruling[] {
  const all = (written ?? '').split(' ').slice(0, MOST_RULINGS)
  return all.flatMap((one): Ruling[] => {
    const [, from, to, is] = /^(\d{1,9})-(\d{1,9})-([a-z]+)$/u.exec(one) ?? []
    return isKind(is) ? [{ from: Number(from), to: Number(to), is }] : []
  })
}
