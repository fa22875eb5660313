// Which days are held for people of whom nothing is known, and for too long.
import type { Instant } from '#src/kit/instants.ts'
import type { ExpressionBuilder } from 'kysely'
import type { Reader } from '#src/platform/context.ts'
import type { Tables } from '#src/schema/tables.ts'

export type LapsedHold = { readonly id: number; readonly round: number }

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
export function listLapsedHolds(db: Reader, madeBefore: Instant): Promise<LapsedHold[]> {
  return db
    .selectFrom('claims')
    .innerJoin('pen_names', 'pen_names.id', 'claims.pen_name_id')
    .innerJoin('accounts', 'accounts.id', 'pen_names.account_id')
    .select(['claims.id', 'claims.round_id as round'])
    .where(isBarren)
    .where('claims.made_at', '<=', madeBefore)
    .whereRef('claims.made_by', '=', 'accounts.id')
    .where('accounts.confirmed_at', 'is', null)
    .where('accounts.vouched_at', 'is', null)
    .orderBy('claims.made_at')
    .limit(200)
    .execute()
}

/** Taken without an account, for an address from which nobody has answered. */
export function listLapsedKeys(db: Reader, madeBefore: Instant): Promise<LapsedHold[]> {
  return db
    .selectFrom('claims')
    .innerJoin('claim_keys', 'claim_keys.claim_id', 'claims.id')
    .innerJoin('pen_names', 'pen_names.id', 'claims.pen_name_id')
    .select(['claims.id', 'claims.round_id as round'])
    .where(isBarren)
    .where('claims.made_at', '<=', madeBefore)
    .where('claim_keys.asked_by', '=', 'guest')
    .where('claim_keys.confirmed_at', 'is', null)
    .where('pen_names.account_id', 'is', null)
    .orderBy('claims.made_at')
    .limit(200)
    .execute()
}
