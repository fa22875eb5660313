// The set-up page: opened by the link that the terminal prints, once.
import { openSession, SESSION_DAYS } from '#src/people/accounts/sign-in.ts'
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import { letIn } from '#src/platform/web/visits.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { zoneChoices } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { Kicker } from '#src/ui/prose.tsx'
import { setUpForm } from './set-up.form.ts'
import { mayStillSetUp, setUpSite } from './set-up.ts'

export function setUpPages(web: Web): void {
  const linkOf = (c: WebContext): string => c.req.query('link') ?? ''

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    await mayStillSetUp(c.get('ctx'), linkOf(c))
    const zones = zoneChoices(c.get('ctx').now())
    const main = <SetUp again={again} to={asking(paths.setUp, { link: linkOf(c) })} zones={zones} />
    return c.get('show')({ title: 'Set up this site', main, status: statusOf(again) })
  }

  web.get(paths.setUp, (c) => show(c, asFirst))

  web.post(paths.setUp, (c) =>
    submitted(c, setUpForm, {
      act: async (ctx, wanted) =>
        openSession(ctx, await setUpSite(ctx, linkOf(c), wanted), c.req.header('user-agent') ?? ''),
      next(token) {
        letIn(c, token, SESSION_DAYS)
        return { to: paths.home, notice: 'The site is set up, and you are its admin. Next comes a community.' }
      },
      again: (again) => show(c, again),
    }),
  )
}

type SetUpProps = { readonly again: Again; readonly to: string; readonly zones: ReturnType<typeof zoneChoices> }

function SetUp({ again, to, zones }: SetUpProps) {
  return (
    <>
      <Kicker>Step 1 of 3</Kicker>
      <h1>Set up this site</h1>
      <p class="lede">
        You become its admin: the one who starts communities and looks after the machine. Next you start a community,
        then its first round.
      </p>
      <ErrorSummary errors={again.errors} except="the password" />
      <Form to={to}>
        <FormFields form={setUpForm} state={again} lists={{ zone: zones }} />
        <Buttons>
          <Button>Set up the site</Button>
        </Buttons>
      </Form>
    </>
  )
}
