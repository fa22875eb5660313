// One's own account on one page: name, address, password, where one is signed in, which mails come.
import { Refusal } from '#src/kit/refusal.ts'
import type { MailRoad } from '#src/platform/mail/mail-config.ts'
import { isRefused } from '#src/platform/mail/refused-addresses.ts'
import type { Web } from '#src/platform/web/web.ts'
import { placeOf } from '#src/kit/zones.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { Head, Slip } from '#src/ui/prose.tsx'
import { listMyPenNames } from '../accounts.ts'
import { myAccount } from './changing.ts'

export function accountPages(web: Web): void {
  web.get(paths.account, async (c) => {
    const ctx = c.get('ctx')
    if (ctx.viewer.kind !== 'person') return c.redirect(asking(paths.signIn, { back: paths.account }), 303)
    const own = await myAccount(ctx)
    const names = await listMyPenNames(ctx.db, own.id)
    const account = {
      name: names[0]?.name ?? '',
      email: own.email,
      place: placeOf(c.get('zone').name ?? 'UTC'),
      state: stateOf(own),
      hasPassword: own.passwordHash !== null,
      isRefused: await isRefused(ctx, own.email),
      road: c.get('mailRoad'),
      csrf: c.get('csrf'),
    }
    return c.get('show')({ title: 'Your account', main: <Account {...account} />, here: paths.account })
  })

  // Before any of these is asked for, whoever they are about has to be somebody.
  for (const path of [paths.accountPassword, paths.accountAddress, paths.accountSessions, paths.accountMails]) {
    web.use(path, async (c, next) => {
      if (c.get('ctx').viewer.kind === 'person') return next()
      if (c.req.method === 'GET') return c.redirect(asking(paths.signIn, { back: path }), 303)
      throw new Refusal('forbidden', 'account/sign-in', 'Please sign in first.')
    })
  }
}

type State = 'confirmed' | 'vouched' | 'unconfirmed'

const stateOf = (own: { confirmedAt: string | null; vouchedAt: string | null }): State =>
  own.confirmedAt !== null ? 'confirmed' : own.vouchedAt !== null ? 'vouched' : 'unconfirmed'

type AccountProps = {
  readonly name: string
  readonly email: string
  readonly place: string
  readonly state: State
  readonly hasPassword: boolean
  readonly isRefused: boolean
  readonly road: MailRoad
  readonly csrf: string
}

function Account(props: AccountProps) {
  return (
    <>
      <h1>Your account</h1>
      <p class="lede">You are {props.name} here.</p>
      <Confirmation {...props} />
      <section class="stack">
        <Head title="Address and password" />
        <p>
          Mails go to <strong>{props.email}</strong>, which nobody else sees.{' '}
          <a href={paths.accountAddress}>
            Change<span class="hush"> the address</span>
          </a>
        </p>
        {props.isRefused ? (
          <p>
            The last mail came back: its server knows no such address. Until one arrives, only mails that you ask for
            are sent to it.
          </p>
        ) : null}
        <p>
          {props.hasPassword ? 'You sign in with a password.' : 'You have no password yet.'}{' '}
          <a href={paths.accountPassword}>
            {props.hasPassword ? 'Change' : 'Choose one'}
            {props.hasPassword ? <span class="hush"> the password</span> : null}
          </a>
        </p>
      </section>
      <section>
        <Head title="This site and you" />
        <ul class="stack">
          <li>
            <a href={paths.accountSessions}>Where you are signed in</a>
          </li>
          <li>
            <a href={paths.accountMails}>Which mails you get</a>
          </li>
          <li>
            Times are shown as in {props.place}.{' '}
            <a href={asking(paths.zone, { back: paths.account })}>
              Change<span class="hush"> the time zone</span>
            </a>
          </li>
        </ul>
      </section>
      <ButtonForm to={paths.signOut} csrf={props.csrf} label="Sign out" look="plain" />
    </>
  )
}

/** What is not known yet, what that means, and the button for it. */
function Confirmation({ state, road, csrf }: Pick<AccountProps, 'state' | 'road' | 'csrf'>) {
  if (state === 'confirmed' || (state === 'vouched' && road === 'kept')) return null
  return (
    <Slip tone="waiting">
      <p>
        <strong>Your address is not confirmed yet.</strong>{' '}
        {state === 'vouched'
          ? 'You can do everything here. Confirmed, the address can also bring you back when a password is gone.'
          : 'Days that you take are held for 48 hours. Once it is confirmed, they are yours.'}{' '}
        {road === 'kept' ? 'This site sends no mail yet: an admin confirms you.' : null}
        {road === 'shown' ? 'The link to confirm it is in the outbox, for the admin of this machine.' : null}
        {road === 'sent' ? 'The link to confirm it is in a mail to you.' : null}
      </p>
      {road === 'kept' ? null : (
        <ButtonForm to={paths.accountConfirmation} csrf={csrf} label="Send the link again" look="plain" />
      )}
    </Slip>
  )
}
