// Under which name somebody is in each of their communities.
import type { Reader, Tx } from '#src/platform/context.ts'

export type NameIn = {
  readonly community: number
  readonly slug: string
  readonly title: string
  readonly penName: number
}

export function listNamesIn(db: Reader, account: number): Promise<NameIn[]> {
  return db
    .selectFrom('memberships')
    .innerJoin('communities', 'communities.id', 'memberships.community_id')
    .select([
      'communities.id as community',
      'communities.slug',
      'communities.name as title',
      'memberships.pen_name_id as penName',
    ])
    .where('memberships.account_id', '=', account)
    .orderBy('communities.id')
    .execute()
}

export async function setNameIn(tx: Tx, community: number, account: number, penName: number): Promise<void> {
  await tx.db
    .updateTable('memberships')
    .set({ pen_name_id: penName })
    .where('community_id', '=', community)
    .where('account_id', '=', account)
    .execute()
}
