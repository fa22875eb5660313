// What is kept of corrections: which save of which work a mod made, and what they said to its writer.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type Correction = {
  readonly id: number
  readonly work: number
  /** The save that it made. */
  readonly version: number
  readonly line: string
  readonly madeBy: number | null
  readonly madeAt: Instant
  readonly putBackAt: Instant | null
}

/** With the name of the mod. */
export type NamedCorrection = Correction & { readonly by: string | null }

const columns = [
  'corrections.id',
  'corrections.work_id as work',
  'corrections.version',
  'corrections.line',
  'corrections.made_by as madeBy',
  'corrections.made_at as madeAt',
  'corrections.put_back_at as putBackAt',
] as const

export async function insertCorrection(
  tx: Tx,
  { work, version, line }: Pick<Correction, 'work' | 'version' | 'line'>,
): Promise<number> {
  const by = tx.viewer.kind === 'person' ? tx.viewer.account : null
  const row = { work_id: work, version, line, made_by: by, made_at: tx.now(), put_back_at: null }
  return (await tx.db.insertInto('corrections').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function markPutBack(tx: Tx, id: number): Promise<void> {
  await tx.db.updateTable('corrections').set({ put_back_at: tx.now() }).where('id', '=', id).execute()
}

export function findCorrection(db: Reader, id: number): Promise<Correction | undefined> {
  return db.selectFrom('corrections').select(columns).where('id', '=', id).executeTakeFirst()
}

/** The newest first. */
export function listCorrectionsOf(db: Reader, work: number): Promise<Correction[]> {
  return db.selectFrom('corrections').select(columns).where('work_id', '=', work).orderBy('id', 'desc').execute()
}

/** Of these works, since then, as far as they have not been put back; the newest first. */
export async function listStanding(db: Reader, works: readonly number[], since: Instant): Promise<Correction[]> {
  if (works.length === 0) return []
  return db
    .selectFrom('corrections')
    .select(columns)
    .where('work_id', 'in', [...works])
    .where('made_at', '>=', since)
    .where('put_back_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()
}

/** Among the works of one community, since then, the newest first. */
export function listCorrectionsIn(db: Reader, community: number, since: Instant): Promise<NamedCorrection[]> {
  return db
    .selectFrom('corrections')
    .innerJoin('works', 'works.id', 'corrections.work_id')
    .select(columns)
    .select((eb) =>
      eb
        .selectFrom('memberships')
        .innerJoin('pen_names', 'pen_names.id', 'memberships.pen_name_id')
        .select('pen_names.name')
        .whereRef('memberships.account_id', '=', 'corrections.made_by')
        .where('memberships.community_id', '=', community)
        .as('by'),
    )
    .where('works.community_id', '=', community)
    .where('corrections.made_at', '>=', since)
    .orderBy('corrections.id', 'desc')
    .limit(50)
    .execute()
}
