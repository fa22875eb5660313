// Letters as pages show them: the form that begins one, the list of threads, and one letter.
import type { Instant } from '#src/kit/instants.ts'
import { sayMoment } from '#src/kit/date-words.ts'
import type { Again } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { Moment } from '#src/ui/dates.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Chip } from '#src/ui/prose.tsx'
import type { Community } from '../communities.ts'
import { letterForm } from './letters.form.ts'
import type { Letter, Thread } from './letters.ts'

type WritingProps = {
  readonly home: Community
  readonly title: string
  /** What whoever writes should know before. */
  readonly says: string
  readonly to: string
  readonly back: string
  readonly keep: Readonly<Record<string, string>>
  readonly again: Again
  readonly csrf: string
}

export function WriteLetter({ home, title, says, to, back, keep, again, csrf }: WritingProps) {
  return (
    <>
      <TitleLeaf kicker={<a href={paths.letters(home.slug)}>Letters, {home.name}</a>} title={title} says={says} />
      <Refused again={again} csrf={csrf} />
      <Form to={to} csrf={csrf} keep={keep}>
        <FormFields form={letterForm} state={again} />
        <Buttons>
          <Button>Send it</Button>
          <ButtonLink to={back} look="plain">
            Write nothing
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

export function Refused({ again, csrf }: { again: Again; csrf: string }) {
  return again.refusal && again.errors.size === 0 ? (
    <RefusalSlip sentence={again.refusal.sentence} offers={again.refusal.offers} csrf={csrf} />
  ) : (
    <ErrorSummary errors={again.errors} />
  )
}

type ThreadsProps = {
  readonly threads: readonly Thread[]
  readonly community: string
  readonly isMod: boolean
  readonly fresh: ReadonlySet<number>
  readonly zone: string
}

export function Threads({ threads, community, isMod, fresh, zone }: ThreadsProps) {
  return (
    <ul class="desk__list">
      {threads.map(({ id, subject, name, waitsForMods, lastAt }) => (
        <li>
          <p>
            <a href={paths.letter(community, id)} dir="auto">
              {subject}
            </a>
            {isMod ? <>, with {name}</> : null}
          </p>
          <p class="row small soft">
            <span>
              last letter <When at={lastAt} zone={zone} />
            </span>
            {fresh.has(id) ? <Chip icon="mail" word="from the mods, not answered yet" tone="mine" /> : null}
            {waitsForMods ? (
              <Chip icon="clock" word={isMod ? 'waits for an answer' : 'the mods have it'} tone="waiting" />
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  )
}

const When = ({ at, zone }: { at: Instant; zone: string }) => <Moment at={at} words={sayMoment(at, zone)} />

type OneProps = {
  readonly letter: Letter
  readonly thread: Thread
  readonly side: Letter['side']
  readonly zone: string
}

/** Paragraphs as they were typed; nothing in a letter is more than text. */
export function OneLetter({ letter, thread, side, zone }: OneProps) {
  const isOwn = letter.side === side
  const who = letter.side === 'person' ? thread.name : `${letter.name ?? 'A mod who has left'}, for the mods`
  return (
    <article class="entry" aria-label={`${who}, ${sayMoment(letter.at, zone)}`}>
      <h2 class="entry__title">{isOwn && side === 'person' ? 'You' : who}</h2>
      <p class="soft small">
        <When at={letter.at} zone={zone} />
      </p>
      <div class="prose" dir="auto">
        {letter.body.split(/\n\s*\n/).map((paragraph) => (
          <p>
            {paragraph.split('\n').map((line, at) => (
              <>
                {at === 0 ? null : <br />}
                {line}
              </>
            ))}
          </p>
        ))}
      </div>
    </article>
  )
}
