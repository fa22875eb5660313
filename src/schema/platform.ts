// The tables that the house itself keeps: settings, the log of changes, jobs, mail and files.
import type { Generated } from 'kysely'
import type { Instant } from '#src/kit/instants.ts'

export const tables = ['settings', 'changes', 'jobs', 'mails', 'refused_addresses', 'mail_stops', 'files'] as const

export type SettingsTable = { name: string; value: string; changed_at: Instant }

export type ChangesTable = {
  seq: Generated<number>
  at: Instant
  name: string
  /** The event as JSON: ids and plain words only. */
  data: string
  /** What it touched, as in `round:4 claim:12`. */
  touched: string
}

export type JobsTable = {
  id: Generated<number>
  kind: string
  payload: string
  once_key: string | null
  run_at: Instant
  attempts: number
  lease_until: Instant | null
  leased_by: string | null
  failed_at: Instant | null
  last_error: string | null
  created_at: Instant
}

export type MailsTable = {
  id: Generated<number>
  account_id: number | null
  kind: string
  subject: string
  body: string
  once_key: string | null
  made_at: Instant
  sent_at: Instant | null
  /** What it is about, as in the name of a round: stands above it. */
  heading: string | null
  link_label: string | null
  /** A path of ours; it becomes an address when the mail is sent. */
  link_path: string | null
  /** Instead of a path: what the link is for. Its secret is made when the mail is sent, and never stands here. */
  link_purpose: string | null
  /** Where it goes if not to the account's own address; forgotten once it is sent. */
  to_address: string | null
  next_at: Instant | null
  attempts: Generated<number>
  lease_until: Instant | null
  given_up_at: Instant | null
  given_up_why: string | null
  last_answer: string | null
}

/** Addresses that their own server does not know, by the hash of their key: news is not sent there for a while. */
export type RefusedAddressesTable = {
  id: Generated<number>
  address_hash: string
  answer: string
  refused_at: Instant
}

/** Which mails an account does not want, by topic. */
export type MailStopsTable = { id: Generated<number>; account_id: number; topic: string; stopped_at: Instant }
/** Kept with everything else, so that a backup is one file with the pictures in it. What came from outside is never served. */
export type FilesTable = {
  id: Generated<number>
  uid: string
  media_type: string
  bytes: Uint8Array
  width: number
  height: number
  /** The file that came; null for one that came itself. */
  made_of: number | null
  created_at: Instant
}
