// The history of a piece: its saves, what was typed and not saved, one save as text beside another, and its erasing.
import type { PropsWithChildren } from 'hono/jsx'
import { sayCount, sayMoment } from '#src/kit/date-words.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Save, Saved, WorkToEdit } from '#src/library/works/work-saves.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink, Buttons, Form, Button } from '#src/ui/forms.tsx'
import { Ledger, TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import type { Compared } from './compared.form.ts'
import { Changed } from './compared.parts.tsx'

type Common = { readonly work: WorkToEdit; readonly zone: string; readonly csrf: string }

const versionAt = (work: number, version: number, against?: 'now'): string =>
  asking(paths.workHistory(work), { version: String(version), ...(against ? { against } : {}) })

const Back = ({ work }: Pick<Common, 'work'>) => (
  <ButtonLink to={paths.work(work.id)} look="plain">
    To the piece
  </ButtonLink>
)

type SaveListProps = PropsWithChildren<
  Common & {
    readonly saves: readonly Save[]
    /** Versions that a mod made. */
    readonly corrected: ReadonlySet<number>
  }
>

/** What is to be seen before the saves stands within. */
export function SaveList({ work, zone, saves, corrected, children }: SaveListProps) {
  return (
    <>
      <TitleLeaf
        kicker="History"
        title={work.fields.title}
        says="Every save there was, the newest first. Only its creators see this page."
        actions={<Back work={work} />}
      />
      {children}
      <Ledger
        lines={saves.map((save, index) => ({
          at: save.madeAt,
          words: sayMoment(save.madeAt, zone),
          says: saidOf(save, index === 0, corrected.has(save.version)),
          end: <a href={versionAt(work.id, save.version)}>Open save {save.version}</a>,
        }))}
      />
    </>
  )
}

function saidOf({ by, words }: Save, isNewest: boolean, isCorrection: boolean): string {
  const facts = [
    isCorrection ? 'a correction' : '',
    by === undefined ? '' : `by ${by}`,
    words === undefined ? '' : sayCount(words, 'word', 'words'),
  ]
  return [...facts.filter((fact) => fact !== ''), ...(isNewest ? ['as it is now'] : [])].join(', ')
}

type KeptTextProps = Common & {
  readonly save: Saved
  readonly isNow: boolean
  readonly changed: Compared | undefined
  /** What it is compared with, as a title. */
  readonly against: string
}

export function KeptText({ work, csrf, save, isNow, changed, against }: KeptTextProps) {
  return (
    <>
      <TitleLeaf
        kicker={`Save ${save.version}`}
        title={save.fields.title}
        says={
          <>
            <a href={paths.workHistory(work.id)}>All saves</a>
            {isNow ? null : (
              <>
                {' '}
                · Changes since <a href={versionAt(work.id, save.version)}>the save before</a>, or{' '}
                <a href={versionAt(work.id, save.version, 'now')}>from here to now</a>
              </>
            )}
          </>
        }
        actions={
          isNow ? undefined : (
            <>
              <ButtonForm
                to={paths.workHistory(work.id)}
                csrf={csrf}
                fields={{ version: String(save.version) }}
                label="Bring this save back"
              />
              <ButtonLink to={paths.workErasing(work.id, save.version)} look="plain" tone="alarm">
                Erase it
              </ButtonLink>
            </>
          )
        }
      />
      {isNow ? <p class="soft small">This is the text as it is now.</p> : null}
      {isNow ? null : (
        <p class="soft small">Bringing it back makes one more save; the text as it is now stays in the history.</p>
      )}
      {changed ? <Changed of={changed} title={against} /> : null}
      <Head title="The text of this save" />
      <pre class="kept-text" tabindex={0} aria-label="The text of this save">
        {save.source}
      </pre>
    </>
  )
}

type TypedBeforeProps = {
  readonly typings: readonly { readonly id: number; readonly changedAt: Instant }[]
  readonly zone: string
}

/** Beneath the saves: how a text stood while it was typed, for the one person who typed it. */
export function TypedBefore({ typings, zone }: TypedBeforeProps) {
  if (typings.length === 0) return null
  return (
    <section class="stack">
      <Head title="Typed, and not saved" aside="kept by itself every ten minutes, for you alone" />
      <Ledger
        lines={typings.map(({ id, changedAt }) => ({
          at: changedAt,
          words: sayMoment(changedAt, zone),
          says: 'as you had typed it',
          end: <a href={paths.typed(id)}>Look at it</a>,
        }))}
      />
    </section>
  )
}

export function Erasing({ work, zone, csrf, save }: Common & { readonly save: Save }) {
  return (
    <>
      <h1>Erase save {save.version}</h1>
      <p class="lede">
        The save of {sayMoment(save.madeAt, zone)} is erased at once and for good: nobody can bring it back, also not
        we. The piece as it is now, and all other saves, stay.
      </p>
      <Form to={paths.workErasing(work.id, save.version)} csrf={csrf}>
        <Buttons>
          <Button look="plain" tone="alarm">
            Erase this save
          </Button>
          <ButtonLink to={paths.workHistory(work.id)} look="quiet">
            Leave it
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
