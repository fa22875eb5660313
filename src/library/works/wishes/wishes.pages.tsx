// The page on which the creators of a work say what others may make of it.
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { wishesForm, wishesIn } from './wishes.form.ts'
import { openWishes, sayWhatMayBeMade } from './wishes.ts'

export function wishesPages(web: Web): void {
  const at = paths.workWishes(':id')
  web.get(at, (c) => show(c, asFirst))
  web.post(at, (c) =>
    submitted(c, wishesForm, {
      act: (ctx, typed) => sayWhatMayBeMade(ctx, idFrom(c, 'id'), wishesIn(typed)),
      next: () => ({ to: paths.work(idFrom(c, 'id')), notice: 'Said.' }),
      again: (again) => show(c, again),
    }),
  )
}

async function show(c: WebContext, again: Again): Promise<Response> {
  const work = await openWishes(c.get('ctx'), idFrom(c, 'id'))
  const entries = again.entries.size > 0 ? again.entries : new Map(Object.entries(work.wishes))
  const main = (
    <>
      <TitleLeaf
        kicker={
          <a href={paths.work(work.id)} dir="auto">
            {work.title}
          </a>
        }
        title="What others may make of it"
        says="It stands with the header, for whoever would like to. Nothing is done by it."
      />
      <ErrorSummary errors={again.errors} />
      <Form to={paths.workWishes(work.id)} csrf={c.get('csrf')}>
        <FormFields form={wishesForm} state={{ ...again, entries }} />
        <Buttons>
          <Button>Say so</Button>
          <ButtonLink to={paths.work(work.id)} look="quiet">
            Leave it as it is
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
  return c.get('show')({ title: `What others may make of it, ${work.title}`, main, status: statusOf(again) })
}
