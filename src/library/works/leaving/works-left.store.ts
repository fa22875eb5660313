// What is kept of the works of somebody who leaves: gone for now, under no name, or without anything but what readers read.
import type { Instant } from '#src/kit/instants.ts'
import { forgetAskedBy } from '#src/library/works/asks/asks.store.ts'
import { forgetHandInChapters, stripChapters } from '#src/library/works/chapters/chapters-left.store.ts'
import { forgetBroughtBy } from '#src/library/works/pictures/pictures.store.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { WorkState } from '#src/schema/library/works.ts'

export type WorkLeft = {
  readonly id: number
  readonly state: WorkState
  readonly penName: number
  /** Somebody else made it as well. */
  readonly isShared: boolean
}

const under = (db: Reader, account: number) =>
  db
    .selectFrom('work_creators')
    .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
    .innerJoin('works', 'works.id', 'work_creators.work_id')
    .select(['works.id', 'works.state', 'pen_names.id as penName', 'works.deleted_at as deletedAt'])
    .select((eb) =>
      eb
        .selectFrom('work_creators as others')
        .innerJoin('pen_names as theirs', 'theirs.id', 'others.pen_name_id')
        .select((each) => each.fn.countAll<number>().as('count'))
        .whereRef('others.work_id', '=', 'works.id')
        .where((each) => each.or([each('theirs.account_id', 'is', null), each('theirs.account_id', '<>', account)]))
        .as('others'),
    )
    .where('pen_names.account_id', '=', account)
    .orderBy('works.id')

/** Those that are there, and for `gone` those that went with their writer, at that moment. */
export async function listLeftBy(db: Reader, account: number, gone: Instant | undefined): Promise<WorkLeft[]> {
  const found = under(db, account)
  const rows = await (
    gone === undefined ? found.where('works.deleted_at', 'is', null) : found.where('works.deleted_at', '=', gone)
  ).execute()
  return rows.map(({ id, state, penName, others }) => ({ id, state, penName, isShared: (others ?? 0) > 0 }))
}

export async function setGone(tx: Tx, ids: readonly number[], at: Instant | null): Promise<void> {
  if (ids.length > 0)
    await tx.db
      .updateTable('works')
      .set({ deleted_at: at })
      .where('id', 'in', [...ids])
      .execute()
}

export async function swapCreator(tx: Tx, work: number, from: number, to: number): Promise<void> {
  await tx.db
    .updateTable('work_creators')
    .set({ pen_name_id: to })
    .where('work_id', '=', work)
    .where('pen_name_id', '=', from)
    .execute()
}

export async function listWorksUnder(db: Reader, penName: number): Promise<number[]> {
  const rows = await db.selectFrom('work_creators').select('work_id as id').where('pen_name_id', '=', penName).execute()
  return rows.map(({ id }) => id)
}

/** Somebody who is here made it as well. */
export async function isSomebodys(db: Reader, work: number): Promise<boolean> {
  const found = await db
    .selectFrom('work_creators')
    .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
    .select('work_creators.id')
    .where('work_creators.work_id', '=', work)
    .where('pen_names.account_id', 'is not', null)
    .executeTakeFirst()
  return found !== undefined
}

/** Text, tags, saves and all that belongs to it go with the row. */
export async function eraseWork(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('works').where('id', '=', id).execute()
}

/** What readers read stays; what was pasted, every save of it, and who did what is gone. */
export async function stripWork(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('work_revisions').where('work_id', '=', id).execute()
  await tx.db.updateTable('works').set({ created_by: null, once_key: null }).where('id', '=', id).execute()
  await stripChapters(tx, id)
}

/** Its other places are addresses that tell whose it is. */
export async function dropPlaces(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('work_places').where('work_id', '=', id).execute()
}

/** What they did to works of others. */
export async function forgetHand(tx: Tx, account: number): Promise<void> {
  await tx.db.updateTable('work_revisions').set({ by_account: null }).where('by_account', '=', account).execute()
  await forgetHandInChapters(tx, account)
  await forgetAskedBy(tx, account)
  await forgetBroughtBy(tx, account)
  await tx.db.updateTable('corrections').set({ made_by: null }).where('made_by', '=', account).execute()
  await tx.db.updateTable('works').set({ created_by: null }).where('created_by', '=', account).execute()
}
