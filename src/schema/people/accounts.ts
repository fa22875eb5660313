// The tables of accounts: people, the names they write under, their sessions, and links that work once.
import type { Generated } from 'kysely'
import type { Instant } from '#src/kit/instants.ts'

export const tables = [
  'accounts',
  'pen_names',
  'sessions',
  'one_time_links',
  'mailed_links',
  'name_links',
  'leavings',
] as const

export type AccountsTable = {
  id: Generated<number>
  uid: string
  email: string
  /** Unique. While nobody has shown that the address is theirs it is a word that no address can be. */
  email_key: string
  password_hash: string | null
  time_zone: string | null
  admin_since: Instant | null
  /** Works for adults are shown without being asked first. */
  shows_adult: Generated<0 | 1>
  created_at: Instant
  closed_at: Instant | null
  /** A mailed link showed that the address is theirs. */
  confirmed_at: Instant | null
  /** Somebody stands for the person: by an invitation, or an admin. It proves no address. */
  vouched_at: Instant | null
  vouched_by: number | null
  /** The key of an address that is not confirmed; several accounts may say the same one. */
  unconfirmed_key: string | null
  /** How they read, as in `size-large.paper-dark`; empty until they have chosen. */
  reading: Generated<string>
}

/** Without an account the name is reserved: mods entered it for somebody who may take it over. */
export type PenNamesTable = {
  id: Generated<number>
  uid: string
  account_id: number | null
  name: string
  /** What a new name is compared with. One that has something after a space was like another when the rules became stricter. */
  name_key: string
  created_at: Instant
  /** The one that stands for its owner where none was chosen. */
  is_first: Generated<0 | 1>
  /** Its owner uses it no more; it stays theirs. */
  retired_at: Generated<Instant | null>
  /** Its owner has left: it stays on what they wrote, and nobody can take it over. */
  left_at: Generated<Instant | null>
  /** Of a nameless one: whose place it has taken, for as long as they may come back. */
  stands_for: Generated<number | null>
}

export type SessionsTable = {
  id: Generated<number>
  account_id: number
  token_hash: string
  device: string
  created_at: Instant
  seen_at: Instant
  expires_at: Instant
  /** As in "Lisbon, 203.0.113.7": told to its owner alone, and gone with the session. */
  signed_in_from: Generated<string>
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

/** A mod's word: whoever opens it signed in may take over a reserved name. */
export type NameLinksTable = {
  id: Generated<number>
  pen_name_id: number
  community_id: number
  token_hash: string
  made_by: number | null
  made_at: Instant
  expires_at: Instant
  used_at: Instant | null
  used_by: number | null
}

/** What becomes of the works of somebody who leaves: gone with them, left with their name, left without it. */
export type WorksLeft = 'deleted' | 'named' | 'nameless'

export type LeavingsTable = {
  id: Generated<number>
  account_id: number
  works: WorksLeft
  left_at: Instant
  erased_at: Instant | null
}

export type MailedPurpose = 'confirm' | 'sign-in' | 'reset' | 'new-address'

/** Links that were mailed: whoever has one reads the mail of that address. */
export type MailedLinksTable = {
  id: Generated<number>
  purpose: MailedPurpose
  token_hash: string
  account_id: number
  email: string
  made_at: Instant
  expires_at: Instant
  used_at: Instant | null
}
