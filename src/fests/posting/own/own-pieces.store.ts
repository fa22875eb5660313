// Reads which works of one person came, wait or are being written for rounds; what of them may be seen is asked elsewhere.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader } from '#src/platform/context.ts'
import type { PieceRole } from '#src/schema/fests/posting.ts'

export type OwnPieceRow = {
  readonly work: number
  readonly round: number | null
  readonly claim: number | null
  readonly role: PieceRole | null
  readonly handedInAt: Instant | null
  readonly goesUpAt: Instant | null
}

/** Drafts that belong to no round are among them; what was taken down or deleted is not. */
export function listOwnPieces(db: Reader, account: number): Promise<OwnPieceRow[]> {
  return db
    .selectFrom('works')
    .innerJoin('work_creators', 'work_creators.work_id', 'works.id')
    .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
    .leftJoin('pieces', 'pieces.work_id', 'works.id')
    .select([
      'works.id as work',
      'works.goes_up_at as goesUpAt',
      'pieces.round_id as round',
      'pieces.claim_id as claim',
      'pieces.role',
      'pieces.handed_in_at as handedInAt',
    ])
    .where('pen_names.account_id', '=', account)
    .where('works.state', 'in', ['draft', 'scheduled', 'posted'])
    .where('works.deleted_at', 'is', null)
    .orderBy('works.id')
    .execute()
}
