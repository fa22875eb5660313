// Reads the drafts that somebody is writing for a claim: their own, and nobody else's.
import type { Reader } from '#src/platform/context.ts'

export type Draft = { readonly work: number; readonly title: string; readonly words: number }

export function listDraftsFor(db: Reader, claim: number, account: number): Promise<Draft[]> {
  return db
    .selectFrom('pieces')
    .innerJoin('works', 'works.id', 'pieces.work_id')
    .innerJoin('work_creators', 'work_creators.work_id', 'works.id')
    .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
    .select(['works.id as work', 'works.title', 'works.words'])
    .where('pieces.claim_id', '=', claim)
    .where('pen_names.account_id', '=', account)
    .where('works.state', '=', 'draft')
    .where('works.deleted_at', 'is', null)
    .orderBy('works.id')
    .execute()
}
