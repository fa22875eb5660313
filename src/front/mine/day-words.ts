// How near one's own day is, in a few words, and what of one's pieces is there already.
import type { OwnDay } from '#src/front/mine/mine.ts'
import type { OwnPiece } from '#src/fests/posting/own/own-pieces.ts'
import { sayCount, sayDay, sayMoment, sayUntil } from '#src/kit/date-words.ts'
import { type CalendarDay, dayAt, daysBetween } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'

/** "in 9 days", "today; it ends in 5 hours", "grace ends in 20 hours". */
export function nearWords({ claim, seen, ahead }: OwnDay, now: Instant): string | undefined {
  const { start, end, graceEnd } = claim.deadlines
  if (seen.state === 'held') {
    if (seen.clock === 'before') return beforeWords(claim.on, dayAt(now, claim.zone), sayUntil(now, start.at))
    return seen.clock === 'today'
      ? `today; it ends ${sayUntil(now, end.at)}`
      : `grace ends ${sayUntil(now, graceEnd.at)}`
  }
  if (seen.state !== 'later') return undefined
  if (ahead.isFreeNow) return 'it is free for all now'
  return ahead.nextFreeDay && `free for all ${inDays(dayAt(now, claim.zone), ahead.nextFreeDay)}`
}

/** By the calendar, as people count: the day after tomorrow is in two days, at whatever hour. */
function beforeWords(day: CalendarDay, today: CalendarDay, hours: string): string {
  const days = daysBetween(today, day)
  if (days <= 0) return hours
  return days === 1 ? `tomorrow, ${hours}` : `in ${days} days`
}

const inDays = (today: CalendarDay, day: CalendarDay): string => {
  const days = daysBetween(today, day)
  if (days <= 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${days} days`
}

const roles = {
  main: '',
  part: ', one part',
  'stand-in': ', something small for the day',
  extra: ', an extra',
} as const

/** "goes up by itself on …", "up since …": with as what it came, where that is not the piece itself. */
export function pieceWords({ card, role, goesUpAt, handedInAt }: OwnPiece, zone: string): string {
  const as = roles[role ?? 'main']
  if (card.state === 'scheduled' && goesUpAt !== null) return `goes up by itself ${sayMoment(goesUpAt, zone)}${as}`
  const since = card.revealedAt ?? handedInAt
  return since === null || since === undefined ? `up${as}` : `up since ${sayDay(dayAt(since, zone))}${as}`
}

/** "draft, 1,240 words" */
export const draftWords = ({ card }: OwnPiece): string =>
  card.words === 0 ? 'draft' : `draft, ${sayCount(card.words, 'word', 'words')}`
