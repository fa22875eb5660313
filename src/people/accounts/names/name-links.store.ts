// What is kept of links that give a reserved name to its person: a hash of the secret, whose word it is, and what became of it.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type NewNameLink = {
  readonly penName: number
  readonly community: number
  readonly hash: string
  readonly madeBy: number | null
  readonly expiresAt: Instant
}

export async function insertNameLink(tx: Tx, link: NewNameLink): Promise<void> {
  const row = {
    pen_name_id: link.penName,
    community_id: link.community,
    token_hash: link.hash,
    made_by: link.madeBy,
    made_at: tx.now(),
    expires_at: link.expiresAt,
    used_at: null,
    used_by: null,
  }
  await tx.db.insertInto('name_links').values(row).execute()
}

export async function deleteUnusedNameLinks(tx: Tx, penName: number): Promise<void> {
  await tx.db.deleteFrom('name_links').where('pen_name_id', '=', penName).where('used_at', 'is', null).execute()
}

export function findNameLink(db: Reader, hash: string) {
  return db
    .selectFrom('name_links')
    .innerJoin('pen_names', 'pen_names.id', 'name_links.pen_name_id')
    .select([
      'name_links.id',
      'name_links.community_id as community',
      'name_links.made_by as madeBy',
      'name_links.expires_at as expiresAt',
      'name_links.used_at as usedAt',
      'pen_names.id as penName',
      'pen_names.name',
      'pen_names.account_id as account',
      'pen_names.left_at as leftAt',
    ])
    .where('token_hash', '=', hash)
    .executeTakeFirst()
}

/** False when somebody used it between our looking and now. */
export async function markNameLinkUsed(tx: Tx, id: number, account: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('name_links')
    .set({ used_at: tx.now(), used_by: account })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False where it has become somebody’s meanwhile. */
/** The first of an account stands for it. */
export async function setOwner(tx: Tx, penName: number, account: number): Promise<boolean> {
  const another = tx.db.selectFrom('pen_names').select('id').where('account_id', '=', account).limit(1)
  const isFirst = (await another.executeTakeFirst()) === undefined
  const { numUpdatedRows } = await tx.db
    .updateTable('pen_names')
    .set({ account_id: account, ...(isFirst ? { is_first: 1 as const } : {}) })
    .where('id', '=', penName)
    .where('account_id', 'is', null)
    .where('left_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export function findReserved(db: Reader, penName: number) {
  return db
    .selectFrom('pen_names')
    .select(['id', 'name'])
    .where('id', '=', penName)
    .where('account_id', 'is', null)
    .where('left_at', 'is', null)
    .executeTakeFirst()
}
