// Reads what is written for a claim and is not its main piece yet: drafts, their writer's and nobody else's; what waits; what stands in.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader } from '#src/platform/context.ts'

export type Draft = { readonly work: number; readonly title: string; readonly words: number }

/** A person under all their names, or a name that has no account. */
export type Writer = { readonly account: number } | { readonly penName: number }

const ofClaim = (db: Reader, claim: number, writer: Writer) =>
  db
    .selectFrom('pieces')
    .innerJoin('works', 'works.id', 'pieces.work_id')
    .innerJoin('work_creators', 'work_creators.work_id', 'works.id')
    .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
    .select(['works.id as work', 'works.title', 'works.words'])
    .where('pieces.claim_id', '=', claim)
    .where(({ eb, and }) =>
      'account' in writer
        ? eb('pen_names.account_id', '=', writer.account)
        : and([eb('pen_names.id', '=', writer.penName), eb('pen_names.account_id', 'is', null)]),
    )
    .where('works.deleted_at', 'is', null)
    .orderBy('works.id')

export function listDraftsFor(db: Reader, claim: number, writer: Writer): Promise<Draft[]> {
  return ofClaim(db, claim, writer).where('works.state', '=', 'draft').execute()
}

/** When the main piece that waits goes up by itself. */
export async function findGoingUp(db: Reader, claim: number): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('pieces')
    .innerJoin('works', 'works.id', 'pieces.work_id')
    .select('works.goes_up_at as at')
    .where('pieces.claim_id', '=', claim)
    .where('pieces.role', '=', 'main')
    .where('works.state', '=', 'scheduled')
    .where('works.deleted_at', 'is', null)
    .executeTakeFirst()
  return row?.at ?? undefined
}

/** Stand-ins that are up: for their writer, who can make one of them the piece for the day. */
export function listStandInsFor(db: Reader, claim: number, writer: Writer): Promise<Draft[]> {
  return ofClaim(db, claim, writer).where('works.state', '=', 'posted').where('pieces.role', '=', 'stand-in').execute()
}
