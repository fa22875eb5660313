// How a claim is refused: the table's sentence made exact, with who has the day and what is open instead, as buttons.
import type { ClaimRefusal, Turn } from '#src/fests/claims/table/claim-row.ts'
import { type Board, holdersOf, nearestOpen } from '#src/fests/claims/round-of-claims.ts'
import type { Day } from '#src/fests/rounds/rounds.ts'
import { sayDay, sayList, sayMoment } from '#src/kit/date-words.ts'
import type { Instant } from '#src/kit/instants.ts'
import { type Offer, Refusal } from '#src/kit/refusal.ts'

export type Wanted = {
  readonly board: Board
  readonly day: Day
  readonly zone: string
  readonly now: Instant
  /** Where a button for another day posts to; undefined offers none. */
  readonly offersTo: string | undefined
}

/** Why a turn was not taken; a time event that does not concern a claim never comes from a person. */
export function refuseTurn(turn: Exclude<Turn, { kind: 'turned' }>): ClaimRefusal {
  if (turn.kind === 'refused') return turn.refusal
  return { kind: 'closed', code: 'claim/not-concerned', sentence: 'There is nothing to do here.' }
}

export function refuseDay(refusal: ClaimRefusal, wanted: Wanted): Refusal {
  const instead = ['claim/limit', 'claim/not-yet'].includes(refusal.code)
    ? []
    : nearestOpen(wanted.board, wanted.day, wanted.zone, wanted.now)
  const sentence = [exactly(refusal, wanted), sayOpen(refusal, instead)].filter(Boolean).join(' ')
  return new Refusal(refusal.kind, refusal.code, sentence, { about: 'day', offers: offersOf(wanted, instead) })
}

function exactly(refusal: ClaimRefusal, wanted: Wanted): string {
  const { board, day, zone } = wanted
  const { claimsOpen } = board.round
  if (refusal.code === 'claim/taken') {
    const names = holdersOf(board, day).map((claim) => claim.name)
    const few = names.length <= 3 ? sayList(names) : `${names.length} people`
    return `${few} ${names.length === 1 ? 'has' : 'have'} taken ${sayDay(day.on)}.`
  }
  if (refusal.code === 'claim/not-yet' && claimsOpen) return `Claiming opens on ${sayMoment(claimsOpen.at, zone)}.`
  if (refusal.code === 'claim/over') return `${sayDay(day.on)} has begun, and can no longer be claimed.`
  if (refusal.code === 'claim/not-for-claiming')
    return `${sayDay(day.on)} is ${day.kind === 'free' ? 'free for all: no claim is needed' : 'closed'}.`
  return refusal.sentence
}

function sayOpen(refusal: ClaimRefusal, instead: readonly Day[]): string {
  if (instead.length > 0)
    return `${sayList(instead.map((day) => sayDay(day.on)))} ${instead.length === 1 ? 'is' : 'are'} open.`
  return refusal.code === 'claim/taken' ? 'No other day is open right now.' : ''
}

function offersOf({ offersTo }: Wanted, instead: readonly Day[]): Offer[] {
  if (offersTo === undefined) return []
  return instead.map((day) => ({ label: `Take ${sayDay(day.on)}`, post: offersTo, fields: { day: String(day.id) } }))
}
