// What is kept about claims: whose they are, which place of which day they take, and their four deadlines.
import type { ClaimDeadlines } from '#src/fests/claims/table/claim-clock.ts'
import type { ClaimState, Pieces } from '#src/fests/claims/table/claim-states.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import type { Deadline } from '#src/kit/deadline.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type StoredClaim = {
  readonly id: number
  readonly round: number
  readonly day: number
  readonly on: CalendarDay
  readonly penName: number
  readonly name: string
  /** Null for a reserved name, and for one that was left behind. */
  readonly account: number | null
  /** Whose name it was has left: nobody posts for it, or takes it over. */
  readonly hasLeft: boolean
  readonly state: ClaimState
  readonly place: number | null
  readonly zone: string
  readonly deadlines: ClaimDeadlines
  readonly pieces: Pieces
  readonly saidLater: boolean
  readonly madeAt: Instant
}

const deadlineColumns = (deadlines: ClaimDeadlines) => ({
  starts_wall: deadlines.start.wall,
  starts_zone: deadlines.start.zone,
  starts_at: deadlines.start.at,
  ends_wall: deadlines.end.wall,
  ends_zone: deadlines.end.zone,
  ends_at: deadlines.end.at,
  grace_wall: deadlines.graceEnd.wall,
  grace_zone: deadlines.graceEnd.zone,
  grace_at: deadlines.graceEnd.at,
  round_wall: deadlines.roundEnd.wall,
  round_zone: deadlines.roundEnd.zone,
  round_at: deadlines.roundEnd.at,
})

const whole = (db: Reader) =>
  db
    .selectFrom('claims')
    .innerJoin('days', 'days.id', 'claims.day_id')
    .innerJoin('pen_names', 'pen_names.id', 'claims.pen_name_id')
    .selectAll('claims')
    .select(['days.on_day', 'pen_names.name', 'pen_names.account_id', 'pen_names.left_at'])

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirst']>>>

const deadline = (wall: string, zone: string, at: Instant): Deadline => ({ wall, zone, at })

function toClaim(row: Row): StoredClaim {
  return {
    id: row.id,
    round: row.round_id,
    day: row.day_id,
    on: row.on_day,
    penName: row.pen_name_id,
    name: row.name,
    account: row.account_id,
    hasLeft: row.left_at !== null,
    state: row.state,
    place: row.place,
    zone: row.time_zone,
    deadlines: {
      start: deadline(row.starts_wall, row.starts_zone, row.starts_at),
      end: deadline(row.ends_wall, row.ends_zone, row.ends_at),
      graceEnd: deadline(row.grace_wall, row.grace_zone, row.grace_at),
      roundEnd: deadline(row.round_wall, row.round_zone, row.round_at),
    },
    pieces: { main: row.main_life, part: row.part_life, standIn: row.has_stand_in === 1 },
    saidLater: row.said_later === 1,
    madeAt: row.made_at,
  }
}

export type NewClaim = Pick<StoredClaim, 'round' | 'day' | 'penName' | 'state' | 'place' | 'zone' | 'deadlines'> & {
  readonly madeBy: number | null
}

export async function insertClaim(tx: Tx, claim: NewClaim): Promise<number> {
  const row = {
    uid: tx.uid(),
    round_id: claim.round,
    day_id: claim.day,
    pen_name_id: claim.penName,
    state: claim.state,
    place: claim.place,
    time_zone: claim.zone,
    ...deadlineColumns(claim.deadlines),
    made_by: claim.madeBy,
    made_at: tx.now(),
    changed_at: tx.now(),
  }
  const { id } = await tx.db.insertInto('claims').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export type ClaimChange = Pick<StoredClaim, 'state' | 'place'> & {
  readonly day?: number
  readonly deadlines?: ClaimDeadlines
  readonly saidLater?: boolean
}

export async function updateClaim(tx: Tx, id: number, change: ClaimChange): Promise<void> {
  const { day, deadlines, state, place, saidLater } = change
  const set = {
    state,
    place,
    ...(day === undefined ? {} : { day_id: day }),
    ...(deadlines === undefined ? {} : deadlineColumns(deadlines)),
    ...(saidLater === undefined ? {} : { said_later: saidLater ? (1 as const) : (0 as const) }),
    changed_at: tx.now(),
  }
  await tx.db.updateTable('claims').set(set).where('id', '=', id).execute()
}

/** What the clock's turns go by; posting and taking down change it. */
export async function updatePieces(tx: Tx, id: number, { main, part, standIn }: Pieces): Promise<void> {
  const set = { main_life: main, part_life: part, has_stand_in: standIn ? (1 as const) : (0 as const) }
  await tx.db.updateTable('claims').set(set).where('id', '=', id).execute()
}

export async function updateDeadlines(tx: Tx, id: number, deadlines: ClaimDeadlines): Promise<void> {
  await tx.db.updateTable('claims').set(deadlineColumns(deadlines)).where('id', '=', id).execute()
}

export async function findClaimOfRound(db: Reader, round: number, id: number): Promise<StoredClaim | undefined> {
  const row = await whole(db).where('claims.round_id', '=', round).where('claims.id', '=', id).executeTakeFirst()
  return row && toClaim(row)
}

export async function findClaimById(db: Reader, id: number): Promise<StoredClaim | undefined> {
  const row = await whole(db).where('claims.id', '=', id).executeTakeFirst()
  return row && toClaim(row)
}

/** Those that take a place: what the calendar shows. */
export async function listHolding(db: Reader, round: number): Promise<StoredClaim[]> {
  const rows = await whole(db)
    .where('claims.round_id', '=', round)
    .where('claims.place', 'is not', null)
    .orderBy('claims.place')
    .execute()
  return rows.map(toClaim)
}

/** Every claim there ever was in a round, in the order of its calendar. */
export async function listClaims(db: Reader, round: number): Promise<StoredClaim[]> {
  const rows = await whole(db)
    .where('claims.round_id', '=', round)
    .orderBy('days.on_day')
    .orderBy('claims.id')
    .execute()
  return rows.map(toClaim)
}

/** Every claim of one person in a round, under whichever name, also those given back. */
export async function listClaimsOf(db: Reader, round: number, account: number): Promise<StoredClaim[]> {
  const rows = await whole(db)
    .where('claims.round_id', '=', round)
    .where('pen_names.account_id', '=', account)
    .orderBy('days.on_day')
    .execute()
  return rows.map(toClaim)
}

/** Every claim of one person, in every round that is there. */
export async function listClaimsOfAccount(db: Reader, account: number): Promise<StoredClaim[]> {
  const rows = await whole(db)
    .innerJoin('rounds', 'rounds.id', 'claims.round_id')
    .where('rounds.deleted_at', 'is', null)
    .where('pen_names.account_id', '=', account)
    .orderBy('days.on_day')
    .orderBy('claims.id')
    .execute()
  return rows.map(toClaim)
}

/** Those for which the end of their round still matters. */
export async function listUnfinished(db: Reader, round: number): Promise<StoredClaim[]> {
  const rows = await whole(db)
    .where('claims.round_id', '=', round)
    .where('claims.state', 'in', ['held', 'later', 'given-back'])
    .orderBy('claims.id')
    .execute()
  return rows.map(toClaim)
}

export async function listClaimsToRecompute(db: Reader, after: Instant): Promise<StoredClaim[]> {
  const rows = await whole(db).where('claims.round_at', '>', after).orderBy('claims.id').execute()
  return rows.map(toClaim)
}

export type Due = { readonly id: number; readonly round: number }

/** Claims whose clock has something to do: grace that is over, or a round that is. */
export function listDue(db: Reader, now: Instant): Promise<Due[]> {
  return db
    .selectFrom('claims')
    .select(['id', 'round_id as round'])
    .where(({ or, and, eb }) =>
      or([
        and([eb('state', '=', 'held'), eb('grace_at', '<=', now)]),
        and([eb('state', '=', 'later'), eb('round_at', '<=', now)]),
      ]),
    )
    .orderBy('grace_at')
    .limit(200)
    .execute()
}

/** With their turns; only for rounds that are themselves erased. */
export async function eraseClaims(tx: Tx, round: number): Promise<void> {
  const ofRound = tx.db.selectFrom('claims').select('id').where('round_id', '=', round)
  await tx.db.deleteFrom('claim_turns').where('claim_id', 'in', ofRound).execute()
  const keys = tx.db.selectFrom('claim_keys').select('id').where('claim_id', 'in', ofRound)
  await tx.db.deleteFrom('claim_key_links').where('key_id', 'in', keys).execute()
  await tx.db.deleteFrom('claim_keys').where('claim_id', 'in', ofRound).execute()
  await tx.db.deleteFrom('claims').where('round_id', '=', round).execute()
}
