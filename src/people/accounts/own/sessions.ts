// Where somebody is signed in: the list of their sessions, ending one, and ending all.
import type { Instant } from '#src/kit/instants.ts'
import { isMissing } from '#src/kit/refusal.ts'
import type { Ctx } from '#src/platform/context.ts'
import { deleteSessionOf, deleteSessionsOf, listSessionsOf } from '../sign-in.store.ts'

export type OwnSession = {
  readonly id: number
  readonly device: string
  readonly from: string
  readonly createdAt: Instant
  /** To the day: it is written once a day. */
  readonly seenAt: Instant
  readonly isThis: boolean
}

export async function listMySessions(ctx: Ctx): Promise<OwnSession[]> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') throw isMissing('account')
  const rows = await listSessionsOf(ctx.db, viewer.account, ctx.now())
  return rows.map((row) => ({ ...row, isThis: row.id === viewer.session }))
}

/** One's own only; somebody else's does not exist. */
export async function endSession(ctx: Ctx, session: number): Promise<{ readonly wasThis: boolean }> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') throw isMissing('session')
  const isEnded = await ctx.atomically('nothing', (tx) => deleteSessionOf(tx, viewer.account, session))
  if (!isEnded) throw isMissing('session')
  return { wasThis: session === viewer.session }
}

/** Here too. */
export async function signOutEverywhere(ctx: Ctx): Promise<void> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') throw isMissing('account')
  await ctx.atomically('nothing', (tx) => deleteSessionsOf(tx, viewer.account))
}
