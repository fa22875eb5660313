// What the mods' desk reads of the pieces of a round: what each is for its day and whether it is a draft; never a title or a text.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader } from '#src/platform/context.ts'
import type { PieceRole } from '#src/schema/fests/posting.ts'
import type { WorkState } from '#src/schema/library/works.ts'

export type DeskPiece = {
  readonly work: number
  readonly claim: number | null
  readonly role: PieceRole
  readonly state: WorkState
  readonly goesUpAt: Instant | null
  readonly postedAt: Instant | null
  readonly handedInAt: Instant | null
}

/** Of what is not up nobody but its creators knows more than that it is there. */
export function listDeskPieces(db: Reader, round: number): Promise<DeskPiece[]> {
  return db
    .selectFrom('pieces')
    .innerJoin('works', 'works.id', 'pieces.work_id')
    .select([
      'pieces.work_id as work',
      'pieces.claim_id as claim',
      'pieces.role',
      'works.state',
      'works.goes_up_at as goesUpAt',
      'works.posted_at as postedAt',
      'pieces.handed_in_at as handedInAt',
    ])
    .where('pieces.round_id', '=', round)
    .where('works.deleted_at', 'is', null)
    .orderBy('pieces.id')
    .execute()
}
