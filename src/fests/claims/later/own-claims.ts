// Every claim of whoever looks, over all communities and rounds that are there: what the page of their own is made of.
import { asTable } from '#src/fests/claims/claim-record.ts'
import { listTurns } from '#src/fests/claims/claim-turns.store.ts'
import { listClaimsOfAccount, type StoredClaim } from '#src/fests/claims/claims.store.ts'
import { type Board, freePlace, holdsDay, isForClaiming, readBoard } from '#src/fests/claims/round-of-claims.ts'
import { type ClaimAtHome, lookAtClaim } from '#src/fests/claims/round-shown.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { roundAtHome } from '#src/fests/rounds/rounds.ts'
import type { Ctx } from '#src/platform/context.ts'

export type OwnClaim = ClaimAtHome & {
  /** Given back, with time left to take it back and a place to take. */
  readonly mayTakeBack: boolean
}

/** In the order of their days; none for guests. A round that this viewer does not see is left out. */
export async function listOwnClaims(ctx: Ctx): Promise<OwnClaim[]> {
  if (ctx.viewer.kind !== 'person') return []
  const own: OwnClaim[] = []
  for (const [round, claims] of Map.groupBy(await listClaimsOfAccount(ctx.db, ctx.viewer.account), (it) => it.round)) {
    const home = await roundAtHome(ctx, round)
    if (!home) continue
    const board = await readBoard(ctx.db, home.round)
    for (const claim of claims)
      own.push({ ...(await lookAtClaim(ctx, home, board, claim)), mayTakeBack: await mayTakeBack(ctx, board, claim) })
  }
  return own.toSorted((one, other) => (one.claim.deadlines.start.at < other.claim.deadlines.start.at ? -1 : 1))
}

async function mayTakeBack(ctx: Ctx, board: Board, claim: StoredClaim): Promise<boolean> {
  const day = board.days.find(({ id }) => id === claim.day)
  if (claim.state !== 'given-back' || !day || holdsDay(board, day, claim.penName)) return false
  const given = (await listTurns(ctx.db, claim.id)).findLast(({ event }) => event === 'give-back')
  const placeLeft = isForClaiming(day) && freePlace(board, day) !== undefined
  if (!given || !placeLeft) return false
  const from = given.from === 'later' ? 'later' : 'held'
  const event = { kind: 'restore', by: 'holder', gaveBackAt: given.at, from, placeLeft } as const
  return turn(asTable(claim), event, ctx.now()).kind === 'turned'
}
