// How an account stands: whether somebody has shown that its address is theirs, or stands for them; and for how long it may hold days without.
import { addMillis, hours, type Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'
import { askWhoseAddress } from '../mailed/asking.ts'
import { mustBeAdmin } from '../own/admins.ts'
import { findOwnAccount, listStrangers, setVouched } from '../own/own.store.ts'

/** So long a day is held for somebody of whom nothing is known, and so long after joining they may take one. */
export const HOLD = hours(48)

/** Nobody has confirmed the address, and nobody stands for the person. */
export async function isStranger(db: Reader, account: number): Promise<boolean> {
  const own = await findOwnAccount(db, account)
  return own !== undefined && own.confirmedAt === null && own.vouchedAt === null
}

/** Until when somebody of whom nothing is known may take days; undefined for all others. */
async function maySeekUntil(db: Reader, account: number): Promise<Instant | undefined> {
  const own = await findOwnAccount(db, account)
  if (!own || own.confirmedAt !== null || own.vouchedAt !== null) return undefined
  return addMillis(own.createdAt, HOLD)
}

/** Refuses who is still a stranger two days after joining, with a button for another mail. */
export async function mayHoldDays(ctx: Pick<Ctx, 'db' | 'now'>, account: number): Promise<void> {
  const until = await maySeekUntil(ctx.db, account)
  if (until === undefined || ctx.now() < until) return
  throw new Refusal(
    'forbidden',
    'account/unconfirmed',
    'Please confirm your address first: we have mailed you a link. It can be sent again.',
    { offers: [{ label: 'Send the link again', post: paths.accountConfirmation, fields: {} }] },
  )
}

/** Refuses a stranger, with a button for another mail: what goes up without a day of one's own is not taken away by a clock. */
export async function mustBeKnown(db: Reader, account: number): Promise<void> {
  if (await isStranger(db, account)) throw unconfirmed()
}

export const unconfirmed = (): Refusal =>
  new Refusal(
    'forbidden',
    'post/unconfirmed',
    'Without a day of your own, a piece goes up once your address is confirmed, by the link in our mail or by an admin. Until then it can be kept as a draft.',
    { offers: [{ label: 'Send the link again', post: paths.accountConfirmation, fields: {} }] },
  )

/** Another mail with a link; for those who need one. */
export async function askAgain(ctx: Ctx, account: number): Promise<void> {
  await ctx.atomically('nothing', (tx) => askWhoseAddress(tx, account))
}

/** An admin stands for somebody: what they hold stays theirs. Whose the address is remains open. */
export async function vouchFor(ctx: Ctx, account: number): Promise<void> {
  mustBeAdmin(ctx.viewer)
  const by = ctx.viewer.kind === 'person' ? ctx.viewer.account : null
  await ctx.atomically({ accounts: account }, async (tx) => {
    if (!(await isStranger(tx.db, account))) return
    await setVouched(tx, account, by)
    tx.announce({ name: 'account.vouched', account })
  })
}

export type Stranger = { readonly id: number; readonly name: string; readonly createdAt: Instant }

const SHOWN = 200

/** Names only: admins do not see addresses either. */
export async function listThoseWhoWait(ctx: Ctx): Promise<Stranger[]> {
  mustBeAdmin(ctx.viewer)
  return listStrangers(ctx.db, SHOWN)
}
