// The page that asks before a piece is taken down.
import type { WorkToEdit } from '#src/library/works/work-saves.ts'
import { paths } from '#src/schema/paths.ts'
import { Button, ButtonLink, Buttons, Form, HiddenField } from '#src/ui/forms.tsx'

type Common = { readonly work: WorkToEdit; readonly csrf: string }

const Back = ({ work }: Pick<Common, 'work'>) => (
  <ButtonLink to={paths.work(work.id)} look="plain">
    To the piece
  </ButtonLink>
)

export function TakingDown({ work, until, csrf }: Common & { readonly until: string | undefined }) {
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
