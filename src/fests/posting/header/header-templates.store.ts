// What is kept of header templates: one row for each community that has ever had one of its own.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { HeaderWritten } from '#src/schema/fests/posting.ts'

export type KeptHeader = {
  /** Undefined where the community went back to the house's. */
  readonly written: HeaderWritten | undefined
  readonly fandom: number | null
  readonly adultBefore: readonly string[]
  readonly version: number
  readonly changedAt: Instant
  /** The name of whoever changed it last, while they belong to the community. */
  readonly changedBy: string | null
}

export async function findHeader(db: Reader, community: number): Promise<KeptHeader | undefined> {
  const row = await db
    .selectFrom('header_templates')
    .leftJoin('memberships', (join) =>
      join
        .onRef('memberships.account_id', '=', 'header_templates.changed_by')
        .onRef('memberships.community_id', '=', 'header_templates.community_id'),
    )
    .leftJoin('pen_names', 'pen_names.id', 'memberships.pen_name_id')
    .select(['template', 'fandom_id', 'adult_before', 'version', 'changed_at', 'pen_names.name as changedBy'])
    .where('header_templates.community_id', '=', community)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    written: row.template === null ? undefined : (JSON.parse(row.template) as HeaderWritten),
    fandom: row.fandom_id,
    adultBefore: JSON.parse(row.adult_before) as readonly string[],
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changedBy,
  }
}

type Keeping = Pick<KeptHeader, 'written' | 'fandom' | 'adultBefore' | 'version'> & { readonly community: number }

export async function keepHeader(tx: Tx, { community, written, fandom, adultBefore, version }: Keeping): Promise<void> {
  const row = {
    template: written === undefined ? null : JSON.stringify(written),
    fandom_id: fandom,
    adult_before: JSON.stringify(adultBefore),
    version,
    changed_by: tx.viewer.kind === 'person' ? tx.viewer.account : null,
    changed_at: tx.now(),
  }
  await tx.db
    .insertInto('header_templates')
    .values({ community_id: community, ...row })
    .onConflict((conflict) => conflict.column('community_id').doUpdateSet(row))
    .execute()
}
