// Signing in and out.
import { asFirst, errorsOf, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import { letIn, letOut } from '#src/platform/web/visits.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { wayBack } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { signInForm } from './accounts.form.ts'
import { SESSION_DAYS, signIn, signOut } from './sign-in.ts'
import { signUpRule, type SignUpRule } from './sign-up/sign-up-rule.ts'
import { countTry, deviceOf, placeFrom } from './tries.ts'

export function signInPages(web: Web): void {
  const back = (c: WebContext): string => wayBack(c.req.query('back'), paths.home)

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const leadsBack = back(c) !== paths.home
    const query: Readonly<Record<string, string>> = leadsBack ? { back: back(c) } : {}
    const main = (
      <SignIn
        again={again}
        to={asking(paths.signIn, { back: back(c) })}
        signUp={asking(paths.signUp, query)}
        byMail={asking(paths.signInByMail, query)}
        forgotten={asking(paths.forgottenPassword, query)}
        rule={await signUpRule(c.get('ctx').db)}
        hasMail={c.get('mailRoad') !== 'kept'}
        leadsBack={leadsBack}
        csrf={c.get('csrf')}
      />
    )
    return c.get('show')({ title: 'Sign in', main, status: statusOf(again) })
  }

  web.get(paths.signIn, (c) => show(c, asFirst))

  web.post(paths.signIn, (c) =>
    submitted(c, signInForm, {
      act(ctx, typed) {
        countTry(c, 'sign-in', typed.email)
        return signIn(ctx, typed, deviceOf(c), placeFrom(c))
      },
      next(token) {
        letIn(c, token, SESSION_DAYS)
        return { to: back(c) }
      },
      again: (again) =>
        show(c, { ...again, entries: new Map([...again.entries].filter(([name]) => name !== 'password')) }),
    }),
  )

  web.post(paths.signOut, (c) =>
    pressed(c, signOut, () => {
      letOut(c)
      return { to: paths.home, notice: 'You are signed out.' }
    }),
  )
}

type SignInProps = {
  readonly again: Again
  readonly to: string
  readonly signUp: string
  readonly byMail: string
  readonly forgotten: string
  readonly rule: SignUpRule
  readonly hasMail: boolean
  readonly leadsBack: boolean
  readonly csrf: string
}

function SignIn({ again, to, signUp, byMail, forgotten, rule, hasMail, leadsBack, csrf }: SignInProps) {
  return (
    <>
      <h1>Sign in</h1>
      {leadsBack ? <p class="lede">After that you are back on the page you came from.</p> : null}
      <ErrorSummary errors={errorsOf(again)} except="the password" />
      <Form to={to} csrf={csrf}>
        <FormFields form={signInForm} state={again} />
        <Buttons>
          <Button>Sign in</Button>
        </Buttons>
      </Form>
      {hasMail ? (
        <p class="row small">
          <a href={byMail}>Mail me a link instead</a>
          <a href={forgotten}>The password is gone</a>
        </p>
      ) : null}
      {rule === 'open' ? (
        <p class="row">
          New here?{' '}
          <ButtonLink to={signUp} look="plain" size="small">
            Make an account
          </ButtonLink>
        </p>
      ) : (
        <p class="soft small">No account yet? A mod of your community can send you a link to make one.</p>
      )}
    </>
  )
}
