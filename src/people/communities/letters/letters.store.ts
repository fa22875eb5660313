// What is kept of letters: threads between one person and the mods of a community, and what each side wrote in them.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type Thread = {
  readonly id: number
  readonly community: number
  readonly account: number
  /** As the mods know them. */
  readonly name: string
  readonly subject: string
  readonly waitsForMods: boolean
  readonly lastAt: Instant
}

/** Whoever has left the site is not written to: their letters are out of sight until they come back or are erased. */
const whole = (db: Reader) =>
  db
    .selectFrom('letter_threads')
    .innerJoin('accounts', 'accounts.id', 'letter_threads.account_id')
    .innerJoin('pen_names', 'pen_names.id', 'letter_threads.pen_name_id')
    .select([
      'letter_threads.id',
      'letter_threads.community_id as community',
      'letter_threads.account_id as account',
      'pen_names.name',
      'letter_threads.subject',
      'letter_threads.waits_for_mods as waitsForMods',
      'letter_threads.last_at as lastAt',
    ])
    .where('accounts.closed_at', 'is', null)

const toThread = <Row extends { readonly waitsForMods: 0 | 1 }>(row: Row) => ({
  ...row,
  waitsForMods: row.waitsForMods === 1,
})

export async function findThread(db: Reader, id: number): Promise<Thread | undefined> {
  const row = await whole(db).where('letter_threads.id', '=', id).executeTakeFirst()
  return row && toThread(row)
}

export type Wanted = {
  readonly community: number
  /** Those of one person; undefined is everybody's. */
  readonly account: number | undefined
  readonly from: number
  readonly most: number
}

/** What waits for the mods first, then by the last letter. */
export async function listThreads(db: Reader, { community, account, from, most }: Wanted): Promise<Thread[]> {
  const all = whole(db).where('letter_threads.community_id', '=', community)
  const wanted = account === undefined ? all : all.where('letter_threads.account_id', '=', account)
  const rows = await wanted
    .orderBy('letter_threads.waits_for_mods', 'desc')
    .orderBy('letter_threads.last_at', 'desc')
    .orderBy('letter_threads.id', 'desc')
    .limit(most)
    .offset(from)
    .execute()
  return rows.map(toThread)
}

export async function countWaitingThreads(db: Reader, community: number, account?: number): Promise<number> {
  const all = db
    .selectFrom('letter_threads')
    .innerJoin('accounts', 'accounts.id', 'letter_threads.account_id')
    .select(db.fn.countAll<number>().as('count'))
    .where('accounts.closed_at', 'is', null)
    .where('community_id', '=', community)
    .where('waits_for_mods', '=', 1)
  const wanted = account === undefined ? all : all.where('account_id', '=', account)
  return (await wanted.executeTakeFirstOrThrow()).count
}

export type Letter = {
  readonly id: number
  readonly thread: number
  readonly side: 'person' | 'mods'
  /** Of whoever wrote it; undefined once they have left. */
  readonly name: string | undefined
  readonly account: number | null
  readonly body: string
  readonly at: Instant
}

const written = (db: Reader) =>
  db
    .selectFrom('letters')
    .leftJoin('accounts', (join) =>
      join.onRef('accounts.id', '=', 'letters.account_id').on('accounts.closed_at', 'is', null),
    )
    .leftJoin('pen_names', (join) =>
      join.onRef('pen_names.id', '=', 'letters.pen_name_id').onRef('pen_names.account_id', '=', 'accounts.id'),
    )
    .select([
      'letters.id',
      'letters.thread_id as thread',
      'letters.side',
      'pen_names.name',
      'letters.account_id as account',
      'letters.body',
      'letters.written_at as at',
    ])

const toLetter = <Row extends { readonly name: string | null }>(row: Row) => ({ ...row, name: row.name ?? undefined })

export async function listLetters(db: Reader, thread: number): Promise<Letter[]> {
  const rows = await written(db).where('letters.thread_id', '=', thread).orderBy('letters.id').execute()
  return rows.map(toLetter)
}

export async function findLetter(db: Reader, id: number): Promise<Letter | undefined> {
  const row = await written(db).where('letters.id', '=', id).executeTakeFirst()
  return row && toLetter(row)
}

export type Received = {
  readonly thread: number
  readonly subject: string
  readonly slug: string
  readonly name: string
}

/** What mods wrote to somebody since then, where theirs is the last letter; the newest first. */
export function listReceived(db: Reader, account: number, since: Instant): Promise<Received[]> {
  return db
    .selectFrom('letter_threads')
    .innerJoin('communities', 'communities.id', 'letter_threads.community_id')
    .innerJoin('letters', 'letters.thread_id', 'letter_threads.id')
    .select(['letter_threads.id as thread', 'letter_threads.subject', 'communities.slug', 'communities.name'])
    .where('letter_threads.account_id', '=', account)
    .where('letters.side', '=', 'mods')
    .where('letters.written_at', '>', since)
    .where((eb) =>
      eb(
        'letters.id',
        '=',
        eb
          .selectFrom('letters as last')
          .select((one) => one.fn.max('last.id').as('id'))
          .whereRef('last.thread_id', '=', 'letter_threads.id'),
      ),
    )
    .orderBy('letters.id', 'desc')
    .execute()
}

/** The thread in which this form has arrived before. */
export async function findThreadByKey(db: Reader, onceKey: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('letters')
    .select('thread_id as thread')
    .where('once_key', '=', onceKey)
    .executeTakeFirst()
  return row?.thread
}

export type NewThread = {
  readonly community: number
  readonly account: number
  readonly penName: number
  readonly subject: string
}

export async function insertThread(tx: Tx, thread: NewThread): Promise<number> {
  const row = {
    community_id: thread.community,
    account_id: thread.account,
    pen_name_id: thread.penName,
    subject: thread.subject,
    waits_for_mods: 0 as const,
    begun_at: tx.now(),
    last_at: tx.now(),
  }
  const { id } = await tx.db.insertInto('letter_threads').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export type NewLetter = Pick<Letter, 'thread' | 'side' | 'body'> & {
  readonly account: number
  readonly penName: number | null
  readonly onceKey: string
}

/** A letter of a person waits for an answer; one of the mods is one. */
export async function insertLetter(tx: Tx, letter: NewLetter): Promise<number> {
  const row = {
    thread_id: letter.thread,
    side: letter.side,
    account_id: letter.account,
    pen_name_id: letter.penName,
    body: letter.body,
    once_key: letter.onceKey,
    written_at: tx.now(),
  }
  const { id } = await tx.db.insertInto('letters').values(row).returning('id').executeTakeFirstOrThrow()
  await tx.db
    .updateTable('letter_threads')
    .set({ last_at: tx.now(), waits_for_mods: letter.side === 'person' ? 1 : 0 })
    .where('id', '=', letter.thread)
    .execute()
  return id
}

export async function settleThread(tx: Tx, id: number): Promise<void> {
  await tx.db.updateTable('letter_threads').set({ waits_for_mods: 0 }).where('id', '=', id).execute()
}

/** Under which name the mods of a community knew somebody who is in it no longer. Whoever only asked to join was never in. */
export async function findFormerName(db: Reader, community: number, account: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('member_turns')
    .innerJoin('pen_names', (join) =>
      join
        .onRef('pen_names.id', '=', 'member_turns.pen_name_id')
        .onRef('pen_names.account_id', '=', 'member_turns.account_id'),
    )
    .select('pen_names.id')
    .where('member_turns.community_id', '=', community)
    .where('member_turns.account_id', '=', account)
    .where('member_turns.what', 'in', ['joined', 'left', 'removed', 'banned'])
    .orderBy('member_turns.id', 'desc')
    .executeTakeFirst()
  return row?.id
}

export async function isAccountOpen(db: Reader, account: number): Promise<boolean> {
  const row = await db
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', account)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
