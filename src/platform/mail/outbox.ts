// The outbox: every mail is a row before it is anything else, so that none is lost and none is written twice.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '../context.ts'

/** The one thing a mail asks for. With a purpose instead of a path, its secret is made when the mail is sent. */
export type MailLink = { readonly label: string } & (
  | { readonly path: string }
  | {
      readonly purpose: string
      /** Where it leads to in the end, as a path of ours. */
      readonly back?: string | undefined
    }
)

export type Mail = {
  /** Null for somebody without one; then `to` says where it goes. */
  readonly account: number | null
  /** Which mail it is, as in `claim/made`. */
  readonly kind: string
  readonly subject: string
  /** Plain text, in paragraphs. */
  readonly body: string
  /** The occasion: a second mail about the same one is not written. */
  readonly onceKey: string
  /** What it is about, as in the name of a round. */
  readonly heading?: string | undefined
  readonly link?: MailLink | undefined
  /** Where it goes if not to the account's own address. */
  readonly to?: string | undefined
}

export async function postMail(tx: Tx, mail: Mail): Promise<void> {
  const { account, kind, subject, body, onceKey, link } = mail
  const row = {
    account_id: account,
    kind,
    subject,
    body,
    once_key: onceKey,
    heading: mail.heading ?? null,
    link_label: link?.label ?? null,
    link_path: (link && ('path' in link ? link.path : link.back)) ?? null,
    link_purpose: link && 'purpose' in link ? link.purpose : null,
    to_address: mail.to ?? null,
    made_at: tx.now(),
    next_at: tx.now(),
    sent_at: null,
    lease_until: null,
    given_up_at: null,
    given_up_why: null,
    last_answer: null,
  }
  await tx.db
    .insertInto('mails')
    .values(row)
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .execute()
}

/** Sent or not: an account that is erased leaves no letter behind. */
export async function forgetMailsOf(tx: Tx, account: number): Promise<void> {
  await tx.db.deleteFrom('mails').where('account_id', '=', account).execute()
  await tx.db.deleteFrom('mail_stops').where('account_id', '=', account).execute()
}

/**
 * Does the work of posting a mail that nobody is to get: where a page must not tell whether there is an account, its
 * answer must not be quicker without one.
 */
export async function postToNobody(tx: Tx, kind: string): Promise<void> {
  const onceKey = `nobody ${tx.uid()}`
  await tx.db
    .insertInto('mails')
    .values({ account_id: null, kind, subject: '', body: '', once_key: onceKey, made_at: tx.now(), sent_at: null })
    .execute()
  await tx.db.deleteFrom('mails').where('once_key', '=', onceKey).execute()
}

/** What has not gone yet and would carry such a secret: it has been called off. */
export async function withdrawMails(tx: Tx, account: number, purpose?: string): Promise<void> {
  const waiting = tx.db
    .updateTable('mails')
    .set({ given_up_at: tx.now(), given_up_why: 'overtaken', to_address: null })
    .where('account_id', '=', account)
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('link_purpose', 'is not', null)
  await (purpose === undefined ? waiting : waiting.where('link_purpose', '=', purpose)).execute()
}

/** For those without an account: whatever has not gone yet and is for this, with the address it would have gone to. */
export async function withdrawMailsFor(tx: Tx, purpose: string): Promise<void> {
  await tx.db
    .updateTable('mails')
    .set({ given_up_at: tx.now(), given_up_why: 'overtaken', to_address: null })
    .where('link_purpose', '=', purpose)
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .execute()
}

/** Sent or not: what was written to somebody without an account for this leaves nothing behind. */
export async function forgetMailsFor(tx: Tx, purpose: string): Promise<void> {
  await tx.db.deleteFrom('mails').where('account_id', 'is', null).where('link_purpose', '=', purpose).execute()
}

/** Mails to accounts go with the account; those to nobody's go when they are old. */
export async function forgetOldMailsOfNobody(tx: Tx, before: Instant): Promise<void> {
  await tx.db.deleteFrom('mails').where('account_id', 'is', null).where('made_at', '<=', before).execute()
}

/** Newest first. What stands in a mail is between it and its reader: the list has subjects and names. */
export function listOutbox(db: Reader, limit: number) {
  return db
    .selectFrom('mails')
    .leftJoin('pen_names', (join) =>
      join.onRef('pen_names.account_id', '=', 'mails.account_id').on('pen_names.is_first', '=', 1),
    )
    .select([
      'mails.id',
      'mails.subject',
      'mails.made_at as madeAt',
      'mails.sent_at as sentAt',
      'mails.attempts',
      'mails.next_at as nextAt',
      'mails.given_up_why as givenUpWhy',
      'pen_names.name',
    ])
    .orderBy('mails.id', 'desc')
    .limit(limit)
    .execute()
}

export type OutboxMail = Awaited<ReturnType<typeof listOutbox>>[number]
