// The words of the mail to somebody who has left: until when they can come back, and how.
import { sayMoment } from '#src/kit/date-words.ts'
import { backUntil, findLeavingOf, lastAddressOf } from '#src/people/accounts/leaving/closing.ts'
import { zoneOf } from '#src/people/accounts/accounts.ts'
import type { Ctx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'
import { paths } from '#src/schema/paths.ts'

/** Says nothing to whoever is back already. */
export async function mailGoodbye(ctx: Ctx, account: number): Promise<void> {
  const leaving = await findLeavingOf(ctx.db, account)
  const to = await lastAddressOf(ctx.db, account)
  if (!leaving || to === undefined) return
  const until = sayMoment(backUntil(leaving.leftAt), (await zoneOf(ctx.db, account)) ?? 'UTC')
  const mail = {
    account,
    // A closed account has no address any more but this.
    to,
    kind: 'account.closed',
    onceKey: `left ${account} ${leaving.leftAt}`,
    subject: 'You have left',
    body: [
      `Your account is closed, and you are signed out everywhere. Thank you for having been here.`,
      `Until ${until} you can come back with the address and password you had, by the link beneath. After that they are erased, with your drafts and every earlier save.`,
      'If it was not you: come back now, and choose a new password.',
    ].join('\n\n'),
    link: { label: 'Come back', path: paths.comingBack },
  }
  await ctx.atomically('nothing', (tx) => postMail(tx, mail))
}
