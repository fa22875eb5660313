// The page on which the creators of a work say since when it stood elsewhere.
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { datingForm } from './dating.form.ts'
import { openDating, sayFirstPosted } from './dating.ts'

export function datingPages(web: Web): void {
  const at = paths.workDating(':id')
  web.get(at, (c) => show(c, asFirst))
  web.post(at, (c) =>
    submitted(c, datingForm, {
      act: (ctx, { firstPostedOn }) => sayFirstPosted(ctx, idFrom(c, 'id'), firstPostedOn),
      next: () => ({ to: paths.work(idFrom(c, 'id')), notice: 'Said.' }),
      again: (again) => show(c, again),
    }),
  )
}

async function show(c: WebContext, again: Again): Promise<Response> {
  const work = await openDating(c.get('ctx'), idFrom(c, 'id'))
  const kept = new Map(work.firstPostedOn === undefined ? [] : [['firstPostedOn', work.firstPostedOn]])
  const entries = again.entries.size > 0 ? again.entries : kept
  const main = (
    <>
      <TitleLeaf
        kicker={
          <a href={paths.work(work.id)} dir="auto">
            {work.title}
          </a>
        }
        title="First posted elsewhere"
        says="In the lists of the archive it stands by that date. To its round, and to whoever looks for what is new, it came on the day it came here."
      />
      <ErrorSummary errors={again.errors} />
      <Form to={paths.workDating(work.id)} csrf={c.get('csrf')}>
        <FormFields form={datingForm} state={{ ...again, entries }} />
        <Buttons>
          <Button>Say so</Button>
          <ButtonLink to={paths.work(work.id)} look="quiet">
            Leave it as it is
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
  return c.get('show')({ title: `First posted elsewhere, ${work.title}`, main, status: statusOf(again) })
}
