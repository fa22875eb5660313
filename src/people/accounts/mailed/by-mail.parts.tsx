// The pages of those who come in by mail: asking for a link, using one, choosing a new password.
import type { MailRoad } from '#src/platform/mail/mail-config.ts'
import { errorsOf } from '#src/platform/web/forms.ts'
import type { Again } from '#src/platform/web/web.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { askForLinkForm, newPasswordForm } from './by-mail.form.ts'

type AskProps = {
  readonly again: Again
  readonly to: string
  readonly signIn: string
  readonly purpose: 'sign-in' | 'reset'
  readonly road: MailRoad
  readonly csrf: string
}

const asks = {
  'sign-in': { title: 'Sign in by mail', says: 'We mail you a link that signs you in, without a password.' },
  reset: { title: 'A new password', says: 'We mail you a link with which you choose a new one.' },
}

export function AskForLink({ again, to, signIn, purpose, road, csrf }: AskProps) {
  const { title, says } = asks[purpose]
  return (
    <>
      <h1>{title}</h1>
      {road === 'kept' ? (
        <p class="lede">
          This site sends no mail yet, so it cannot mail you a link. Whoever looks after the site can help: ask them, or
          a mod of your community.
        </p>
      ) : (
        <>
          <p class="lede">{says}</p>
          <ErrorSummary errors={errorsOf(again)} />
          <Form to={to} csrf={csrf}>
            <FormFields form={askForLinkForm} state={again} />
            <Buttons>
              <Button>Mail me a link</Button>
            </Buttons>
          </Form>
        </>
      )}
      <p class="soft small">
        <a href={signIn}>Sign in with a password</a>
      </p>
    </>
  )
}

export function ByLink({ to, csrf }: { to: string; csrf: string }) {
  return (
    <>
      <h1>Sign in</h1>
      <p class="lede">This link signs you in on this device, once.</p>
      <ButtonForm to={to} csrf={csrf} label="Sign in here" />
    </>
  )
}

export function NewPassword({ again, to, csrf }: { again: Again; to: string; csrf: string }) {
  return (
    <>
      <h1>Choose a new password</h1>
      <p class="lede">With it you are signed in here, and signed out everywhere else.</p>
      <ErrorSummary errors={errorsOf(again)} except="the password" />
      <Form to={to} csrf={csrf}>
        <FormFields form={newPasswordForm} state={again} />
        <Buttons>
          <Button>Use this password</Button>
        </Buttons>
      </Form>
    </>
  )
}
