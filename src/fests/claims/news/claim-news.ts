// What a mail about a claim needs to know when it is written, read anew: the claim may have turned again meanwhile.
import { findLastTurn } from '#src/fests/claims/claim-turns.store.ts'
import { findClaimById, type StoredClaim } from '#src/fests/claims/claims.store.ts'
import { roundIfThere } from '#src/fests/rounds/rounds.ts'
import { communityOf } from '#src/people/communities/communities.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'

export type { StoredClaim } from '#src/fests/claims/claims.store.ts'

export type Happened = { readonly name: string; readonly claim: number; readonly turn: number }

export type News = {
  readonly claim: StoredClaim
  readonly account: number
  /** The round's name. */
  readonly round: string
  readonly by: 'holder' | 'mod' | 'clock'
  /** Of the page of the claim. */
  readonly path: string
}

/** Undefined where there is nobody to tell, or nothing to tell any more. */
export async function newsOf(ctx: Ctx, happened: Happened): Promise<News | undefined> {
  const claim = await findClaimById(ctx.db, happened.claim)
  const turn = await findLastTurn(ctx.db, happened.claim)
  if (!claim || claim.account === null || turn?.id !== happened.turn) return undefined
  const round = await roundIfThere(ctx.db, claim.round)
  if (!round) return undefined
  const path = paths.claim((await communityOf(ctx.db, round.community)).slug, round.slug, claim.id)
  return { claim, account: claim.account, round: round.name, by: turn.by, path }
}

/** What every mail about a claim has: the round at its head, and the button to the page where all of it can be changed. */
export const roundAndButton = ({ round, path }: News) => ({
  heading: round,
  link: { label: 'To the page of your claim', path },
})

/** For what follows a claim: the claim as it is now. */
export const claimIfThere = (db: Reader, id: number): Promise<StoredClaim | undefined> => findClaimById(db, id)
