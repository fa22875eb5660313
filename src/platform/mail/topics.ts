// Mails by topic: what a mail that somebody may not want is about, why it was sent, and the key with which to stop it.
import { createHmac } from 'node:crypto'
import type { Ctx, Reader, Tx } from '../context.ts'
import { readSetting, writeSetting } from '../settings.ts'
import { isSameSecret, makeToken } from '../tokens.ts'

/** The word before the stop or stroke of a kind: `claim` of `claim.made`. */
export const topicOf = (kind: string): string => /^[a-z-]+/.exec(kind)?.[0] ?? 'other'

/** Mails about the account itself are its key and its lock, and so is a key link: they cannot be stopped. */
export const isStoppable = (topic: string): boolean => topic !== 'account' && topic !== 'key'

const words: Readonly<Record<string, string>> = {
  claim: 'your days',
  work: 'your pieces',
  piece: 'your pieces',
  round: 'your rounds',
  ruling: 'your pieces',
  member: 'your communities',
  ban: 'your communities',
  letter: 'letters between you and mods',
  comment: 'comments',
}

/** As in "mails about your days". */
export const sayTopic = (topic: string): string => words[topic] ?? 'other things'

export const whyOf = (topic: string): string =>
  isStoppable(topic)
    ? `You get this because you take part under this address, and mails about ${sayTopic(topic)} are on.`
    : 'You get this because this address was given here as that of an account.'

/** They have no page on which mails are stopped: the address itself can be forgotten. */
export const whyWithoutAccount =
  'You get this because this address was given here for a day in a round; on the page of that day it can be forgotten.'

/** What one can do without signing in: the key says whose mails, and about what. */
export type Stop = { readonly account: number; readonly topic: string }

const SECRET = 'mail-secret'

async function secretOf(db: Reader): Promise<string | undefined> {
  const found = await readSetting(db, SECRET)
  return typeof found === 'string' ? found : undefined
}

const sign = (secret: string, { account, topic }: Stop): string =>
  createHmac('sha256', secret).update(`stop ${account} ${topic}`).digest('base64url')

export async function stopKey(ctx: Ctx, stop: Stop): Promise<string> {
  const secret = (await secretOf(ctx.db)) ?? (await makeSecret(ctx))
  return `${stop.account}.${stop.topic}.${sign(secret, stop)}`
}

async function makeSecret(ctx: Ctx): Promise<string> {
  const made = makeToken(ctx.random)
  return ctx.atomically('nothing', async (tx) => {
    const known = await secretOf(tx.db)
    if (known === undefined) await writeSetting(tx, SECRET, made)
    return known ?? made
  })
}

/** Undefined for a key that we did not make. */
export async function readStopKey(db: Reader, key: string): Promise<Stop | undefined> {
  const [account = '', topic = '', given = ''] = key.split('.')
  const secret = await secretOf(db)
  if (secret === undefined || !/^\d{1,15}$/.test(account) || !/^[a-z-]+$/.test(topic)) return undefined
  const stop = { account: Number(account), topic }
  return isSameSecret(sign(secret, stop), given) ? stop : undefined
}

export async function stopMails(tx: Tx, { account, topic }: Stop): Promise<void> {
  await tx.db
    .insertInto('mail_stops')
    .values({ account_id: account, topic, stopped_at: tx.now() })
    .onConflict((conflict) => conflict.columns(['account_id', 'topic']).doNothing())
    .execute()
}

export async function resumeMails(tx: Tx, { account, topic }: Stop): Promise<void> {
  await tx.db.deleteFrom('mail_stops').where('account_id', '=', account).where('topic', '=', topic).execute()
}

export async function listStops(db: Reader, account: number): Promise<string[]> {
  const rows = await db.selectFrom('mail_stops').select('topic').where('account_id', '=', account).execute()
  return rows.map((row) => row.topic)
}

/** Those that have come to an account so far, and those about days, which come first. */
export async function topicsFor(db: Reader, account: number): Promise<string[]> {
  const rows = await db.selectFrom('mails').select('kind').distinct().where('account_id', '=', account).execute()
  const topics = ['claim', ...rows.map((row) => topicOf(row.kind))].filter(isStoppable)
  return [...new Set(topics)]
}
