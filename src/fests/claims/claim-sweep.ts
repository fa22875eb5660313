// What time does to claims: grace that passes and rounds that end, each turned once, with the date it should have had.
import type { ClaimDeadlines } from '#src/fests/claims/table/claim-clock.ts'
import { asTable, recordTurn } from '#src/fests/claims/claim-record.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import {
  type Due,
  findClaimById,
  listClaimsToRecompute,
  listDue,
  listUnfinished,
  type StoredClaim,
  updateClaim,
  updateDeadlines,
} from '#src/fests/claims/claims.store.ts'
import { deadlinesFor, readBoard } from '#src/fests/claims/round-of-claims.ts'
import { findDay, roundIfThere } from '#src/fests/rounds/rounds.ts'
import { laterDeadline, recomputed } from '#src/kit/deadline.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'

/** Whoever comes second finds nothing left to do: each claim is looked at again under its round's lock. */
export async function turnDueClaims(ctx: Ctx): Promise<void> {
  for (;;) {
    const due = await listDue(ctx.db, ctx.now())
    let turned = 0
    for (const claim of due) turned += (await turnByClock(ctx, claim)) ? 1 : 0
    if (turned === 0) return
  }
}

/** A claim that cannot be turned must not keep the others from their turn; it comes round again with the next sweep. */
async function turnByClock(ctx: Ctx, due: Due): Promise<boolean> {
  try {
    return await ctx.atomically({ rounds: due.round }, async (tx) => {
      const claim = await findClaimById(tx.db, due.id)
      return claim !== undefined && (await caughtUp(tx, claim)).state !== claim.state
    })
  } catch (error) {
    ctx.log.error({ claim: due.id, err: error }, 'the clock could not turn a claim')
    return false
  }
}

/** The claim as its clock has made it by now: what somebody does to it never depends on whether a sweep has been by. */
export async function caughtUp(tx: Tx, claim: StoredClaim): Promise<StoredClaim> {
  const event = claim.state === 'held' ? 'grace-passes' : 'round-ends'
  const outcome = turn(asTable(claim), { kind: event }, tx.now())
  if (outcome.kind !== 'turned') return claim
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
  return caughtUp(tx, { ...claim, state: outcome.to })
}

/**
 * A free-for-all day that is added is one more to land on, and more grace is for everybody whose own has not ended. No end that was
 * promised gets earlier by a change of the round or its days.
 */
export async function followDays(ctx: Ctx, round: number): Promise<void> {
  await ctx.atomically({ rounds: round }, async (tx) => {
    const current = await roundIfThere(tx.db, round)
    if (!current) return
    const board = await readBoard(tx.db, current)
    for (const claim of await listUnfinished(tx.db, round)) {
      const day = await findDay(tx.db, round, claim.day)
      const promised = claim.deadlines
      const now = extended(promised, deadlinesFor(board, day, claim.zone), tx.now())
      if (now.graceEnd !== promised.graceEnd || now.roundEnd !== promised.roundEnd)
        await updateDeadlines(tx, claim.id, now)
    }
  })
}

function extended(promised: ClaimDeadlines, anew: ClaimDeadlines, now: Instant): ClaimDeadlines {
  const graceEnd = now < promised.graceEnd.at ? laterDeadline(promised.graceEnd, anew.graceEnd) : promised.graceEnd
  const roundEnd = laterDeadline(promised.roundEnd, anew.roundEnd)
  return { ...promised, graceEnd, roundEnd: laterDeadline(graceEnd, roundEnd) }
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
