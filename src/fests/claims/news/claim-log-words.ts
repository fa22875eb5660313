// One line of a claim's log, as its holder and the mods read it.
import type { PastTurn } from '#src/fests/claims/round-shown.ts'
import { sayDay } from '#src/kit/date-words.ts'

export function sayTurn(turn: PastTurn, seen: { readonly isMine: boolean }): string {
  const who = turn.by === 'mod' ? 'a mod' : seen.isMine ? 'you' : 'its holder'
  const from = turn.fromDay === null ? '' : ` from ${sayDay(turn.fromDay)}`
  const to = turn.toDay === null ? '' : ` to ${sayDay(turn.toDay)}`
  switch (turn.event) {
    case 'claim':
      return `Taken by ${who}${turn.toDay === null ? '' : `: ${sayDay(turn.toDay)}`}`
    case 'move':
      return `Moved${from}${to} by ${who}`
    case 'give-back':
      if (turn.by === 'clock') return seen.isMine ? 'Open again: the address was not confirmed' : 'Open again by itself'
      return `Given back by ${who}`
    case 'restore':
      return `Taken back by ${who}`
    case 'say-later':
      return `It will come later, said ${who}`
    case 'unsay-later':
      return `On the day after all, said ${who}`
    case 'grace-passes':
      return 'Grace ended; expected in the free for all'
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
    default:
      return `Changed by ${who}`
  }
}
