// Signing in and out.
import { asFirst, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import { letIn, letOut } from '#src/platform/web/visits.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { wayBack } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { signInForm } from './accounts.form.ts'
import { SESSION_DAYS, signIn, signOut } from './sign-in.ts'

/** Ten tries, then one every two minutes; from one address more, because a household may share it. */
const PER_ACCOUNT = { tries: 10, perSeconds: 1_200 }
const PER_ADDRESS = { tries: 50, perSeconds: 1_200 }

export function signInPages(web: Web): void {
  const back = (c: WebContext): string => wayBack(c.req.query('back'), paths.home)

  const show = (c: WebContext, again: Again): Promise<Response> =>
    c.get('show')({
      title: 'Sign in',
      main: (
        <SignIn
          again={again}
          to={asking(paths.signIn, { back: back(c) })}
          leadsBack={back(c) !== paths.home}
          csrf={c.get('csrf')}
        />
      ),
      status: statusOf(again),
    })

  web.get(paths.signIn, (c) => show(c, asFirst))

  web.post(paths.signIn, (c) =>
    submitted(c, signInForm, {
      act(ctx, typed) {
        c.get('rates').take(`sign-in from ${c.get('address')}`, PER_ADDRESS, ctx.now())
        c.get('rates').take(`sign-in as ${typed.email.toLowerCase()}`, PER_ACCOUNT, ctx.now())
        return signIn(ctx, typed, c.req.header('user-agent') ?? '')
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

type SignInProps = { readonly again: Again; readonly to: string; readonly leadsBack: boolean; readonly csrf: string }

function SignIn({ again, to, leadsBack, csrf }: SignInProps) {
  return (
    <>
      <h1>Sign in</h1>
      {leadsBack ? <p class="lede">After that you are back on the page you came from.</p> : null}
      <ErrorSummary
        errors={again.refusal && again.errors.size === 0 ? new Map([['', again.refusal.sentence]]) : again.errors}
        except="the password"
      />
      <Form to={to} csrf={csrf}>
        <FormFields form={signInForm} state={again} />
        <Buttons>
          <Button>Sign in</Button>
        </Buttons>
      </Form>
      <p class="soft small">No account yet? A mod of your community can send you a link to make one.</p>
    </>
  )
}
