// The rules of a round in a few sentences, made from what its mods chose.
import { nowhereToLand } from '#src/fests/rounds/nowhere-to-land.ts'
import type { Day, Round } from '#src/fests/rounds/rounds.ts'
import { sayCount } from '#src/kit/date-words.ts'
import { placeOf } from '#src/kit/zones.ts'

/** `days` are those of the round: without a free-for-all day after the last to claim, none is promised. */
export function ruleSentences(round: Round, days: readonly Day[] = []): string[] {
  return [
    midnight(round),
    grace(round.graceDays),
    nowhereToLand(days) === undefined ? later(round) : UNTIL_OVER,
    afterwards(round),
    ...(round.allowsEarly ? ['A piece that is ready before its day may go up at once, if its writer says so.'] : []),
    limit(round.daysPerPerson),
  ]
}

function midnight(round: Round): string {
  if (round.midnight === 'poster') return 'Midnight is your own: a day begins and ends where you are.'
  if (round.midnight === 'round')
    return `Midnight is the same for everybody: a day begins and ends as it does in ${placeOf(round.timeZone)}.`
  return 'A day is over when it is over everywhere on earth.'
}

function grace(days: number): string {
  if (days === 0) return 'There is no day of grace in this round.'
  return `After your day you have ${sayCount(days, 'day', 'days')} of grace; what comes in it is on time.`
}

const UNTIL_OVER = 'Not ready by then? It is welcome until the round is over. Nobody asks why.'

function later({ laterRule }: Round): string {
  const lands = 'Not ready by then? It moves to the free for all and is welcome there. Nobody asks why.'
  return laterRule === 'waits' ? lands : `${lands} If it is ready on another day, it goes up at once.`
}

function afterwards({ afterRound }: Round): string {
  if (afterRound === 'always') return 'When the round is over, a piece for it is still welcome, always.'
  if (afterRound === 'until-next')
    return 'When the round is over, a piece for it is still welcome until the next round is opened.'
  return 'When the round is over, please ask the mods before you add a piece.'
}

function limit(days: number | undefined): string {
  return days === undefined
    ? 'Take as many days as you like.'
    : `Each person may take ${sayCount(days, 'day', 'days')}.`
}
