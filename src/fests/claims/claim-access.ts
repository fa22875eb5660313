// Who may do something to a claim: its holder, and the mods; to everybody else it does not exist.
import type { Actor } from '#src/fests/claims/table/claim-events.ts'
import { findClaimOfRound, type StoredClaim } from '#src/fests/claims/claims.store.ts'
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { isMissing } from '#src/kit/refusal.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'

export type { StoredClaim } from '#src/fests/claims/claims.store.ts'

/** Where a claim is: its community's and its round's words from the address. */
export type Where = { readonly community: string; readonly round: string }

export async function findClaim(db: Reader, round: number, id: number): Promise<StoredClaim> {
  const claim = await findClaimOfRound(db, round, id)
  if (!claim) throw isMissing('claim')
  return claim
}

/** For one’s own day, or with the key to it; a name that has been taken over is opened by no key. */
export function isHolder({ viewer }: Pick<Ctx, 'viewer'>, claim: StoredClaim): boolean {
  if (viewer.kind === 'key') return viewer.claim === claim.id && claim.account === null && !claim.hasLeft
  return viewer.kind === 'person' && viewer.account === claim.account
}

/** A mod stays a holder on a day of their own until it begins; after that only mods can give a new one. */
export function actorOn(ctx: Pick<Ctx, 'viewer' | 'now'>, home: RoundAtHome, claim: StoredClaim): Actor {
  const isMine = isHolder(ctx, claim)
  if (isMine && (!home.isMod || ctx.now() < claim.deadlines.start.at)) return 'holder'
  if (home.isMod) return 'mod'
  throw isMissing('claim')
}
