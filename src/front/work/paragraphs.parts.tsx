// What its writer says around a story, in plain text as they broke it: preface, notes, epigraph.
import type { Child } from 'hono/jsx'

export function Aside({ id, title, text }: { id: string; title: string; text: string }) {
  if (text === '') return null
  return (
    <section class="aside" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
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
  const lines = (part: string): Child[] => part.split('\n').map((line, at) => (at === 0 ? line : [<br />, line]))
  return (
    <>
      {text.split(/\n\s*\n/).map((part) => (
        <p>{lines(part.trim())}</p>
      ))}
    </>
  )
}
