// A mod sets a claim to another state, with a reason that its holder is told: for whatever no button foresees.
import type { Where } from '#src/fests/claims/claim-access.ts'
import { asTable, notSaid, recordTurn } from '#src/fests/claims/claim-record.ts'
import { refuseDay, refuseHaving, refuseTurn } from '#src/fests/claims/claim-refusal-words.ts'
import { type StoredClaim, updateClaim, updatePieces } from '#src/fests/claims/claims.store.ts'
import { claimForMods } from '#src/fests/claims/mods/mod-turns.ts'
import { type Board, freePlace, holdsDay, isForClaiming, readBoard } from '#src/fests/claims/round-of-claims.ts'
import { clockOf, momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import { NO } from '#src/fests/claims/table/claim-refusals.ts'
import { type ClaimState, standingAt, withoutScheduled } from '#src/fests/claims/table/claim-states.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { type Day, findDay, findRound, roundById } from '#src/fests/rounds/rounds.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { unlessTaken } from '#src/platform/database/conflicts.ts'

/** Places on a waiting list and offers are made by the list itself, so nobody sets a claim to those. */
export type Settable = Exclude<ClaimState, 'waiting' | 'offered'>

export type SettingRight = { readonly claim: number; readonly to: Settable; readonly reason: string }

/**
 * Refuses what the clock would turn back at once, what a piece that is up speaks against, and a held day without a place
 * (`about` the state); and an empty reason.
 */
export async function setClaim(ctx: Ctx, where: Where, { claim: id, to, reason }: SettingRight): Promise<ClaimState> {
  const home = await findRound(ctx, where.community, where.round)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    const claim = await claimForMods(tx, home, id)
    const outcome = turn(asTable(claim), { kind: 'set', to, reason }, tx.now())
    if (outcome.kind !== 'turned') {
      const { kind, code, sentence } = refuseTurn(outcome)
      throw no(code, sentence, kind === 'missing' ? 'reason' : 'state')
    }
    const board = await readBoard(tx.db, await roundById(tx.db, home.round.id))
    const day = await findDay(tx.db, home.round.id, claim.day)
    mustFitPieces(claim, to)
    mustFitClock(tx, claim, to)
    const place = placeFor(tx, { claim, to, board, day })
    await unlessTaken(tx, updateClaim(tx, id, { state: to, place, ...notSaid(outcome) }), () =>
      noPlace(tx, claim, board, day),
    )
    if (isGone(to)) await updatePieces(tx, id, withoutScheduled(claim.pieces))
    const turned = { claim: id, round: claim.round, event: 'set', outcome, from: claim.state } as const
    await recordTurn(tx, { ...turned, fromDay: null, toDay: null, by: 'mod', reason, news: 'claim.set' })
    return to
  })
}

const isGone = (state: ClaimState): boolean => state === 'given-back' || state === 'taken-over'

const no = (code: string, sentence: string, about: string): Refusal => new Refusal('closed', code, sentence, { about })

/** A claim whose piece everybody can read is kept: it is the piece that has to say something else first. */
function mustFitPieces({ pieces }: StoredClaim, to: Settable): void {
  if (pieces.main === 'up' && (to === 'held' || to === 'later' || to === 'closed'))
    throw no(
      'claim/main-is-up',
      'Its main piece is up, so the day is kept. Say on the page of the piece that it does not count, and the claim follows.',
      'state',
    )
  if (pieces.main === 'scheduled' && to === 'closed')
    throw no('claim/main-waits', 'Its main piece is handed in and waits to go up. It can be let through.', 'state')
}

/** The clock goes by the same table and would have the last word within seconds. */
function mustFitClock(tx: Tx, claim: StoredClaim, to: Settable): void {
  const now = tx.now()
  const clock = clockOf(momentsOf(claim.deadlines), now)
  const stands = standingAt({ ...asTable(claim), state: to }, now)
  if (stands !== to)
    throw no(
      'claim/clock-disagrees',
      to === 'held'
        ? 'The grace of its day is over, so the clock would turn it back at once. Move it to another day instead.'
        : `By the clock it would be “${wordFor(stands)}” again at once.`,
      'state',
    )
  if (to === 'closed' && clock !== 'round-over')
    throw no('claim/round-not-over', 'The round is not over for this claim. It can be given back instead.', 'state')
}

const wordFor = (state: string): string =>
  ({ kept: 'kept', closed: 'the round ended without a piece', later: 'expected in the free for all' })[state] ?? state

type Seating = {
  readonly claim: StoredClaim
  readonly to: Settable
  readonly board: Board
  readonly day: Day
}

/** A held day takes a place; what is expected or kept takes one where there is one, and stands without it otherwise. */
function placeFor(tx: Tx, { claim, to, board, day }: Seating): number | null {
  if (isGone(to)) return null
  if (claim.place !== null) return claim.place
  const isElsewhere = holdsDay(board, day, claim.penName)
  const place = isForClaiming(day) && !isElsewhere ? freePlace(board, day) : undefined
  if (to === 'held' && isElsewhere) throw no('claim/have-it', refuseHaving(claim.name, day).sentence, 'state')
  if (to === 'held' && place === undefined) throw noPlace(tx, claim, board, day)
  return place ?? null
}

function noPlace(tx: Tx, claim: StoredClaim, board: Board, day: Day): Refusal {
  const chooser = { ...claim, by: 'mod' as const }
  const why = isForClaiming(day) ? NO.noPlace : NO.notForClaiming
  const { kind, code, sentence } = refuseDay(why, { board, day, chooser, now: tx.now(), instead: undefined })
  return new Refusal(kind, code, sentence, { about: 'state' })
}
