// A day is held for 48 hours for somebody who has not confirmed their address; then the clock gives it back, kindly.
import { keyOf } from '#src/fests/claims/keys/keys.ts'
import { asTable, recordTurn } from '#src/fests/claims/claim-record.ts'
import { findClaimById, type StoredClaim, updateClaim, updatePieces } from '#src/fests/claims/claims.store.ts'
import { claimingOpen, readBoard } from '#src/fests/claims/round-of-claims.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { withoutScheduled } from '#src/fests/claims/table/claim-states.ts'
import { findDay, roundById } from '#src/fests/rounds/rounds.ts'
import { addMillis } from '#src/kit/instants.ts'
import { HOLD, isStranger } from '#src/people/accounts/sign-up/standing.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { type LapsedHold, listLapsed } from './lapsing.store.ts'

/** Before the sweep that lets grace pass: a hold that is over has no grace. */
export async function giveBackLapsed(ctx: Ctx): Promise<void> {
  const before = addMillis(ctx.now(), -HOLD)
  for (const hold of await listLapsed(ctx.db, before)) await giveBackOne(ctx, hold)
}

/** One that cannot be given back must not keep the others; it comes round again. */
async function giveBackOne(ctx: Ctx, hold: LapsedHold): Promise<void> {
  try {
    await ctx.atomically({ rounds: hold.round }, (tx) => giveBack(tx, hold))
  } catch (error) {
    ctx.log.error({ claim: hold.id, err: error }, 'a hold that is over could not be given back')
  }
}

async function isUnknown(tx: Tx, { id, account }: StoredClaim): Promise<boolean> {
  if (account !== null) return isStranger(tx.db, account)
  const key = await keyOf(tx, id)
  return key?.askedBy === 'guest' && key.confirmedAt === null
}

/** The turn of giving back, as the table has it, stamped with the minute in which the hold was over. */
async function giveBack(tx: Tx, { id, round }: LapsedHold): Promise<void> {
  const claim = await findClaimById(tx.db, id)
  if (!claim || claim.state !== 'held' || !(await isUnknown(tx, claim))) return
  const board = await readBoard(tx.db, await roundById(tx.db, round))
  const day = await findDay(tx.db, round, claim.day)
  const dueAt = addMillis(claim.madeAt, HOLD)
  const open = claimingOpen(board, day, claim.deadlines.start.at, dueAt, 'holder')
  const event = {
    kind: 'give-back',
    by: 'holder',
    waitingList: false,
    claimingOpen: open,
    freedPlaceRule: 'stays-open',
  } as const
  const outcome = turn(asTable(claim), event, dueAt)
  if (outcome.kind !== 'turned') return
  await updateClaim(tx, id, { state: outcome.to, place: null })
  await updatePieces(tx, id, withoutScheduled(claim.pieces))
  await recordTurn(tx, {
    claim: id,
    round,
    event: 'give-back',
    outcome: { ...outcome, dueAt },
    from: claim.state,
    fromDay: claim.day,
    toDay: null,
    by: 'clock',
    news: 'claim.given-back',
  })
}
