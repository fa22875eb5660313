// Which days are held for people of whom nothing is known, and for too long.
import type { Instant } from '#src/kit/instants.ts'
import type { Reader } from '#src/platform/context.ts'

export type LapsedHold = { readonly id: number; readonly round: number }

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
    .where('claims.state', '=', 'held')
    .where('claims.made_at', '<=', madeBefore)
    .whereRef('claims.made_by', '=', 'accounts.id')
    .where('accounts.confirmed_at', 'is', null)
    .where('accounts.vouched_at', 'is', null)
    .where('claims.part_life', '!=', 'up')
    .where('claims.has_stand_in', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('claim_turns')
            .select('claim_turns.id')
            .whereRef('claim_turns.claim_id', '=', 'claims.id')
            .where('claim_turns.event', '=', 'give-back')
            .where('claim_turns.by_whom', '=', 'clock'),
        ),
      ),
    )
    .orderBy('claims.made_at')
    .limit(200)
    .execute()
}
