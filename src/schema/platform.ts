// The tables that the house itself keeps: settings, the log of changes, jobs, mail and files.
import type { Generated } from 'kysely'
import type { Instant } from '#src/kit/instants.ts'

export const tables = ['settings', 'changes', 'jobs', 'mails', 'files'] as const

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
}

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
