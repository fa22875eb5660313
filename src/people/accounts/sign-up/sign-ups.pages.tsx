// Who may join, for admins: the setting of the site, and those of whom nothing is known yet.
import { sayMoment } from '#src/kit/date-words.ts'
import { asFirst, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, Buttons, Form } from '#src/ui/forms.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import { changeSignUpRule, signUpRule } from './sign-up-rule.ts'
import { signUpRuleForm } from './sign-up.form.ts'
import { listThoseWhoWait, vouchFor } from './standing.ts'

export function signUpsPages(web: Web): void {
  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const ctx = c.get('ctx')
    const zone = c.get('zone').name ?? 'UTC'
    const waiting = (await listThoseWhoWait(ctx)).map(({ id, name, createdAt }) => ({
      id,
      name,
      since: sayMoment(createdAt, zone),
    }))
    const entries = new Map([['rule', await signUpRule(ctx.db)], ...again.entries])
    const main = <SignUps again={{ ...again, entries }} waiting={waiting} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Who may make an account', main, status: statusOf(again) })
  }

  web.get(paths.signUps, (c) => show(c, asFirst))

  web.post(paths.signUps, (c) =>
    submitted(c, signUpRuleForm, {
      async act(ctx, { rule }) {
        await changeSignUpRule(ctx, rule)
        return rule
      },
      next: (rule) => ({
        to: paths.signUps,
        notice: rule === 'open' ? 'Everybody may make an account.' : 'Accounts are by invitation from now on.',
      }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.vouching(':account'), (c) =>
    pressed(
      c,
      (ctx) => vouchFor(ctx, idFrom(c, 'account')),
      () => ({ to: paths.signUps, notice: 'Confirmed. What they have taken stays theirs.' }),
    ),
  )
}

type Waiting = { readonly id: number; readonly name: string; readonly since: string }

function SignUps({ again, waiting, csrf }: { again: Again; waiting: readonly Waiting[]; csrf: string }) {
  return (
    <>
      <h1>Who may make an account</h1>
      <Form to={paths.signUps} csrf={csrf}>
        <FormFields form={signUpRuleForm} state={again} />
        <Buttons>
          <Button look="plain">Save</Button>
        </Buttons>
      </Form>
      <section class="stack">
        <Head title="Not confirmed yet" />
        {waiting.length === 0 ? (
          <Empty says="Nobody waits." />
        ) : (
          <>
            <p>
              They have joined and not used the link in their mail. Days that they take are held for 48 hours. Whom you
              know you can confirm yourself. Days taken without an account are confirmed by the mods, on their desk.
            </p>
            <table class="table">
              <caption class="hush">Accounts that wait, the newest first</caption>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Joined</th>
                  <th scope="col">
                    <span class="hush">Confirm</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {waiting.map((one) => (
                  <tr>
                    <td class="t">{one.name}</td>
                    <td data-h="Joined">{one.since}</td>
                    <td>
                      <ButtonForm
                        to={paths.vouching(one.id)}
                        csrf={csrf}
                        label="Confirm"
                        about={one.name}
                        look="plain"
                        size="small"
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </section>
    </>
  )
}
