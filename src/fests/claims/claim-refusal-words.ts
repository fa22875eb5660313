// How a claim is refused: the table's sentence made exact, with who has the day and what is open instead, as buttons.
import type { ClaimRefusal, Turn } from '#src/fests/claims/table/claim-row.ts'
import { type Board, type Chooser, holdersOf, nearestOpen } from '#src/fests/claims/round-of-claims.ts'
import type { Day } from '#src/fests/rounds/rounds.ts'
import { sayDay, sayList, sayMoment } from '#src/kit/date-words.ts'
import type { Instant } from '#src/kit/instants.ts'
import { type Offer, Refusal } from '#src/kit/refusal.ts'

export type Wanted = {
  readonly board: Board
  readonly day: Day
  readonly chooser: Chooser
  readonly now: Instant
  /** What a button for another day says before its name, and where it posts to; undefined offers none. */
  readonly instead:
    | { readonly verb: string; readonly post: string; readonly fields?: Readonly<Record<string, string>> }
    | undefined
}

/** Why a turn was not taken; a time event that does not concern a claim never comes from a person. */
export function refuseTurn(turn: Exclude<Turn, { kind: 'turned' }>): ClaimRefusal {
  if (turn.kind === 'refused') return turn.refusal
  return { kind: 'closed', code: 'claim/not-concerned', sentence: 'There is nothing to do here.' }
}

/** Where it is the day that is in the way, another one helps. */
const ANOTHER_DAY_HELPS = [
  'claim/taken',
  'claim/place-is-gone',
  'claim/over',
  'claim/day-over',
  'claim/not-for-claiming',
]

export function refuseDay(refusal: ClaimRefusal, wanted: Wanted): Refusal {
  const { board, day, chooser, now } = wanted
  if (!ANOTHER_DAY_HELPS.includes(refusal.code))
    return new Refusal(refusal.kind, refusal.code, exactly(refusal, wanted), { about: 'day' })
  const others = nearestOpen(board, day, chooser, now)
  const sentence = `${exactly(refusal, wanted)} ${sayOpen(others)}`
  return new Refusal(refusal.kind, refusal.code, sentence, { about: 'day', offers: offersOf(wanted, others) })
}

export const refuseHaving = (name: string, day: Day): Refusal =>
  new Refusal('taken', 'claim/have-it', `${name} has ${sayDay(day.on)} already.`, { about: 'day' })

function exactly(refusal: ClaimRefusal, wanted: Wanted): string {
  const { day } = wanted
  switch (refusal.code) {
    case 'claim/taken':
    case 'claim/place-is-gone':
      return sayTaken(wanted)
    case 'claim/not-yet':
      return sayNotYet(wanted) ?? refusal.sentence
    case 'claim/over':
      return `${sayDay(day.on)} has begun, and can no longer be claimed.`
    case 'claim/day-over':
      return `${sayDay(day.on)} is over.`
    case 'claim/not-for-claiming':
      return `${sayDay(day.on)} is ${day.kind === 'free' ? 'free for all: no claim is needed' : 'closed'}.`
    default:
      return refusal.sentence
  }
}

function sayTaken({ board, day }: Wanted): string {
  const names = holdersOf(board, day).map((claim) => claim.name)
  const few = names.length <= 3 ? sayList(names) : `${names.length} people`
  return `${few} ${names.length === 1 ? 'has' : 'have'} taken ${sayDay(day.on)}.`
}

function sayNotYet({ board, chooser }: Wanted): string | undefined {
  const { openedAt, claimsOpen } = board.round
  if (openedAt === undefined) return 'The round is not open yet: days can be claimed once its mods open it.'
  return claimsOpen && `Claiming opens on ${sayMoment(claimsOpen.at, chooser.zone)}.`
}

function sayOpen(others: readonly Day[]): string {
  if (others.length === 0) return 'No other day is open right now.'
  return `${sayList(others.map((day) => sayDay(day.on)))} ${others.length === 1 ? 'is' : 'are'} open.`
}

function offersOf({ instead }: Wanted, others: readonly Day[]): Offer[] {
  if (instead === undefined) return []
  const { verb, post, fields } = instead
  return others.map((day) => ({ label: `${verb} ${sayDay(day.on)}`, post, fields: { ...fields, day: String(day.id) } }))
}
