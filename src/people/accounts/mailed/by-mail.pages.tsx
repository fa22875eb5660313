// Signing in by a mailed link, and choosing a new password by one: both begin with a form that says nothing of who is here.
import { Refusal } from '#src/kit/refusal.ts'
import { asFirst, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import { letIn } from '#src/platform/web/visits.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { wayBack } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { afterAskingForLink } from '../sign-up/welcome.ts'
import { SESSION_DAYS } from '../sign-in.ts'
import { countTry, deviceOf, placeFrom } from '../tries.ts'
import { askForLinkForm, newPasswordForm } from './by-mail.form.ts'
import { AskForLink, ByLink, NewPassword } from './by-mail.parts.tsx'
import { askForLink, choosePassword, signInByLink } from './by-mail.ts'
import { checkMailedLink, sayLasting } from './mailed-links.ts'

const linkOf = (c: WebContext): string => c.req.query('link') ?? ''
/** Where they wanted to be before they had to sign in. */
const backOf = (c: WebContext): string => wayBack(c.req.query('back'), paths.home)

/** The address of a page of ours with the link, and the way back where there is one. */
const onward = (c: WebContext, path: string, query: Readonly<Record<string, string>> = {}): string =>
  asking(path, { ...query, ...(backOf(c) === paths.home ? {} : { back: backOf(c) }) })

const fromOf = (c: WebContext) => ({ device: deviceOf(c), from: placeFrom(c) })

export function byMailPages(web: Web): void {
  askingPages(web, paths.signInByMail, 'sign-in')
  askingPages(web, paths.forgottenPassword, 'reset')

  web.get(paths.signInLink, async (c) => {
    countTry(c, 'use-link')
    await checkMailedLink(c.get('ctx'), linkOf(c), 'sign-in')
    const main = <ByLink to={onward(c, paths.signInLink, { link: linkOf(c) })} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Sign in', main })
  })

  web.post(paths.signInLink, (c) => {
    countTry(c, 'use-link')
    return pressed(
      c,
      (ctx) => signInByLink(ctx, linkOf(c), fromOf(c)),
      ({ token, isFirst }) => {
        letIn(c, token, SESSION_DAYS)
        return isFirst ? { to: paths.account, notice: atFirst } : { to: backOf(c) }
      },
    )
  })

  web.get(paths.newPassword, (c) => showNewPassword(c, asFirst))

  web.post(paths.newPassword, (c) =>
    submitted(c, newPasswordForm, {
      act(ctx, { password }) {
        countTry(c, 'use-link')
        return choosePassword(ctx, linkOf(c), password, fromOf(c))
      },
      next(token) {
        letIn(c, token, SESSION_DAYS)
        return { to: backOf(c), notice: 'Your new password counts from now on. Everywhere else you are signed out.' }
      },
      again: (again) => showNewPassword(c, again),
    }),
  )
}

const atFirst =
  'You are signed in, and your address is confirmed. A password that was set before counts no more: you can choose one below.'

async function showNewPassword(c: WebContext, again: Again): Promise<Response> {
  await checkMailedLink(c.get('ctx'), linkOf(c), 'reset')
  const to = onward(c, paths.newPassword, { link: linkOf(c) })
  const main = <NewPassword again={again} to={to} csrf={c.get('csrf')} />
  return c.get('show')({ title: 'Choose a new password', main, status: statusOf(again) })
}

/** Two pages that differ in their words alone. */
function askingPages(web: Web, path: string, purpose: 'sign-in' | 'reset'): void {
  const title = purpose === 'reset' ? 'A new password' : 'Sign in by mail'
  const show = (c: WebContext, again: Again): Promise<Response> => {
    const props = {
      again,
      to: onward(c, path),
      signIn: onward(c, paths.signIn),
      purpose,
      road: c.get('mailRoad'),
      csrf: c.get('csrf'),
    }
    return c.get('show')({ title, main: <AskForLink {...props} />, status: statusOf(again) })
  }

  web.get(path, (c) => show(c, asFirst))

  web.post(path, (c) =>
    submitted(c, askForLinkForm, {
      async act(ctx, { email }) {
        mustHaveMail(c)
        countTry(c, 'mail-link', email)
        await askForLink(ctx, email, purpose, backOf(c) === paths.home ? undefined : backOf(c))
      },
      next: () => ({ to: paths.signIn, notice: afterAskingForLink(c.get('mailRoad'), sayLasting(purpose)) }),
      again: (again) => show(c, again),
    }),
  )
}

function mustHaveMail(c: WebContext): void {
  if (c.get('mailRoad') === 'kept')
    throw new Refusal('closed', 'mail/none', 'This site sends no mail yet, so it cannot mail you a link.')
}
