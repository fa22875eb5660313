// Handing a piece in for a claim: what the table makes of it, kept with the claim; what becomes of the piece is for posting to do.
import { actorOn, findClaim } from '#src/fests/claims/claim-access.ts'
import { asTable, notSaid, recordTurn } from '#src/fests/claims/claim-record.ts'
import { refuseTurn } from '#src/fests/claims/claim-refusal-words.ts'
import { type StoredClaim, updateClaim, updatePieces } from '#src/fests/claims/claims.store.ts'
import type { EventOf } from '#src/fests/claims/table/claim-events.ts'
import type { Turned } from '#src/fests/claims/table/claim-row.ts'
import type { Pieces } from '#src/fests/claims/table/claim-states.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { freeDayAt, nextFreeDay } from '#src/fests/claims/pieces/free-days.ts'
import { isFollowed, listDays, type RoundAtHome } from '#src/fests/rounds/rounds.ts'
import type { Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Tx } from '#src/platform/context.ts'

export type HandingIn = {
  readonly claim: number
  readonly role: 'main' | 'part' | 'stand-in' | 'extra'
  readonly when: 'on-the-day' | 'now'
  /** The first attempt, even if a field was missing then. */
  readonly handedInAt: Instant
}

/** What is to be done with the piece, and under which day it is filed. */
export type Verdict = { readonly claim: StoredClaim; readonly isOnTime: boolean } & (
  | { readonly kind: 'up' }
  | { readonly kind: 'scheduled'; readonly goesUpAt: Instant }
)

/** Within the transaction that holds the round. Refuses with the table's own sentences. */
export async function handIn(tx: Tx, home: RoundAtHome, handing: HandingIn): Promise<Verdict> {
  const claim = await findClaim(tx.db, home.round.id, handing.claim)
  const by = actorOn(tx, home, claim)
  const event = { kind: 'hand-in', by, ...handing, ...(await roundFacts(tx, home, claim)) } as const
  const outcome = turn(asTable(claim), event, tx.now())
  if (outcome.kind === 'nothing') return { kind: 'up', claim, isOnTime: false }
  if (outcome.kind === 'refused') throw refused(outcome)
  await updateClaim(tx, claim.id, { state: outcome.to, place: claim.place, ...notSaid(outcome) })
  await updatePieces(tx, claim.id, piecesAfter(claim.pieces, handing.role, outcome))
  await recordTurn(tx, {
    claim: claim.id,
    round: claim.round,
    event: 'hand-in',
    outcome,
    from: claim.state,
    fromDay: null,
    toDay: null,
    by,
    news: 'claim.turned',
  })
  const isOnTime = outcome.effects.includes('counts-on-time') || outcome.row === 10
  if (outcome.scheduleFor !== undefined) return { kind: 'scheduled', goesUpAt: outcome.scheduleFor, claim, isOnTime }
  return { kind: 'up', claim, isOnTime }
}

function refused(outcome: Parameters<typeof refuseTurn>[0]): Refusal {
  const { kind, code, sentence } = refuseTurn(outcome)
  return new Refusal(kind === 'missing' ? 'closed' : kind, code, sentence, { about: 'role' })
}

type Facts = Omit<EventOf<'hand-in'>, 'kind' | 'by' | 'claim' | 'role' | 'when' | 'handedInAt'>

async function roundFacts(tx: Tx, { round }: RoundAtHome, claim: StoredClaim): Promise<Facts> {
  const days = await listDays(tx.db, round.id)
  return {
    allowsEarly: round.allowsEarly,
    freeForAllToday: freeDayAt(round, days, claim.zone, tx.now()) !== undefined,
    laterRule: round.laterRule,
    nextFreeDayAt: nextFreeDay(round, days, claim.zone, tx.now())?.startsAt,
    afterRound: round.afterRound,
    nextRoundOpen: await isFollowed(tx.db, round),
  }
}

function piecesAfter(before: Pieces, role: HandingIn['role'], outcome: Turned): Pieces {
  const life = outcome.scheduleFor === undefined ? 'up' : 'scheduled'
  if (role === 'main') return { ...before, main: life }
  if (role === 'part') return { ...before, part: before.part === 'up' ? 'up' : life }
  return role === 'stand-in' ? { ...before, standIn: true } : before
}
