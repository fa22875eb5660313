// The tables of communities: who belongs to them and how they came, what their mods announce, and what was done to whom.
import type { Generated } from 'kysely'
import type { Instant } from '#src/kit/instants.ts'

export const tables = [
  'communities',
  'memberships',
  'join_requests',
  'community_invitations',
  'bans',
  'member_turns',
  'announcements',
  'letter_threads',
  'letters',
] as const

/** Open to everybody, by asking the mods, or only through a link that a mod has sent. */
export type Joining = 'open' | 'approval' | 'invitation'

/** Who takes days and posts on free-for-all days: every member, those whom the mods have approved, or the mods alone. */
export type PostingAccess = 'members' | 'approved' | 'mods'

export type CommunitiesTable = {
  id: Generated<number>
  uid: string
  slug: string
  name: string
  about: string
  time_zone: string
  founded_by: number
  created_at: Instant
  joining: Generated<Joining>
  posting: Generated<PostingAccess>
  /** As it was written; cleaned beside it. */
  rules: Generated<string>
  rules_html: Generated<string>
  rules_version: Generated<number>
}

export type MembershipsTable = {
  id: Generated<number>
  community_id: number
  account_id: number
  pen_name_id: number
  role: 'member' | 'mod'
  joined_at: Instant
  is_approved: Generated<0 | 1>
}

/** One for each person: asked again, it is the same row. */
export type JoinRequestsTable = {
  id: Generated<number>
  community_id: number
  account_id: number
  state: 'waiting' | 'accepted' | 'declined'
  says: string
  asked_at: Instant
  answered_at: Instant | null
  answer: string
  /** A path of ours: where they wanted to be. */
  came_from: Generated<string>
}

export type CommunityInvitationsTable = {
  id: Generated<number>
  community_id: number
  token_hash: string
  made_by: number | null
  made_at: Instant
  expires_at: Instant
  used_at: Instant | null
  used_by: number | null
}

/** Whoever is here may not join until a mod lifts it. */
export type BansTable = {
  id: Generated<number>
  community_id: number
  account_id: number
  pen_name_id: number
  made_at: Instant
}

export type MemberDeed =
  | 'joined'
  | 'left'
  | 'removed'
  | 'banned'
  | 'ban-lifted'
  | 'made-mod'
  | 'unmade-mod'
  | 'asked'
  | 'accepted'
  | 'declined'
  | 'approved'
  | 'unapproved'

export type MemberTurnsTable = {
  id: Generated<number>
  community_id: number
  account_id: number
  pen_name_id: number
  what: MemberDeed
  by_account: number | null
  says: string
  made_at: Instant
}

export type AnnouncementsTable = {
  id: Generated<number>
  uid: string
  community_id: number
  pen_name_id: number
  state: 'draft' | 'posted' | 'withdrawn'
  is_pinned: 0 | 1
  title: string
  source: string
  source_form: 'html' | 'markdown' | 'plain'
  html: string
  excerpt: string
  sanitiser_version: number
  once_key: string
  made_at: Instant
  posted_at: Instant | null
  edited_at: Instant | null
}

/** What somebody and the mods of a community write to one another, about one thing. */
export type LetterThreadsTable = {
  id: Generated<number>
  community_id: number
  account_id: number
  /** Under which the mods know them: of two names of one person each has its own. */
  pen_name_id: number
  subject: string
  waits_for_mods: 0 | 1
  begun_at: Instant
  last_at: Instant
}

export type LettersTable = {
  id: Generated<number>
  thread_id: number
  side: 'person' | 'mods'
  /** Null once they have been erased. */
  account_id: number | null
  pen_name_id: number | null
  body: string
  once_key: string
  written_at: Instant
}
