// Which mails somebody gets: by topic, changed on a page of theirs or by the key in each mail.
import { isMissing } from '#src/kit/refusal.ts'
import type { Ctx } from '#src/platform/context.ts'
import { listStops, readStopKey, resumeMails, type Stop, stopMails, topicsFor } from '#src/platform/mail/topics.ts'

export type Topic = { readonly topic: string; readonly isStopped: boolean }

export async function listMyTopics(ctx: Ctx): Promise<Topic[]> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') throw isMissing('account')
  const stopped = await listStops(ctx.db, viewer.account)
  const topics = await topicsFor(ctx.db, viewer.account)
  return topics.map((topic) => ({ topic, isStopped: stopped.includes(topic) }))
}

export async function changeMyTopic(ctx: Ctx, topic: string, wish: 'stop' | 'go-on'): Promise<void> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') throw isMissing('account')
  if (!(await topicsFor(ctx.db, viewer.account)).includes(topic)) throw isMissing('mail')
  await change(ctx, { account: viewer.account, topic }, wish)
}

/** Whose mails, about what, and whether they are stopped; a key that we did not make is nobody's. */
export async function findStop(ctx: Pick<Ctx, 'db'>, key: string): Promise<Stop & Topic> {
  const stop = await readStopKey(ctx.db, key)
  if (!stop) throw isMissing('mail')
  return { ...stop, isStopped: (await listStops(ctx.db, stop.account)).includes(stop.topic) }
}

/** For whoever has the mail: nobody needs to sign in to be left in peace. */
export async function changeByKey(ctx: Ctx, key: string, wish: 'stop' | 'go-on'): Promise<void> {
  await change(ctx, await findStop(ctx, key), wish)
}

const change = (ctx: Ctx, stop: Stop, wish: 'stop' | 'go-on'): Promise<void> =>
  ctx.atomically('nothing', (tx) => (wish === 'stop' ? stopMails(tx, stop) : resumeMails(tx, stop)))
