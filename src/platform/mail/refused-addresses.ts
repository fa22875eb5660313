// Addresses that their own server does not know: noted by a hash, so that no news is sent there again and again.
import { createHash } from 'node:crypto'
import { emailKey } from '#src/kit/fold.ts'
import { addMillis, daysLong } from '#src/kit/instants.ts'
import type { Ctx } from '../context.ts'

/** Servers are wrong sometimes, and mailboxes come back: after that long, one mail tries again. */
const PAUSE = daysLong(14)

const hashOf = (address: string): string =>
  createHash('sha256')
    .update(`address ${emailKey(address)}`)
    .digest('hex')

export async function noteRefused(ctx: Ctx, address: string, answer: string): Promise<void> {
  const set = { answer, refused_at: ctx.now() }
  await ctx.atomically('nothing', (tx) =>
    tx.db
      .insertInto('refused_addresses')
      .values({ address_hash: hashOf(address), ...set })
      .onConflict((conflict) => conflict.column('address_hash').doUpdateSet(set))
      .execute(),
  )
}

export async function noteAccepted(ctx: Ctx, address: string): Promise<void> {
  if (!(await findRefused(ctx, address))) return
  await ctx.atomically('nothing', (tx) =>
    tx.db.deleteFrom('refused_addresses').where('address_hash', '=', hashOf(address)).execute(),
  )
}

const findRefused = (ctx: Pick<Ctx, 'db'>, address: string) =>
  ctx.db
    .selectFrom('refused_addresses')
    .select('refused_at as at')
    .where('address_hash', '=', hashOf(address))
    .executeTakeFirst()

/** While this is so, only mails that somebody has asked for are sent there. */
export async function isRefused(ctx: Pick<Ctx, 'db' | 'now'>, address: string): Promise<boolean> {
  const found = await findRefused(ctx, address)
  return found !== undefined && addMillis(found.at, PAUSE) > ctx.now()
}
