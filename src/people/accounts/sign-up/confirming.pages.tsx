// Confirming an address: a link that leads to a page with one button, and another link for whoever needs one.
import { pressed } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { checkMailedLink } from '../mailed/mailed-links.ts'
import { confirmByLink } from '../mailed/by-mail.ts'
import { myAccount } from '../own/changing.ts'
import { countTry } from '../tries.ts'
import { askAgain } from './standing.ts'
import { afterAskingAgain } from './welcome.ts'

export function confirmingPages(web: Web): void {
  const linkOf = (c: WebContext): string => c.req.query('link') ?? ''

  web.get(paths.confirmAddress, async (c) => {
    countTry(c, 'use-link')
    await checkMailedLink(c.get('ctx'), linkOf(c), 'confirm')
    const main = <Confirm to={asking(paths.confirmAddress, { link: linkOf(c) })} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Confirm your address', main })
  })

  web.post(paths.confirmAddress, (c) => {
    countTry(c, 'use-link')
    return pressed(
      c,
      (ctx) => confirmByLink(ctx, linkOf(c)),
      (account) => {
        const { viewer } = c.get('ctx')
        const isHere = viewer.kind === 'person' && viewer.account === account
        return isHere
          ? { to: paths.account, notice: 'Thank you. Your address is confirmed.' }
          : { to: paths.signIn, notice: 'Thank you. The address is confirmed. You can sign in with it.' }
      },
    )
  })

  web.post(paths.accountConfirmation, (c) =>
    pressed(
      c,
      async (ctx) => {
        const { id } = await myAccount(ctx)
        countTry(c, 'confirm-again', id)
        await askAgain(ctx, id)
      },
      () => ({ to: paths.account, notice: afterAskingAgain(c.get('mailRoad')) }),
    ),
  )
}

function Confirm({ to, csrf }: { to: string; csrf: string }) {
  return (
    <>
      <h1>Confirm your address</h1>
      <p class="lede">
        One press, and the address that this link was mailed to is that of your account here. If you have not made an
        account, close this page: nothing happens then.
      </p>
      <ButtonForm to={to} csrf={csrf} label="Confirm the address" />
    </>
  )
}
