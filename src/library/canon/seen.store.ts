// How far each account has seen each canon.
import type { Reader, Tx } from '#src/platform/context.ts'

export type SeenRow = { readonly fandom: number; readonly code: string }

export function listSeen(db: Reader, account: number): Promise<SeenRow[]> {
  return db
    .selectFrom('canon_seen')
    .innerJoin('canon_parts', 'canon_parts.id', 'canon_seen.part_id')
    .select(['canon_seen.fandom_id as fandom', 'canon_parts.code'])
    .where('canon_seen.account_id', '=', account)
    .execute()
}

export async function replaceSeen(
  tx: Tx,
  { account, fandom, part }: { readonly account: number; readonly fandom: number; readonly part: number | undefined },
): Promise<void> {
  await tx.db.deleteFrom('canon_seen').where('account_id', '=', account).where('fandom_id', '=', fandom).execute()
  if (part === undefined) return
  await tx.db.insertInto('canon_seen').values({ account_id: account, fandom_id: fandom, part_id: part }).execute()
}

export async function forgetSeen(tx: Tx, account: number): Promise<void> {
  await tx.db.deleteFrom('canon_seen').where('account_id', '=', account).execute()
}
