// Reads which claims of earlier rounds a piece answers, or could.
import type { CalendarDay } from '#src/kit/days.ts'
import type { Reader } from '#src/platform/context.ts'

export type Answerable = { readonly claim: number; readonly round: number; readonly on: CalendarDay }

const claimsWithDays = (db: Reader) =>
  db
    .selectFrom('claims')
    .innerJoin('days', 'days.id', 'claims.day_id')
    .innerJoin('rounds', 'rounds.id', 'claims.round_id')
    .select(['claims.id as claim', 'claims.round_id as round', 'days.on_day as on'])
    .where('rounds.deleted_at', 'is', null)

/** The newest first. Its creators' own names alone: two pen names are never tied by it. */
export function listAnswerable(db: Reader, work: number): Promise<Answerable[]> {
  return claimsWithDays(db)
    .innerJoin('work_creators', 'work_creators.pen_name_id', 'claims.pen_name_id')
    .innerJoin('pieces', 'pieces.work_id', 'work_creators.work_id')
    .innerJoin('rounds as own', 'own.id', 'pieces.round_id')
    .where('work_creators.work_id', '=', work)
    .where('claims.state', '=', 'closed')
    .where('claims.main_life', '=', 'none')
    .whereRef('rounds.community_id', '=', 'own.community_id')
    .whereRef('rounds.id', '!=', 'own.id')
    .orderBy('days.on_day', 'desc')
    .orderBy('claims.id')
    .limit(20)
    .execute()
}

export function findAnswered(db: Reader, work: number): Promise<Answerable | undefined> {
  return claimsWithDays(db)
    .innerJoin('pieces', 'pieces.answers_claim_id', 'claims.id')
    .where('pieces.work_id', '=', work)
    .executeTakeFirst()
}
