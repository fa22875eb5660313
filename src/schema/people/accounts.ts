// The tables of accounts: people, the names they write under, their sessions, and links that work once.
import type { Generated } from 'kysely'
import type { Instant } from '#src/kit/instants.ts'

export const tables = ['accounts', 'pen_names', 'sessions', 'one_time_links'] as const

export type AccountsTable = {
  id: Generated<number>
  uid: string
  email: string
  email_key: string
  password_hash: string | null
  time_zone: string | null
  admin_since: Instant | null
  created_at: Instant
  closed_at: Instant | null
  /** How they read, as in `size-large.paper-dark`; empty until they have chosen. */
  reading: Generated<string>
}

/** Without an account the name is reserved: mods entered it for somebody who may take it over. */
export type PenNamesTable = {
  id: Generated<number>
  uid: string
  account_id: number | null
  name: string
  name_key: string
  created_at: Instant
}

export type SessionsTable = {
  id: Generated<number>
  account_id: number
  token_hash: string
  device: string
  created_at: Instant
  seen_at: Instant
  expires_at: Instant
}

export type OneTimeLinksTable = {
  id: Generated<number>
  purpose: 'set-up' | 'join'
  token_hash: string
  made_by: number | null
  made_at: Instant
  expires_at: Instant
  used_at: Instant | null
  used_by: number | null
}
