// How a person reads is kept with their account, so that it is so on every device they sign in on.
import { type Reading, readingText } from '#src/kit/reading.ts'
import type { Ctx } from '#src/platform/context.ts'
import { updateReading } from './own-reading.store.ts'

/** For guests nothing is kept here: their device keeps it. */
export async function changeReading(ctx: Ctx, reading: Reading): Promise<Reading> {
  const { viewer } = ctx
  if (viewer.kind === 'person')
    await ctx.atomically({ accounts: viewer.account }, (tx) => updateReading(tx, viewer.account, readingText(reading)))
  return reading
}
