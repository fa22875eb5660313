// The log of members: who came and went, and what mods did to whom, with the line they said; and who may not come back.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { MemberDeed } from '#src/schema/people/communities.ts'

export type NewMemberTurn = {
  readonly community: number
  readonly account: number
  readonly penName: number
  readonly what: MemberDeed
  readonly says: string
}

/** By whoever acts; the host has no account. */
export async function insertMemberTurn(tx: Tx, turn: NewMemberTurn): Promise<number> {
  const row = {
    community_id: turn.community,
    account_id: turn.account,
    pen_name_id: turn.penName,
    what: turn.what,
    by_account: tx.viewer.kind === 'person' ? tx.viewer.account : null,
    says: turn.says,
    made_at: tx.now(),
  }
  const { id } = await tx.db.insertInto('member_turns').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export type MemberTurn = {
  readonly id: number
  readonly community: number
  readonly account: number
  readonly name: string
  readonly what: MemberDeed
  readonly by: number | null
  readonly says: string
  readonly at: Instant
}

const whole = (db: Reader) =>
  db
    .selectFrom('member_turns')
    .innerJoin('pen_names', 'pen_names.id', 'member_turns.pen_name_id')
    .select([
      'member_turns.id',
      'member_turns.community_id as community',
      'member_turns.account_id as account',
      'pen_names.name',
      'member_turns.what',
      'member_turns.by_account as by',
      'member_turns.says',
      'member_turns.made_at as at',
    ])

export const findMemberTurn = (db: Reader, id: number): Promise<MemberTurn | undefined> =>
  whole(db).where('member_turns.id', '=', id).executeTakeFirst()

/** What mods did, newest first; who came or went by themselves is nobody's record. */
export function listDeedsOfMods(db: Reader, community: number, most: number): Promise<MemberTurn[]> {
  return whole(db)
    .where('member_turns.community_id', '=', community)
    .where('member_turns.what', 'not in', ['joined', 'left', 'asked'])
    .orderBy('member_turns.id', 'desc')
    .limit(most)
    .execute()
}

/** How somebody last went, if they ever did. */
export async function findLastGoing(db: Reader, community: number, account: number): Promise<MemberDeed | undefined> {
  const row = await db
    .selectFrom('member_turns')
    .select('what')
    .where('community_id', '=', community)
    .where('account_id', '=', account)
    .where('what', 'in', ['left', 'removed', 'banned'])
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.what
}

export async function insertBan(tx: Tx, ban: Pick<NewMemberTurn, 'community' | 'account' | 'penName'>): Promise<void> {
  const row = {
    community_id: ban.community,
    account_id: ban.account,
    pen_name_id: ban.penName,
    made_at: tx.now(),
  }
  await tx.db.insertInto('bans').values(row).execute()
}

export type Ban = {
  readonly id: number
  readonly account: number
  readonly penName: number
  readonly name: string
  readonly at: Instant
}

export function listBansOf(db: Reader, community: number): Promise<Ban[]> {
  return db
    .selectFrom('bans')
    .innerJoin('pen_names', 'pen_names.id', 'bans.pen_name_id')
    .select([
      'bans.id',
      'bans.account_id as account',
      'bans.pen_name_id as penName',
      'pen_names.name',
      'bans.made_at as at',
    ])
    .where('bans.community_id', '=', community)
    .orderBy('bans.id', 'desc')
    .execute()
}

export async function isBannedFrom(db: Reader, community: number, account: number): Promise<boolean> {
  const row = await db
    .selectFrom('bans')
    .select('id')
    .where('community_id', '=', community)
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteBan(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('bans').where('id', '=', id).execute()
}
