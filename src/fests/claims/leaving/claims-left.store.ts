// The claims of somebody who leaves: all of them, and the name they stand under.
import type { Reader, Tx } from '#src/platform/context.ts'

export type ClaimLeft = { readonly id: number; readonly round: number; readonly penName: number }

const whole = (db: Reader) =>
  db
    .selectFrom('claims')
    .select(['claims.id', 'claims.round_id as round', 'claims.pen_name_id as penName'])
    .orderBy('claims.round_id')
    .orderBy('claims.id')

export function listClaimsBy(db: Reader, account: number): Promise<ClaimLeft[]> {
  return whole(db)
    .innerJoin('pen_names', 'pen_names.id', 'claims.pen_name_id')
    .where('pen_names.account_id', '=', account)
    .execute()
}

export const listClaimsUnder = (db: Reader, penName: number): Promise<ClaimLeft[]> =>
  whole(db).where('claims.pen_name_id', '=', penName).execute()

export async function setHolder(tx: Tx, claim: number, penName: number): Promise<void> {
  await tx.db.updateTable('claims').set({ pen_name_id: penName }).where('id', '=', claim).execute()
}

/** Who did what to claims, their own and those of others, is told by nothing any more. */
export async function forgetHand(tx: Tx, account: number): Promise<void> {
  await tx.db.updateTable('claims').set({ made_by: null }).where('made_by', '=', account).execute()
  await tx.db.updateTable('claim_keys').set({ made_by: null }).where('made_by', '=', account).execute()
  await tx.db.updateTable('claim_turns').set({ by_account: null }).where('by_account', '=', account).execute()
}
