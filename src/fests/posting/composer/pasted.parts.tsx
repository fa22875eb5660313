// What was pasted, with every part that was recognised marked and joined by a letter to its field.
import type { Child } from 'hono/jsx'
import { sayCount } from '#src/kit/date-words.ts'
import type { ReadPost } from '#src/platform/text/text-worker.ts'
import type { Span } from '#src/text/header/fields.ts'
import { Head } from '#src/ui/prose.tsx'

/** Header fields whose field of the form has another name; the others have the same, or stand among the other lines. */
const fieldFor: Readonly<Record<string, string>> = { thanks: 'beta' }

const own = new Set(
  'title rating warnings fandom timing characters pairings tags summary preface epigraph notes beta prompt disclaimer'.split(
    ' ',
  ),
)

const aside = new Set(['author', 'words'])

/** The field of the form that a stretch went to; none for what is only read. */
function placeOf({ part, field }: Span): string | undefined {
  if (part === 'preface' || part === 'epigraph') return part
  if (part !== 'value' || field === undefined || aside.has(field)) return undefined
  const name = fieldFor[field] ?? field
  return own.has(name) ? name : 'others'
}

/** Letters in the order in which the parts stand in the post. */
export function lettersOf({ header }: ReadPost): ReadonlyMap<string, string> {
  const names = new Set(header.spans.flatMap((span) => placeOf(span) ?? []))
  return new Map([...names].map((name, index) => [name, String.fromCodePoint(97 + index)]))
}

const UNSURE = 0.7

function isUnsure({ header }: ReadPost, span: Span): boolean {
  const found = header.found.find(({ from, to }) => from >= span.from && to <= span.to)
  return found !== undefined && found.confidence < UNSURE
}

export function Key({ letter }: { letter: string | undefined }) {
  return letter === undefined ? null : (
    <span class="key" aria-hidden="true">
      {letter}
    </span>
  )
}

/** The letters that stand before the labels of fields. */
export const marksOf = (reading: ReadPost | undefined): Readonly<Record<string, Child>> =>
  reading ? Object.fromEntries([...lettersOf(reading)].map(([name, letter]) => [name, <Key letter={letter} />])) : {}

const MOST_SHOWN = 12_000
const BEGINNING = 700

export function Pasted({ reading }: { reading: ReadPost }) {
  const letters = lettersOf(reading)
  const given = new Set<string>()
  const spans = reading.header.spans.filter(({ part, from }) => part !== 'body' && from < MOST_SHOWN)
  const unsure = spans.filter((span) => isUnsure(reading, span)).length
  return (
    <section class="stack">
      <Head
        title="What you pasted"
        aside={unsure === 0 ? undefined : `${sayCount(unsure, 'part', 'parts')} to look at`}
      />
      <div class="paste">
        {spans.map((span) => {
          const name = placeOf(span)
          const isFirst = name !== undefined && !given.has(name)
          if (name !== undefined) given.add(name)
          return <Stretch reading={reading} span={span} letter={isFirst ? letters.get(name) : undefined} name={name} />
        })}
        <Beginning reading={reading} />
      </div>
    </section>
  )
}

type StretchProps = {
  readonly reading: ReadPost
  readonly span: Span
  readonly letter: string | undefined
  readonly name: string | undefined
}

function Stretch({ reading, span, letter, name }: StretchProps) {
  const said = reading.text.slice(span.from, span.to)
  const words = said.trim()
  if (name === undefined || words === '') return <span class={span.part === 'frame' ? 'soft' : undefined}>{said}</span>
  const start = said.indexOf(words)
  return (
    <>
      {said.slice(0, start)}
      <Key letter={letter} />
      <mark class={isUnsure(reading, span) ? 'rec rec--soft' : 'rec'}>{words}</mark>
      {said.slice(start + words.length)}
    </>
  )
}

/** Of the story the first lines, so that its writer sees where we think it begins. */
function Beginning({ reading }: { reading: ReadPost }) {
  const story = reading.text.slice(reading.header.bodyFrom).trimStart()
  const shown = story.slice(0, BEGINNING)
  return (
    <>
      <span class="paste__rest">
        {story.trim() === '' ? 'No story was found beneath the header.' : 'Here the story begins:'}
      </span>
      {shown}
      {story.length > BEGINNING ? ' …' : ''}
    </>
  )
}
