// What time does to claims: grace that passes and rounds that end, each turned once, with the date it should have had.
import type { ClaimDeadlines } from '#src/fests/claims/table/claim-clock.ts'
import { asTable, recordTurn } from '#src/fests/claims/claim-record.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import {
  type Due,
  findClaimById,
  listClaimsToRecompute,
  listDue,
  updateClaim,
  updateDeadlines,
} from '#src/fests/claims/claims.store.ts'
import { laterDeadline, recomputed } from '#src/kit/deadline.ts'
import type { Ctx } from '#src/platform/context.ts'

/** Whoever comes second finds nothing left to do: each claim is looked at again under its round's lock. */
export async function turnDueClaims(ctx: Ctx): Promise<void> {
  for (;;) {
    const due = await listDue(ctx.db, ctx.now())
    let turned = 0
    for (const claim of due) turned += (await turnByClock(ctx, claim)) ? 1 : 0
    if (turned === 0) return
  }
}

async function turnByClock(ctx: Ctx, due: Due): Promise<boolean> {
  return ctx.atomically({ rounds: due.round }, async (tx) => {
    const claim = await findClaimById(tx.db, due.id)
    if (!claim || !['held', 'later'].includes(claim.state)) return false
    const event = claim.state === 'held' ? 'grace-passes' : 'round-ends'
    const outcome = turn(asTable(claim), { kind: event }, tx.now())
    if (outcome.kind !== 'turned') return false
    await updateClaim(tx, claim.id, { state: outcome.to, place: claim.place })
    await recordTurn(tx, {
      claim: claim.id,
      round: claim.round,
      event,
      outcome,
      from: claim.state,
      fromDay: null,
      toDay: null,
      by: 'clock',
      news: 'claim.turned',
    })
    return true
  })
}

/** Governments move clocks: the promise is the wall. An end that was promised never gets earlier by it. */
export async function recomputeClaims(ctx: Ctx): Promise<void> {
  for (const { id, round } of await listClaimsToRecompute(ctx.db, ctx.now())) {
    await ctx.atomically({ rounds: round }, async (tx) => {
      const claim = await findClaimById(tx.db, id)
      if (claim) await updateDeadlines(tx, id, promisedAgain(claim.deadlines))
    })
  }
}

function promisedAgain({ start, end, graceEnd, roundEnd }: ClaimDeadlines): ClaimDeadlines {
  return {
    start: recomputed(start),
    end: laterDeadline(end, recomputed(end)),
    graceEnd: laterDeadline(graceEnd, recomputed(graceEnd)),
    roundEnd: laterDeadline(roundEnd, recomputed(roundEnd)),
  }
}
