// Making an account, with a link that a mod or the machine's owner gave out.
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import { letIn } from '#src/platform/web/visits.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { wayBack, zoneChoices } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { joinForm } from './accounts.form.ts'
import { joinByLink } from './accounts.ts'
import { checkLink } from './links.ts'
import { openSession, SESSION_DAYS } from './sign-in.ts'
import { deviceOf, placeFrom } from './tries.ts'

export function joinPages(web: Web): void {
  const linkOf = (c: WebContext): string => c.req.query('link') ?? ''
  const back = (c: WebContext): string => wayBack(c.req.query('back'), paths.home)

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const ctx = c.get('ctx')
    await checkLink(ctx, linkOf(c), 'join')
    const to = asking(paths.join, { link: linkOf(c), back: back(c) })
    return c.get('show')({
      title: 'Make an account',
      main: <Join again={again} to={to} zones={zoneChoices(ctx.now())} csrf={c.get('csrf')} />,
      status: statusOf(again),
    })
  }

  web.get(paths.join, (c) => show(c, asFirst))

  web.post(paths.join, (c) =>
    submitted(c, joinForm, {
      act: async (ctx, person) => openSession(ctx, await joinByLink(ctx, linkOf(c), person), deviceOf(c), placeFrom(c)),
      next(token) {
        letIn(c, token, SESSION_DAYS)
        return { to: back(c), notice: 'Welcome. You have an account now.' }
      },
      again: (again) => show(c, again),
    }),
  )
}

type JoinProps = {
  readonly again: Again
  readonly to: string
  readonly zones: ReturnType<typeof zoneChoices>
  readonly csrf: string
}

function Join({ again, to, zones, csrf }: JoinProps) {
  return (
    <>
      <h1>Make an account</h1>
      <p class="lede">
        You have been invited. With an account you take days, move them and give them back by yourself.
      </p>
      <ErrorSummary errors={again.errors} except="the password" />
      <Form to={to} csrf={csrf}>
        <FormFields form={joinForm} state={again} lists={{ zone: zones }} />
        <Buttons>
          <Button>Make the account</Button>
        </Buttons>
      </Form>
    </>
  )
}
