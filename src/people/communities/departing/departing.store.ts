// What communities keep of somebody who leaves the site: where they are the only mod, what they announced, what was noted of them.
import type { Reader, Tx } from '#src/platform/context.ts'

/** Communities whose only mod this is. */
export async function listKeptAlone(
  db: Reader,
  account: number,
): Promise<{ id: number; slug: string; name: string }[]> {
  return db
    .selectFrom('memberships')
    .innerJoin('communities', 'communities.id', 'memberships.community_id')
    .select(['communities.id', 'communities.slug', 'communities.name'])
    .where('memberships.account_id', '=', account)
    .where('memberships.role', '=', 'mod')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('memberships as others')
            .select('others.id')
            .whereRef('others.community_id', '=', 'memberships.community_id')
            .where('others.role', '=', 'mod')
            .where('others.account_id', '<>', account),
        ),
      ),
    )
    .orderBy('communities.id')
    .execute()
}

export async function listSlugsOf(db: Reader, account: number): Promise<string[]> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('communities', 'communities.id', 'memberships.community_id')
    .select('communities.slug')
    .where('memberships.account_id', '=', account)
    .orderBy('communities.id')
    .execute()
  return rows.map(({ slug }) => slug)
}

export type Announced = { readonly id: number; readonly community: number; readonly penName: number }

export async function listAnnouncedUnder(db: Reader, penNames: readonly number[]): Promise<Announced[]> {
  if (penNames.length === 0) return []
  return db
    .selectFrom('announcements')
    .select(['id', 'community_id as community', 'pen_name_id as penName'])
    .where('pen_name_id', 'in', [...penNames])
    .orderBy('id')
    .execute()
}

export async function setAnnouncer(tx: Tx, id: number, penName: number): Promise<void> {
  await tx.db.updateTable('announcements').set({ pen_name_id: penName }).where('id', '=', id).execute()
}

/** Requests, bans, letters and the log are about a person who is no more. What they wrote as a mod is another's letter too, and stays unsigned. */
export async function deleteTraces(tx: Tx, account: number): Promise<void> {
  await tx.db
    .deleteFrom('letters')
    .where('thread_id', 'in', (eb) => eb.selectFrom('letter_threads').select('id').where('account_id', '=', account))
    .execute()
  await tx.db.deleteFrom('letter_threads').where('account_id', '=', account).execute()
  await tx.db
    .updateTable('letters')
    .set({ account_id: null, pen_name_id: null })
    .where('account_id', '=', account)
    .execute()
  await tx.db.deleteFrom('join_requests').where('account_id', '=', account).execute()
  await tx.db.deleteFrom('bans').where('account_id', '=', account).execute()
  await tx.db.deleteFrom('member_turns').where('account_id', '=', account).execute()
  await tx.db.updateTable('member_turns').set({ by_account: null }).where('by_account', '=', account).execute()
}
