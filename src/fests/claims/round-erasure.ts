// Takes the claims of a round away with their turns; only for rounds that are themselves erased.
import { eraseClaims } from '#src/fests/claims/claims.store.ts'
import type { Tx } from '#src/platform/context.ts'

export const eraseClaimsOf = (tx: Tx, round: number): Promise<void> => eraseClaims(tx, round)
