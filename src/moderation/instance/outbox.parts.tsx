// A mail as its reader would have it, on a page: for the admin of their own machine.
import type { Letter } from '#src/platform/mail/letter.ts'
import { paths } from '#src/schema/paths.ts'
import { Kicker } from '#src/ui/prose.tsx'

export function MailAsRead({ letter }: { letter: Letter }) {
  return (
    <article class="stack">
      <Kicker>{letter.heading ?? letter.site}</Kicker>
      <h1>{letter.subject}</h1>
      {letter.paragraphs.map((text) => (
        <p>{text}</p>
      ))}
      {letter.link ? (
        <p>
          <a href={letter.link.address}>{letter.link.label}</a>
          <br />
          <span class="address">{letter.link.address}</span>
        </p>
      ) : null}
      <p class="small soft">{letter.why}</p>
      {letter.stop ? (
        <p class="small">
          <a href={letter.stop}>Stop mails like this one</a>
        </p>
      ) : null}
      <p class="small">
        <a href={paths.outbox}>Back to the outbox</a>
      </p>
    </article>
  )
}
