// What is kept of asks: what is said of a work that concerns somebody else, whom, and what they answered.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { AskKind, AskState } from '#src/schema/library/works.ts'

export type NewAsk = {
  readonly work: number
  readonly kind: AskKind
  readonly role: string
  readonly toPenName: number | null
  readonly toWork: number | null
  readonly toWords: string
  readonly toUrl: string | null
  readonly state: AskState
}

export async function insertAsk(tx: Tx, ask: NewAsk): Promise<number> {
  const row = {
    uid: tx.uid(),
    work_id: ask.work,
    kind: ask.kind,
    role: ask.role,
    to_pen_name_id: ask.toPenName,
    to_work_id: ask.toWork,
    to_words: ask.toWords,
    to_url: ask.toUrl,
    state: ask.state,
    asked_by: tx.viewer.kind === 'person' ? tx.viewer.account : null,
    asked_at: tx.now(),
    answered_at: ask.state === 'agreed' ? tx.now() : null,
  }
  const { id } = await tx.db.insertInto('work_asks').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateAnswer(
  tx: Tx,
  id: number,
  { state, answeredAt }: { readonly state: AskState; readonly answeredAt: Instant | null },
): Promise<void> {
  await tx.db.updateTable('work_asks').set({ state, answered_at: answeredAt }).where('id', '=', id).execute()
}

export async function deleteAsk(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('work_asks').where('id', '=', id).execute()
}

/** `account` and `isNameGone` are of whoever is asked by name: a name that its owner takes along is not shown from that moment on. */
const asks = (db: Reader) =>
  db
    .selectFrom('work_asks')
    .leftJoin('pen_names', 'pen_names.id', 'work_asks.to_pen_name_id')
    .leftJoin('leavings', (join) =>
      join.onRef('leavings.account_id', '=', 'pen_names.account_id').on('leavings.works', '<>', 'named'),
    )
    .select(['work_asks.id', 'work_asks.work_id as work', 'work_asks.kind', 'work_asks.role', 'work_asks.state'])
    .select(['work_asks.to_pen_name_id as toPenName', 'work_asks.to_work_id as toWork'])
    .select(['work_asks.to_words as toWords', 'work_asks.to_url as toUrl', 'work_asks.asked_by as askedBy'])
    .select([
      'work_asks.asked_at as askedAt',
      'work_asks.answered_at as answeredAt',
      'pen_names.name',
      'pen_names.account_id as account',
    ])
    .select('leavings.account_id as gone')

export const listAsksOf = (db: Reader, work: number) =>
  asks(db).where('work_asks.work_id', '=', work).orderBy('work_asks.id').execute()

/** Other works that say something of this one. */
export const listAsksToWork = (db: Reader, work: number) =>
  asks(db).where('work_asks.to_work_id', '=', work).orderBy('work_asks.id').execute()

export const findAsk = (db: Reader, id: number) => asks(db).where('work_asks.id', '=', id).executeTakeFirst()

export type KeptAsk = NonNullable<Awaited<ReturnType<typeof findAsk>>>

/** By one of somebody's names, or of one of the works that bear one; the newest first. */
export function listAsksFor(db: Reader, account: number) {
  return asks(db)
    .where((eb) =>
      eb.or([
        eb('pen_names.account_id', '=', account),
        eb.exists(
          eb
            .selectFrom('work_creators')
            .innerJoin('pen_names as theirs', 'theirs.id', 'work_creators.pen_name_id')
            .select('work_creators.id')
            .whereRef('work_creators.work_id', '=', 'work_asks.to_work_id')
            .where('theirs.account_id', '=', account),
        ),
      ]),
    )
    .orderBy('work_asks.id', 'desc')
    .execute()
}

/** The names that a work bears, with the accounts behind them. */
export function listNamesOn(db: Reader, work: number) {
  return db
    .selectFrom('work_creators')
    .innerJoin('pen_names', 'pen_names.id', 'work_creators.pen_name_id')
    .innerJoin('works', 'works.id', 'work_creators.work_id')
    .select(['pen_names.id as penName', 'pen_names.name', 'pen_names.account_id as account', 'works.title'])
    .where('work_creators.work_id', '=', work)
    .where('works.deleted_at', 'is', null)
    .orderBy('work_creators.position')
    .execute()
}

export async function insertCreator(tx: Tx, work: number, penName: number): Promise<void> {
  const positions = await tx.db.selectFrom('work_creators').select('position').where('work_id', '=', work).execute()
  const position = Math.max(-1, ...positions.map((row) => row.position)) + 1
  await tx.db
    .insertInto('work_creators')
    .values({ work_id: work, pen_name_id: penName, position })
    .onConflict((conflict) => conflict.columns(['work_id', 'pen_name_id']).doNothing())
    .execute()
}

export async function deleteCreator(tx: Tx, work: number, penName: number): Promise<void> {
  await tx.db.deleteFrom('work_creators').where('work_id', '=', work).where('pen_name_id', '=', penName).execute()
}

/** Since then, by one account, about whatever. */
export async function countAskedBy(db: Reader, account: number, since: Instant): Promise<number> {
  const { count } = await db
    .selectFrom('work_asks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('asked_by', '=', account)
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

export async function listAgreedCoAuthors(db: Reader, work: number): Promise<number[]> {
  const rows = await db
    .selectFrom('work_asks')
    .select('to_pen_name_id as penName')
    .where('work_id', '=', work)
    .where('kind', '=', 'co-author')
    .where('state', '=', 'agreed')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ penName }) => penName ?? [])
}

/** Whoever asked and has been erased is nobody. */
export async function forgetAskedBy(tx: Tx, account: number): Promise<void> {
  await tx.db.updateTable('work_asks').set({ asked_by: null }).where('asked_by', '=', account).execute()
}

export async function listOpenAccounts(db: Reader, accounts: readonly number[]): Promise<number[]> {
  if (accounts.length === 0) return []
  const rows = await db
    .selectFrom('accounts')
    .select('id')
    .where('id', 'in', [...accounts])
    .where('closed_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
