// What a mail about a claim needs to know when it is written, read anew: the claim may have turned again meanwhile.
import { findLastTurn } from '#src/fests/claims/claim-turns.store.ts'
import { findClaimById, listClaimsOf, type StoredClaim } from '#src/fests/claims/claims.store.ts'
import { keyOf, keyPurpose } from '#src/fests/claims/keys/keys.ts'
import { freeDayAfter, takesPiecesAfterwards } from '#src/fests/claims/later/ahead.ts'
import { listDays, roundIfThere } from '#src/fests/rounds/rounds.ts'
import type { Standing } from '#src/fests/claims/table/claim-states.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import { communityOf } from '#src/people/communities/communities.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'

export type { StoredClaim } from '#src/fests/claims/claims.store.ts'

export type Happened = { readonly name: string; readonly claim: number; readonly turn: number }

/** An account; or whoever has the key to the claim, at the address that was given for it. */
export type Addressee = { readonly account: number } | { readonly account: null; readonly to: string }

export type News = {
  readonly claim: StoredClaim
  readonly to: Addressee
  /** The round's name. */
  readonly round: string
  readonly by: 'holder' | 'mod' | 'clock'
  /** Of the page of the claim. */
  readonly path: string
  readonly turn: LastTurn
}

/** What has just happened to a claim, by which row of the table; with a mod's deed the reason. */
export type LastTurn = {
  readonly event: string
  readonly row: number
  readonly from: Standing
  readonly reason: string | null
}

/** Undefined where there is nobody to tell, or nothing to tell any more. */
export async function newsOf(ctx: Ctx, happened: Happened): Promise<News | undefined> {
  const claim = await findClaimById(ctx.db, happened.claim)
  const turn = await findLastTurn(ctx.db, happened.claim)
  if (!claim || turn?.id !== happened.turn) return undefined
  const to = await addresseeOf(ctx, claim, happened)
  if (!to) return undefined
  // Whoever leaves knows it, and whoever was removed is told by that.
  if (turn.event === 'leave') return undefined
  const round = await roundIfThere(ctx.db, claim.round)
  if (!round) return undefined
  const path = paths.claim((await communityOf(ctx.db, round.community)).slug, round.slug, claim.id)
  return { claim, to, round: round.name, by: turn.by, turn, path }
}

/** With a key the first mail is the one that brings it, and says what was claimed. */
async function addresseeOf(ctx: Ctx, claim: StoredClaim, { name }: Happened): Promise<Addressee | undefined> {
  if (claim.account !== null) return { account: claim.account }
  const key = name === 'claim.made' ? undefined : await keyOf(ctx, claim.id)
  return key && { account: null, to: key.email }
}

/** What every mail about a claim has: the round at its head, and the button to the page where all of it can be changed; without an account that is a key link. */
export const roundAndButton = ({ round, path, to, claim }: News) => ({
  heading: round,
  link: {
    label: 'To the page of your claim',
    ...(to.account === null ? { purpose: keyPurpose(claim.id) } : { path }),
  },
})

/** For what follows a claim: the claim as it is now. */
export const claimIfThere = (db: Reader, id: number): Promise<StoredClaim | undefined> => findClaimById(db, id)

/** How the round takes a piece that comes after its day, and after its own end. */
export type Landing = {
  readonly nextFreeDay: CalendarDay | undefined
  readonly isAtOnce: boolean
  readonly afterwards: 'welcome' | 'ask-mods' | 'closed'
}

export async function landingOf(ctx: Ctx, claim: StoredClaim): Promise<Landing | undefined> {
  const round = await roundIfThere(ctx.db, claim.round)
  if (!round) return undefined
  const isTaken = await takesPiecesAfterwards(ctx.db, round)
  return {
    nextFreeDay: freeDayAfter(round, await listDays(ctx.db, claim.round), claim, ctx.now()),
    isAtOnce: round.laterRule === 'at-once',
    afterwards: !isTaken ? 'closed' : round.afterRound === 'ask-mods' ? 'ask-mods' : 'welcome',
  }
}

/** Everything of one person's that the same round ended without; a key opens one claim. */
export const listClosedWith = async (db: Reader, claim: StoredClaim, { account }: Addressee): Promise<StoredClaim[]> =>
  account === null ? [claim] : (await listClaimsOf(db, claim.round, account)).filter(({ state }) => state === 'closed')
