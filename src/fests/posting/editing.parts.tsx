// The history of a piece, one of its saves as text, and the page that asks before it is taken down.
import type { PropsWithChildren } from 'hono/jsx'
import { sayCount, sayMoment } from '#src/kit/date-words.ts'
import type { Save, Saved, WorkToEdit } from '#src/library/works/work-saves.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { Button, ButtonForm, ButtonLink, Buttons, Form, HiddenField } from '#src/ui/forms.tsx'
import { Ledger, TitleLeaf } from '#src/ui/leaves.tsx'

type Common = { readonly work: WorkToEdit; readonly zone: string; readonly csrf: string }

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
          end: (
            <a href={asking(paths.workHistory(work.id), { version: String(save.version) })}>Open save {save.version}</a>
          ),
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

export function KeptText({ work, csrf, save }: Common & { readonly save: Saved }) {
  return (
    <>
      <TitleLeaf
        kicker={`Save ${save.version}`}
        title={save.fields.title}
        says={<a href={paths.workHistory(work.id)}>All saves</a>}
        actions={
          <ButtonForm
            to={paths.workHistory(work.id)}
            csrf={csrf}
            fields={{ version: String(save.version) }}
            label="Bring this save back"
          />
        }
      />
      <p class="soft small">Bringing it back makes one more save; the text as it is now stays in the history.</p>
      <pre class="kept-text" tabindex={0} aria-label="The text of this save">
        {save.source}
      </pre>
    </>
  )
}

export function TakingDown({
  work,
  until,
  csrf,
}: Pick<Common, 'work' | 'csrf'> & { readonly until: string | undefined }) {
  const isDown = work.state === 'withdrawn'
  return (
    <>
      <h1>
        {isDown ? 'Put it up again' : 'Take it down'}: {work.fields.title}
      </h1>
      <p class="lede">
        {isDown
          ? `It is taken down, and only you see it. It can be put up again until ${until ?? ''}, with the date it had.`
          : 'Readers will no longer find it. Its text and its history stay yours, and it can be put up again for 30 days.'}
      </p>
      <Form to={paths.workTakingDown(work.id)} csrf={csrf}>
        <HiddenField name="do" value={isDown ? 'restore' : 'withdraw'} />
        <Buttons>
          {isDown ? (
            <Button icon="undo">Put it up again</Button>
          ) : (
            <Button look="plain" tone="alarm">
              Take it down
            </Button>
          )}
          <Back work={work} />
        </Buttons>
      </Form>
    </>
  )
}
