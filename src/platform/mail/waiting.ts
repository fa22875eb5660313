// Mails that wait: which is due, whose it is while it is being sent, and what became of it.
import { sql } from 'kysely'
import { addMillis, daysLong, type Instant, minutes } from '#src/kit/instants.ts'
import type { Ctx, Ground } from '../context.ts'

export type WaitingMail = {
  readonly id: number
  readonly account: number | null
  readonly kind: string
  readonly subject: string
  readonly body: string
  readonly heading: string | null
  readonly linkLabel: string | null
  readonly linkPath: string | null
  readonly linkPurpose: string | null
  /** Undefined once its account is closed: then there is nobody to send it to. */
  readonly to: string | undefined
  readonly madeAt: Instant
  /** How often the server has been asked to take it, this time included. */
  readonly attempts: number
}

/** Longer than the slowest server may take: whoever was killed in between has not sent it, or it goes twice. */
const LEASE = minutes(10)

/** What is as old as this is no news any more, as where a site gets its mail server after a year. */
export const STALE_AFTER = daysLong(5)

/** Minutes until it is tried again; after the last one nobody tries any more. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720, 1_440, 1_440, 1_440]

const whole = (db: Ctx['db']) =>
  db
    .selectFrom('mails')
    .leftJoin('accounts', (join) =>
      join.onRef('accounts.id', '=', 'mails.account_id').on('accounts.closed_at', 'is', null),
    )
    .select([
      'mails.id',
      'mails.account_id as account',
      'mails.kind',
      'mails.subject',
      'mails.body',
      'mails.heading',
      'mails.link_label as linkLabel',
      'mails.link_path as linkPath',
      'mails.link_purpose as linkPurpose',
      'mails.to_address as toAddress',
      'mails.made_at as madeAt',
      'mails.attempts',
      'accounts.email',
    ])

type Row = Omit<WaitingMail, 'to'> & { readonly toAddress: string | null; readonly email: string | null }

const toMail = ({ toAddress, email, ...rest }: Row): WaitingMail => ({ ...rest, to: toAddress ?? email ?? undefined })

/** For an admin who may open it; whoever sends it asks for the next one instead. */
export async function findMail(ctx: Pick<Ctx, 'db'>, id: number): Promise<WaitingMail | undefined> {
  const row = await whole(ctx.db).where('mails.id', '=', id).executeTakeFirst()
  return row && toMail(row)
}

/** The next mail that is due, ours for as long as sending may take. Another process may be quicker: then the next is tried. */
export async function takeMail(ground: Ground, ctx: Ctx): Promise<WaitingMail | undefined> {
  for (;;) {
    const row = await whole(ctx.db)
      .where('mails.sent_at', 'is', null)
      .where('mails.given_up_at', 'is', null)
      .where('mails.next_at', '<=', ctx.now())
      .where(isFree(ground))
      .orderBy('mails.next_at')
      .orderBy('mails.id')
      .limit(1)
      .executeTakeFirst()
    if (!row) return undefined
    if (await lease(ground, ctx, row)) return { ...toMail(row), attempts: row.attempts + 1 }
  }
}

/** Leases go by the database's clock: those of the processes may disagree. */
const isFree = (ground: Ground) =>
  sql<boolean>`(mails.lease_until is null or mails.lease_until < ${sql.raw(ground.engine.clockSql(0))})`

async function lease(ground: Ground, ctx: Ctx, row: { id: number; attempts: number }): Promise<boolean> {
  const set = {
    lease_until: sql<never>`${sql.raw(ground.engine.clockSql(LEASE))}`,
    attempts: row.attempts + 1,
  }
  const { numUpdatedRows } = await ctx.atomically('nothing', (tx) =>
    tx.db
      .updateTable('mails')
      .set(set)
      .where('id', '=', row.id)
      .where('attempts', '=', row.attempts)
      .where('sent_at', 'is', null)
      .where('given_up_at', 'is', null)
      .where(isFree(ground))
      .executeTakeFirstOrThrow(),
  )
  return numUpdatedRows === 1n
}

type Fate = {
  readonly sent_at?: Instant
  readonly next_at?: Instant
  readonly given_up_at?: Instant
  readonly given_up_why?: string
  readonly last_answer?: string
  readonly to_address?: null
  readonly attempts?: number
}

async function settle(ctx: Ctx, mail: WaitingMail, fate: Fate): Promise<void> {
  await ctx.atomically('nothing', (tx) =>
    tx.db
      .updateTable('mails')
      .set({ lease_until: null, ...fate })
      .where('id', '=', mail.id)
      .where('attempts', '=', mail.attempts)
      .execute(),
  )
}

export const markSent = (ctx: Ctx, mail: WaitingMail): Promise<void> =>
  settle(ctx, mail, { sent_at: ctx.now(), to_address: null })

/** `refused`, `rejected`, `nobody`, `unwanted`, `stale`, `tried`: why it is not tried any more. */
export const giveUp = (ctx: Ctx, mail: WaitingMail, why: string, answer?: string): Promise<void> =>
  settle(ctx, mail, {
    given_up_at: ctx.now(),
    given_up_why: why,
    to_address: null,
    ...(answer === undefined ? {} : { last_answer: answer }),
  })

/** The server was there and would not take it now: again later, each time after a longer pause. */
export async function putBack(ctx: Ctx, mail: WaitingMail, answer: string): Promise<void> {
  const pause = PAUSES[mail.attempts - 1]
  if (pause === undefined) return giveUp(ctx, mail, 'tried', answer)
  await settle(ctx, mail, { next_at: addMillis(ctx.now(), minutes(pause)), last_answer: answer })
}

/** The server was not there, which says nothing about the mail: the try does not count, and others go before it. */
export const putBehind = (ctx: Ctx, mail: WaitingMail, answer: string): Promise<void> =>
  settle(ctx, mail, {
    next_at: addMillis(ctx.now(), minutes(1)),
    attempts: mail.attempts - 1,
    last_answer: answer,
  })
