// The tables of claims and of every turn a claim took.
import type { Generated } from 'kysely'
import type { Instant } from '#src/kit/instants.ts'

export const tables = ['claims', 'claim_turns', 'claim_keys', 'claim_key_links'] as const

export type StoredClaimState =
  | 'waiting'
  | 'offered'
  | 'held'
  | 'later'
  | 'kept'
  | 'given-back'
  | 'taken-over'
  | 'closed'

/** Four deadlines, each as typed, with its zone, and as the moment that follows; the claim's zone is frozen when it is made. */
export type ClaimsTable = {
  id: Generated<number>
  uid: string
  round_id: number
  day_id: number
  pen_name_id: number
  state: StoredClaimState
  /** 1 … places of the day while the claim takes one; null once it does not. */
  place: number | null
  time_zone: string
  starts_wall: string
  starts_zone: string
  starts_at: Instant
  ends_wall: string
  ends_zone: string
  ends_at: Instant
  grace_wall: string
  grace_zone: string
  grace_at: Instant
  round_wall: string
  round_zone: string
  round_at: Instant
  made_by: number | null
  made_at: Instant
  changed_at: Instant
  /** What has been handed in for it, as far as its state depends on it: kept here because the clock's turns go by it. */
  main_life: Generated<'none' | 'scheduled' | 'up'>
  part_life: Generated<'none' | 'scheduled' | 'up'>
  has_stand_in: Generated<0 | 1>
  said_later: Generated<0 | 1>
}

export type ClaimTurnsTable = {
  id: Generated<number>
  claim_id: number
  /** The row of the table of claims that was applied. */
  row_number: number
  event: string
  from_state: StoredClaimState | 'none'
  to_state: StoredClaimState
  from_day_id: number | null
  to_day_id: number | null
  by_whom: 'holder' | 'mod' | 'clock'
  by_account: number | null
  reason: string | null
  /** When it counts as having happened; for the clock's turns the minute that was promised, however late it was noticed. */
  counts_at: Instant
  made_at: Instant
}

/** Where the key link of a claim is mailed: for somebody without an account. Nobody is shown the address again. */
export type ClaimKeysTable = {
  id: Generated<number>
  claim_id: number
  email: string
  /** A mod who entered the person, or the person, who said so themselves and whose word nobody knows. */
  asked_by: 'mod' | 'guest'
  made_by: number | null
  made_at: Instant
  /** Somebody who reads the mail of this address pressed the button. */
  confirmed_at: Instant | null
}

/** One for each mail that was sent: any of them opens the claim, until the key is made anew. */
export type ClaimKeyLinksTable = {
  id: Generated<number>
  key_id: number
  token_hash: string
  made_at: Instant
}
