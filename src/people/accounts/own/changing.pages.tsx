// Changing one's password, and one's address: the new one is asked by mail before it counts.
import { asFirst, errorsOf, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { MailRoad } from '#src/platform/mail/mail-config.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { checkMailedLink } from '../mailed/mailed-links.ts'
import { countTry } from '../tries.ts'
import { addressForm, passwordForm } from './changing.form.ts'
import { askForNewAddress, changePassword, confirmNewAddress, myAccount } from './changing.ts'

export function changingPages(web: Web): void {
  web.get(paths.accountPassword, (c) => showPassword(c, asFirst))

  web.post(paths.accountPassword, (c) =>
    submitted(c, passwordForm, {
      async act(ctx, typed) {
        countTry(c, 'know-password', (await myAccount(ctx)).id)
        await changePassword(ctx, typed)
      },
      next: () => ({
        to: paths.account,
        notice: 'Your new password counts from now on. Everywhere else you are signed out.',
      }),
      again: (again) => showPassword(c, again),
    }),
  )

  web.get(paths.accountAddress, (c) => showAddress(c, asFirst))

  web.post(paths.accountAddress, (c) =>
    submitted(c, addressForm, {
      async act(ctx, typed) {
        const { id } = await myAccount(ctx)
        countTry(c, 'know-password', id)
        countTry(c, 'mail-link', typed.email)
        await askForNewAddress(ctx, typed)
      },
      next: () => ({ to: paths.account, notice: afterAsking[c.get('mailRoad')] }),
      again: (again) => showAddress(c, again),
    }),
  )

  web.get(paths.accountNewAddress, async (c) => {
    countTry(c, 'use-link')
    const link = c.req.query('link') ?? ''
    await checkMailedLink(c.get('ctx'), link, 'new-address')
    const main = <NewAddress to={asking(paths.accountNewAddress, { link })} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Your new address', main })
  })

  web.post(paths.accountNewAddress, (c) => {
    countTry(c, 'use-link')
    return pressed(
      c,
      (ctx) => confirmNewAddress(ctx, c.req.query('link') ?? ''),
      () => ({
        to: c.get('ctx').viewer.kind === 'person' ? paths.account : paths.signIn,
        notice: 'The new address counts from now on.',
      }),
    )
  })
}

const afterAsking: Readonly<Record<MailRoad, string>> = {
  sent: 'A mail is on its way to the new address. Until its link is used, the old one counts.',
  shown: 'The link that confirms the new address is in the outbox, for the admin of this machine.',
  kept: 'This site sends no mail yet: the new address counts once it does, and you have used the link.',
}

async function showPassword(c: WebContext, again: Again): Promise<Response> {
  const { passwordHash } = await myAccount(c.get('ctx'))
  const main = <Password again={again} hasOne={passwordHash !== null} csrf={c.get('csrf')} />
  return c.get('show')({ title: 'Your password', main, status: statusOf(again) })
}

async function showAddress(c: WebContext, again: Again): Promise<Response> {
  const { email, passwordHash } = await myAccount(c.get('ctx'))
  const main = <Address again={again} email={email} hasPassword={passwordHash !== null} csrf={c.get('csrf')} />
  return c.get('show')({ title: 'Your address', main, status: statusOf(again) })
}

function Password({ again, hasOne, csrf }: { again: Again; hasOne: boolean; csrf: string }) {
  return (
    <>
      <h1>Your password</h1>
      <p class="lede">
        {hasOne
          ? 'With a new one you stay signed in here, and are signed out everywhere else.'
          : 'You have none: you came in by a mailed link. With one you can sign in without waiting for a mail.'}
      </p>
      <ErrorSummary errors={errorsOf(again)} except="the passwords" />
      <Form to={paths.accountPassword} csrf={csrf}>
        <FormFields form={passwordForm} state={again} only={hasOne ? ['current', 'password'] : ['password']} />
        <Buttons>
          <Button>Use the new password</Button>
        </Buttons>
      </Form>
      <ToAccount />
    </>
  )
}

function Address(props: { again: Again; email: string; hasPassword: boolean; csrf: string }) {
  const { again, email, hasPassword, csrf } = props
  return (
    <>
      <h1>Your address</h1>
      <p class="lede">
        It is <strong>{email}</strong>. Nobody else sees it.
      </p>
      {hasPassword ? (
        <>
          <ErrorSummary errors={errorsOf(again)} except="the password" />
          <Form to={paths.accountAddress} csrf={csrf}>
            <FormFields form={addressForm} state={again} />
            <Buttons>
              <Button>Change the address</Button>
            </Buttons>
          </Form>
        </>
      ) : (
        <p>
          Before it can be changed, please <a href={paths.accountPassword}>choose a password</a>.
        </p>
      )}
      <ToAccount />
    </>
  )
}

function NewAddress({ to, csrf }: { to: string; csrf: string }) {
  return (
    <>
      <h1>Your new address</h1>
      <p class="lede">One press, and your account goes by the address that this link was mailed to.</p>
      <ButtonForm to={to} csrf={csrf} label="Use this address from now on" />
    </>
  )
}

const ToAccount = () => (
  <p class="soft small">
    <a href={paths.account}>Your account</a>
  </p>
)
