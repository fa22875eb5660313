// What stands around a story: the lines of its header, and what its writer says, in plain text as they broke it, with their emphasis.
import type { Child } from 'hono/jsx'
import { type Inline, readInline } from '#src/text/inline/inline-marks.ts'

export type HeaderLine = { readonly term: string; readonly says: Child | undefined }

/** What nobody filled in is left out. */
export function HeaderLines({ lines }: { lines: readonly HeaderLine[] }) {
  return (
    <dl class="hb">
      {lines
        .filter(({ says }) => says !== undefined)
        .map(({ term, says }) => (
          <div>
            <dt>{term}</dt>
            <dd dir="auto">{says}</dd>
          </div>
        ))}
    </dl>
  )
}

export function TagList({ names }: { names: readonly string[] }) {
  return (
    <ul class="tags">
      {names.map((name) => (
        <li class="tag">{name}</li>
      ))}
    </ul>
  )
}

type AsideProps = { readonly id: string; readonly title: string; readonly text: string; readonly level?: 'h2' | 'h4' }

export function Aside({ id, title, text, level: Title = 'h2' }: AsideProps) {
  if (text === '') return null
  return (
    <section class="aside" aria-labelledby={id}>
      <Title id={id}>{title}</Title>
      <Paragraphs text={text} />
    </section>
  )
}

export function Epigraph({ text, by }: { text: string; by: string }) {
  if (text === '') return null
  return (
    <blockquote class="epigraph">
      <Paragraphs text={text} />
      {by === '' ? null : <cite>{by}</cite>}
    </blockquote>
  )
}

/** Plain text as its writer broke it. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((part) => (
        <p>
          <Words of={readInline(part.trim())} />
        </p>
      ))}
    </>
  )
}

const lines = (words: string): Child[] => words.split('\n').map((line, at) => (at === 0 ? line : [<br />, line]))

const Words = ({ of }: { of: readonly Inline[] }) => <>{of.map((part) => shownAs(part))}</>

/** Only these elements, and nothing of theirs but a checked address: there is no markup of the writer's to clean. */
function shownAs(part: Inline): Child {
  if (typeof part === 'string') return <>{lines(part)}</>
  const words = <Words of={part.of} />
  if (part.name === 'a')
    return (
      <a href={part.to} rel="nofollow noopener noreferrer external">
        {words}
      </a>
    )
  if (part.name === 'em') return <em>{words}</em>
  return part.name === 's' ? <s>{words}</s> : <strong>{words}</strong>
}
