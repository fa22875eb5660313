// Which days are held for people of whom nothing is known, and for too long.
import type { Instant } from '#src/kit/instants.ts'
import type { ExpressionBuilder } from 'kysely'
import type { Reader } from '#src/platform/context.ts'
import type { Tables } from '#src/schema/tables.ts'

export type LapsedHold = { readonly id: number; readonly round: number }

export type Hold = LapsedHold & { readonly madeAt: Instant; readonly by: 'account' | 'key' }

/** Nothing of it is up, and it was not given back so before. */
const isBarren = ({ and, eb, not, exists, selectFrom }: ExpressionBuilder<Tables, 'claims'>) =>
  and([
    eb('claims.state', '=', 'held'),
    eb('claims.part_life', '!=', 'up'),
    eb('claims.has_stand_in', '=', 0),
    not(
      exists(
        selectFrom('claim_turns')
          .select('claim_turns.id')
          .whereRef('claim_turns.claim_id', '=', 'claims.id')
          .where('claim_turns.event', '=', 'give-back')
          .where('claim_turns.by_whom', '=', 'clock'),
      ),
    ),
  ])

/**
 * Taken by themselves: whom a mod entered, the mod knows. Nothing of it is up yet: whoever has put up a part, or something
 * small for the day, is no squatter. A day that was given back so once is not again.
 */
const heldByStrangers = (db: Reader) =>
  db
    .selectFrom('claims')
    .innerJoin('pen_names', 'pen_names.id', 'claims.pen_name_id')
    .innerJoin('accounts', 'accounts.id', 'pen_names.account_id')
    .select(['claims.id', 'claims.round_id as round', 'claims.made_at as madeAt'])
    .where(isBarren)
    .whereRef('claims.made_by', '=', 'accounts.id')
    .where('accounts.confirmed_at', 'is', null)
    .where('accounts.vouched_at', 'is', null)

/** Taken without an account, for an address from which nobody has answered. */
const heldByKeys = (db: Reader) =>
  db
    .selectFrom('claims')
    .innerJoin('claim_keys', 'claim_keys.claim_id', 'claims.id')
    .innerJoin('pen_names', 'pen_names.id', 'claims.pen_name_id')
    .select(['claims.id', 'claims.round_id as round', 'claims.made_at as madeAt'])
    .where(isBarren)
    .where('claim_keys.asked_by', '=', 'guest')
    .where('claim_keys.confirmed_at', 'is', null)
    .where('pen_names.account_id', 'is', null)

/** Those that are over, the oldest first; so many at once of each kind. */
export async function listLapsed(db: Reader, madeBefore: Instant): Promise<LapsedHold[]> {
  const strangers = heldByStrangers(db).where('claims.made_at', '<=', madeBefore).orderBy('claims.made_at')
  const keys = heldByKeys(db).where('claims.made_at', '<=', madeBefore).orderBy('claims.made_at')
  return [...(await strangers.limit(200).execute()), ...(await keys.limit(200).execute())]
}

/** Of one round. */
export async function listHolds(db: Reader, round: number): Promise<Hold[]> {
  const strangers = await heldByStrangers(db).where('claims.round_id', '=', round).execute()
  const keys = await heldByKeys(db).where('claims.round_id', '=', round).execute()
  return [
    ...strangers.map((hold) => ({ ...hold, by: 'account' as const })),
    ...keys.map((hold) => ({ ...hold, by: 'key' as const })),
  ]
}
