// What was typed and not saved, as it is kept: one open row for each person and form, and how it stood some minutes before.
import type { Entries } from '#src/kit/form.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import { pack, unpack } from '#src/platform/text/pack.ts'

export type Typing = {
  readonly id: number
  readonly place: string
  readonly number: number
  readonly entries: Entries
  readonly isOpen: boolean
  readonly beganAt: Instant
  readonly changedAt: Instant
}

const columns = ['id', 'place', 'number', 'entries', 'is_open', 'began_at', 'changed_at'] as const

type Row = {
  readonly id: number
  readonly place: string
  readonly number: number
  readonly entries: Uint8Array
  readonly is_open: 0 | 1
  readonly began_at: Instant
  readonly changed_at: Instant
}

const typingOf = ({ id, place, number, entries, is_open, began_at, changed_at }: Row): Typing => ({
  id,
  place,
  number,
  entries: new Map(Object.entries(JSON.parse(unpack(entries)) as Record<string, string>)),
  isOpen: is_open === 1,
  beganAt: began_at,
  changedAt: changed_at,
})

const written = (entries: Entries): Uint8Array => pack(JSON.stringify(Object.fromEntries(entries)))

const ofAccount = (db: Reader, account: number) =>
  db.selectFrom('typings').select(columns).where('account_id', '=', account)

export async function findOpen(db: Reader, account: number, place: string): Promise<Typing | undefined> {
  const row = await ofAccount(db, account).where('place', '=', place).where('is_open', '=', 1).executeTakeFirst()
  return row && typingOf(row)
}

export async function findTyping(db: Reader, account: number, id: number): Promise<Typing | undefined> {
  const row = await ofAccount(db, account).where('id', '=', id).executeTakeFirst()
  return row && typingOf(row)
}

/** What goes on in any of the forms whose key begins like this, the newest first. */
export async function listOpen(db: Reader, account: number, begins: string): Promise<Typing[]> {
  const rows = await ofAccount(db, account)
    .where('place', '>=', begins)
    .where('place', '<', `${begins}~`)
    .where('is_open', '=', 1)
    .orderBy('changed_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(typingOf)
}

/** How it stood before, the newest first; without what it says. */
export async function listBefore(db: Reader, account: number, place: string) {
  const rows = await db
    .selectFrom('typings')
    .select(['id', 'changed_at as changedAt'])
    .where('account_id', '=', account)
    .where('place', '=', place)
    .where('is_open', '=', 0)
    .orderBy('number', 'desc')
    .execute()
  return rows
}

/** Of all that is kept there, open or not. */
export async function lastNumber(db: Reader, account: number, place: string): Promise<number> {
  const row = await db
    .selectFrom('typings')
    .select(({ fn }) => fn.max<number>('number').as('last'))
    .where('account_id', '=', account)
    .where('place', '=', place)
    .executeTakeFirst()
  return row?.last ?? 0
}

export async function countOpen(db: Reader, account: number): Promise<number> {
  const row = await db
    .selectFrom('typings')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', account)
    .where('is_open', '=', 1)
    .executeTakeFirst()
  return row?.count ?? 0
}

type NewTyping = Pick<Typing, 'place' | 'number' | 'entries' | 'isOpen'> & {
  readonly account: number
  readonly work: number | undefined
}

export async function insertTyping(tx: Tx, { account, work, isOpen, entries, ...rest }: NewTyping): Promise<void> {
  const row = { ...rest, account_id: account, work_id: work ?? null, is_open: isOpen ? (1 as const) : (0 as const) }
  const at = { began_at: tx.now(), changed_at: tx.now() }
  await tx.db
    .insertInto('typings')
    .values({ ...row, ...at, entries: written(entries) })
    .execute()
}

export async function overwrite(tx: Tx, id: number, number: number, entries: Entries): Promise<void> {
  const set = { number, entries: written(entries), changed_at: tx.now() }
  await tx.db.updateTable('typings').set(set).where('id', '=', id).execute()
}

export async function close(tx: Tx, id: number): Promise<void> {
  await tx.db.updateTable('typings').set({ is_open: 0 }).where('id', '=', id).execute()
}

export async function putAt(tx: Tx, id: number, to: Pick<NewTyping, 'place' | 'work' | 'number'>): Promise<void> {
  const set = { place: to.place, work_id: to.work ?? null, number: to.number }
  await tx.db.updateTable('typings').set(set).where('id', '=', id).execute()
}

export async function erase(tx: Tx, account: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db.deleteFrom('typings').where('account_id', '=', account).where('id', 'in', ids).execute()
}
