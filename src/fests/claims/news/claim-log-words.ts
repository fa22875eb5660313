// One line of a claim's log, as its holder and the mods read it. The reason a mod gave is no part of the line.
import type { PastTurn } from '#src/fests/claims/round-shown.ts'
import type { ClaimState } from '#src/fests/claims/table/claim-states.ts'
import { NAME_TAKEN } from '#src/fests/claims/reserved/name-turn.ts'
import { sayDay } from '#src/kit/date-words.ts'

export function sayTurn(turn: PastTurn, seen: { readonly isMine: boolean }): string {
  const who = turn.by === 'mod' ? 'a mod' : seen.isMine ? 'you' : 'its holder'
  const from = turn.fromDay === null ? '' : ` from ${sayDay(turn.fromDay)}`
  const to = turn.toDay === null ? '' : ` to ${sayDay(turn.toDay)}`
  switch (turn.event) {
    case 'claim':
      return `${turn.by === 'mod' ? 'Entered by a mod' : `Taken by ${who}`}${turn.toDay === null ? '' : `: ${sayDay(turn.toDay)}`}`
    case 'move':
      return `Moved${from}${to} by ${who}`
    case 'give-back':
      if (turn.by === 'clock') return seen.isMine ? 'Open again: the address was not confirmed' : 'Open again by itself'
      return `Given back by ${who}`
    case 'leave':
      return 'Given back'
    case 'restore':
      return `Taken back by ${who}`
    case 'say-later':
      return `It will come later, said ${who}`
    case 'unsay-later':
      return `It comes on time after all, said ${who}`
    case 'grace-passes':
      return turn.to === 'kept' ? 'Grace ended; the day is kept' : 'Grace ended; expected in the free for all'
    case 'round-ends':
      return 'The round ended'
    case 'hand-in':
      return `A piece came in, from ${who}`
    case 'goes-live':
      return 'The piece went up by itself'
    case 'withdraw-main':
      return `The piece was taken down by ${who}`
    case 'restore-main':
      return `The piece was put up again by ${who}`
    case NAME_TAKEN:
      return seen.isMine ? 'You took the name over' : 'Its person took the name over'
    case 'let-through':
      return 'The piece went up at once: a mod let it through'
    case 'hide':
      return 'The piece was hidden for now by a mod; the day stays kept'
    case 'not-counted':
      return 'A mod said that the piece does not count for this day'
    case 'counted-again':
      return 'A mod said that the piece counts for this day after all'
    case 'set':
      return `Set right by a mod: ${stateWords[turn.to]}`
    default:
      return `Changed by ${who}`
  }
}

/** What a mod can set a claim to, in words that follow "now". */
export const stateWords: Readonly<Record<ClaimState, string>> = {
  waiting: 'in line for a day',
  offered: 'a day is offered',
  held: 'held, with the piece still to come',
  later: 'expected in the free for all',
  kept: 'kept, the piece is in',
  'given-back': 'given back',
  'taken-over': 'taken over by somebody else',
  closed: 'the round ended without a piece',
}
