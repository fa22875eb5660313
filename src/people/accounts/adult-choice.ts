// One choice of an account: whether works for adults are shown without being asked first.
import type { Ctx, Reader } from '#src/platform/context.ts'
import { findShowsAdult, updateShowsAdult } from './accounts.store.ts'

export const showsAdult = (db: Reader, account: number): Promise<boolean> => findShowsAdult(db, account)

export async function chooseAdult(ctx: Ctx, account: number, isShown: boolean): Promise<void> {
  await ctx.atomically({ accounts: account }, (tx) => updateShowsAdult(tx, account, isShown))
}
