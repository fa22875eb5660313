// The outbox: every mail is a row before it is anything else, so that none is lost and none is written twice.
import type { Reader, Tx } from '../context.ts'

export type Mail = {
  readonly account: number
  /** Which mail it is, as in `claim/made`. */
  readonly kind: string
  readonly subject: string
  /** Plain text, in paragraphs. */
  readonly body: string
  /** The occasion: a second mail about the same one is not written. */
  readonly onceKey: string
}

export async function postMail(tx: Tx, mail: Mail): Promise<void> {
  const { account, kind, subject, body, onceKey } = mail
  await tx.db
    .insertInto('mails')
    .values({ account_id: account, kind, subject, body, once_key: onceKey, made_at: tx.now(), sent_at: null })
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .execute()
}

/** Sent or not: an account that is erased leaves no letter behind. */
export async function forgetMailsOf(tx: Tx, account: number): Promise<void> {
  await tx.db.deleteFrom('mails').where('account_id', '=', account).execute()
}

/** Newest first. What stands in a mail is between it and its reader: the list has subjects and names. */
export function listOutbox(db: Reader, limit: number) {
  return db
    .selectFrom('mails')
    .leftJoin('pen_names', (join) =>
      join.onRef('pen_names.account_id', '=', 'mails.account_id').on('pen_names.is_first', '=', 1),
    )
    .select(['mails.id', 'mails.subject', 'mails.made_at as madeAt', 'mails.sent_at as sentAt', 'pen_names.name'])
    .orderBy('mails.id', 'desc')
    .limit(limit)
    .execute()
}
