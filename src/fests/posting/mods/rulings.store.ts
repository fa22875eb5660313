// What is kept of rulings: what mods decided about a piece, why, by whom, and when it was lifted.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { PieceRole, RulingKind } from '#src/schema/fests/posting.ts'

export type Ruling = {
  readonly id: number
  readonly work: number
  readonly kind: RulingKind
  readonly reason: string
  readonly wasRole: PieceRole | null
  readonly madeBy: number | null
  readonly madeAt: Instant
  readonly liftedAt: Instant | null
}

/** With the name of the mod. */
export type NamedRuling = Ruling & { readonly by: string | null }

const columns = [
  'rulings.id',
  'rulings.work_id as work',
  'rulings.kind',
  'rulings.reason',
  'rulings.was_role as wasRole',
  'rulings.made_by as madeBy',
  'rulings.made_at as madeAt',
  'rulings.lifted_at as liftedAt',
] as const

const actor = (tx: Tx): number | null => (tx.viewer.kind === 'person' ? tx.viewer.account : null)

export async function insertRuling(
  tx: Tx,
  { work, kind, reason, wasRole }: Pick<Ruling, 'work' | 'kind' | 'reason' | 'wasRole'>,
): Promise<number> {
  const row = {
    work_id: work,
    kind,
    reason,
    was_role: wasRole,
    made_by: actor(tx),
    made_at: tx.now(),
    lifted_by: null,
    lifted_at: null,
  }
  return (await tx.db.insertInto('rulings').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function markLifted(tx: Tx, id: number): Promise<void> {
  const set = { lifted_by: actor(tx), lifted_at: tx.now() }
  await tx.db.updateTable('rulings').set(set).where('id', '=', id).execute()
}

export function findRuling(db: Reader, id: number): Promise<Ruling | undefined> {
  return db.selectFrom('rulings').select(columns).where('id', '=', id).executeTakeFirst()
}

export function listOpenRulingsOf(db: Reader, work: number): Promise<Ruling[]> {
  return db
    .selectFrom('rulings')
    .select(columns)
    .where('work_id', '=', work)
    .where('lifted_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** Among the works of one community, the newest first. */
export function listOpenRulingsIn(db: Reader, community: number): Promise<NamedRuling[]> {
  return db
    .selectFrom('rulings')
    .innerJoin('works', 'works.id', 'rulings.work_id')
    .select(columns)
    .select((eb) =>
      eb
        .selectFrom('pen_names')
        .select('pen_names.name')
        .whereRef('pen_names.account_id', '=', 'rulings.made_by')
        .orderBy('pen_names.id')
        .limit(1)
        .as('by'),
    )
    .where('works.community_id', '=', community)
    .where('rulings.lifted_at', 'is', null)
    .orderBy('rulings.id', 'desc')
    .limit(100)
    .execute()
}
