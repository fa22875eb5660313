// The rules of a round in a few sentences, made from what its mods chose.
import type { Round } from '#src/fests/rounds/rounds.ts'
import { sayCount } from '#src/kit/date-words.ts'
import { placeOf } from '#src/kit/zones.ts'

export function ruleSentences(round: Round): string[] {
  return [
    midnight(round),
    grace(round.graceDays),
    'Not ready by then? It moves to the free for all and is welcome there. Nobody asks why.',
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

function limit(days: number | undefined): string {
  return days === undefined
    ? 'Take as many days as you like.'
    : `Each person may take ${sayCount(days, 'day', 'days')}.`
}
