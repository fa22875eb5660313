// What is kept about rounds.
import { type Ink, inkOf } from '#src/kit/colours/inks.ts'
import type { Deadline } from '#src/kit/deadline.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { AfterRound, LaterRule, Midnight } from '#src/schema/fests/rounds.ts'

/** What its mods decide about pieces that come early, later, or once it is over. */
export type RoundChoices = {
  readonly allowsEarly: boolean
  readonly laterRule: LaterRule
  readonly afterRound: AfterRound
}

export type Round = RoundChoices & {
  readonly id: number
  readonly community: number
  readonly slug: string
  readonly name: string
  readonly theme: string
  readonly midnight: Midnight
  readonly timeZone: string
  readonly graceDays: number
  /** Undefined is as many as they like. */
  readonly daysPerPerson: number | undefined
  /** Undefined is from the moment the round is opened. */
  readonly claimsOpen: Deadline | undefined
  /** Undefined while only the mods see it. */
  readonly openedAt: Instant | undefined
  /** Undefined is the house’s own colour. */
  readonly ink?: Ink | undefined
}

export type NewRound = Omit<Round, 'id' | 'openedAt'> & { readonly createdBy: number }

export async function insertRound(tx: Tx, round: NewRound): Promise<number> {
  const row = {
    uid: tx.uid(),
    community_id: round.community,
    slug: round.slug,
    name: round.name,
    theme: round.theme,
    midnight: round.midnight,
    time_zone: round.timeZone,
    grace_days: round.graceDays,
    days_per_person: round.daysPerPerson ?? null,
    claims_open_wall: round.claimsOpen?.wall ?? null,
    claims_open_zone: round.claimsOpen?.zone ?? null,
    claims_open_at: round.claimsOpen?.at ?? null,
    ...choiceColumns(round),
    ink: round.ink ?? '',
    opened_at: null,
    created_by: round.createdBy,
    created_at: tx.now(),
    deleted_at: null,
    deleted_by: null,
  }
  const { id } = await tx.db.insertInto('rounds').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

const choiceColumns = ({ allowsEarly, laterRule, afterRound }: RoundChoices) => ({
  allows_early: allowsEarly ? (1 as const) : (0 as const),
  later_rule: laterRule,
  after_round: afterRound,
})

export type RoundChange = RoundChoices & Pick<Round, 'name' | 'theme' | 'graceDays' | 'daysPerPerson' | 'ink'>

export async function updateRound(tx: Tx, round: number, change: RoundChange): Promise<void> {
  const { name, theme, graceDays, daysPerPerson } = change
  const said = { name, theme, grace_days: graceDays, days_per_person: daysPerPerson ?? null }
  await tx.db
    .updateTable('rounds')
    .set({ ...said, ...choiceColumns(change), ...('ink' in change ? { ink: change.ink ?? '' } : {}) })
    .where('id', '=', round)
    .execute()
}

export type RoundStart = Pick<Round, 'midnight' | 'timeZone' | 'claimsOpen'>

export async function updateStart(tx: Tx, round: number, start: RoundStart): Promise<void> {
  const { midnight, timeZone, claimsOpen } = start
  const opens = {
    claims_open_wall: claimsOpen?.wall ?? null,
    claims_open_zone: claimsOpen?.zone ?? null,
    claims_open_at: claimsOpen?.at ?? null,
  }
  const set = { midnight, time_zone: timeZone, ...opens }
  await tx.db.updateTable('rounds').set(set).where('id', '=', round).execute()
}

export async function markOpened(tx: Tx, round: number): Promise<void> {
  await tx.db.updateTable('rounds').set({ opened_at: tx.now() }).where('id', '=', round).execute()
}

export async function updateClaimsOpen(tx: Tx, round: number, claimsOpen: Deadline): Promise<void> {
  const set = { claims_open_wall: claimsOpen.wall, claims_open_zone: claimsOpen.zone, claims_open_at: claimsOpen.at }
  await tx.db.updateTable('rounds').set(set).where('id', '=', round).execute()
}

/** Kept for life, for feeds. */
export async function findRoundUid(db: Reader, id: number): Promise<string | undefined> {
  return (await db.selectFrom('rounds').select('uid').where('id', '=', id).executeTakeFirst())?.uid
}

/** What has been deleted is not there, whoever asks; bringing it back has a store of its own. */
const whole = (db: Reader) => db.selectFrom('rounds').selectAll().where('deleted_at', 'is', null)

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirst']>>>

function toRound(row: Row): Round {
  const { claims_open_wall: wall, claims_open_zone: zone, claims_open_at: at } = row
  return {
    id: row.id,
    community: row.community_id,
    slug: row.slug,
    name: row.name,
    theme: row.theme,
    midnight: row.midnight,
    timeZone: row.time_zone,
    graceDays: row.grace_days,
    daysPerPerson: row.days_per_person ?? undefined,
    claimsOpen: wall === null || zone === null || at === null ? undefined : { wall, zone, at },
    openedAt: row.opened_at ?? undefined,
    allowsEarly: row.allows_early === 1,
    laterRule: row.later_rule,
    afterRound: row.after_round,
    ink: inkOf(row.ink),
  }
}

export async function findRoundBySlug(db: Reader, community: number, slug: string): Promise<Round | undefined> {
  const row = await whole(db).where('community_id', '=', community).where('slug', '=', slug).executeTakeFirst()
  return row && toRound(row)
}

export async function findRoundById(db: Reader, id: number): Promise<Round | undefined> {
  const row = await whole(db).where('id', '=', id).executeTakeFirst()
  return row && toRound(row)
}

/** Also those of deleted rounds: an address that comes back must not lead elsewhere. */
export async function listSlugs(db: Reader, community: number): Promise<Set<string>> {
  const rows = await db.selectFrom('rounds').select('slug').where('community_id', '=', community).execute()
  return new Set(rows.map((row) => row.slug))
}

export async function listRoundsOfCommunity(db: Reader, community: number): Promise<Round[]> {
  const rows = await whole(db).where('community_id', '=', community).orderBy('id', 'desc').execute()
  return rows.map(toRound)
}

/** One of the same community that was opened after this one. */
export async function hasOpenedAfter(db: Reader, { id, community, openedAt }: Round): Promise<boolean> {
  if (openedAt === undefined) return false
  const others = whole(db).where('community_id', '=', community).where('id', '!=', id)
  return (await others.where('opened_at', '>', openedAt).limit(1).executeTakeFirst()) !== undefined
}

export async function listRoundsToOpenClaims(db: Reader, after: Instant): Promise<Round[]> {
  const rows = await whole(db).where('claims_open_at', '>', after).execute()
  return rows.map(toRound)
}
