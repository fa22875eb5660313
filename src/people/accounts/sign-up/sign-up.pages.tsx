// Making an account without an invitation.
import { asFirst, errorsOf, statusOf, submitted } from '#src/platform/web/forms.ts'
import { letIn } from '#src/platform/web/visits.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { wayBack, zoneChoices } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { openSession, SESSION_DAYS } from '../sign-in.ts'
import { countTry, deviceOf, placeFrom } from '../tries.ts'
import { signUpForm } from './sign-up.form.ts'
import { mustBeOpen, signUp } from './sign-up.ts'
import { afterJoining } from './welcome.ts'

export function signUpPages(web: Web): void {
  const back = (c: WebContext): string => wayBack(c.req.query('back'), paths.home)

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const ctx = c.get('ctx')
    await mustBeOpen(ctx)
    const props = {
      again,
      to: asking(paths.signUp, { back: back(c) }),
      signIn: asking(paths.signIn, { back: back(c) }),
    }
    const main = <SignUp {...props} zones={zoneChoices(ctx.now())} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Make an account', main, status: statusOf(again) })
  }

  web.get(paths.signUp, (c) => show(c, asFirst))

  web.post(paths.signUp, (c) =>
    submitted(c, signUpForm, {
      async act(ctx, person) {
        countTry(c, 'sign-up', person.email)
        return openSession(ctx, await signUp(ctx, person), deviceOf(c), placeFrom(c))
      },
      next(token) {
        letIn(c, token, SESSION_DAYS)
        return { to: back(c), notice: afterJoining(c.get('mailRoad')) }
      },
      again: (again) => show(c, again),
    }),
  )
}

type SignUpProps = {
  readonly again: Again
  readonly to: string
  readonly signIn: string
  readonly zones: ReturnType<typeof zoneChoices>
  readonly csrf: string
}

function SignUp({ again, to, signIn, zones, csrf }: SignUpProps) {
  return (
    <>
      <h1>Make an account</h1>
      <p class="lede">
        With an account you take days, move them, give them back, and post. You have one already?{' '}
        <a href={signIn}>Sign in</a>.
      </p>
      <ErrorSummary errors={errorsOf(again)} except="the password" />
      <Form to={to} csrf={csrf}>
        <FormFields form={signUpForm} state={again} lists={{ zone: zones }} />
        <Buttons>
          <Button>Make the account</Button>
        </Buttons>
      </Form>
    </>
  )
}
