// The stretches of a round as a strip: claiming, the posting days, the free for all that follows.
import type { RoundShown } from '#src/fests/claims/round-shown.ts'
import { sayDay, sayMoment } from '#src/kit/date-words.ts'
import { type CalendarDay, dayAt, daysBetween } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { PhaseView } from '#src/ui/phases.tsx'

export function phasesOf(shown: RoundShown, now: Instant, zone: string): PhaseView[] {
  const today = dayAt(now, zone)
  const posting = shown.days.filter(({ day }) => day.kind !== 'closed').map(({ day }) => day)
  const claimed = posting.filter((day) => day.kind === 'open')
  const free = posting.filter((day) => day.kind === 'free')
  const [first, last] = [claimed[0]?.on, claimed.at(-1)?.on]
  const phases = [
    claiming(shown, now, zone),
    ...(first && last ? [stretch('Posting days', first, last, today)] : []),
    ...freeStretch(
      free.map((day) => day.on),
      last,
      today,
    ),
  ]
  return shown.round.openedAt === undefined ? phases.map(notBegun) : phases
}

/** Whatever its dates say: a round that nobody sees is not under way. */
const notBegun = ({ name, at, when }: PhaseView): PhaseView => ({ name, at: at === 'now' ? 'next' : at, when })

function claiming({ round, days }: RoundShown, now: Instant, zone: string): PhaseView {
  const { openedAt, claimsOpen } = round
  if (days.length === 0) return { name: 'Claiming', at: 'next', when: 'as soon as the round has days' }
  const isOver = days.every((day) => day.claiming === 'over' || day.claiming === 'never')
  const from = claimsOpen === undefined ? '' : `from ${sayMoment(claimsOpen.at, zone)}`
  if (openedAt === undefined) return { name: 'Claiming', at: 'next', when: from || 'as soon as the round is opened' }
  if (isOver) return { name: 'Claiming', at: 'past', when: 'over' }
  if (claimsOpen !== undefined && now < claimsOpen.at) return { name: 'Claiming', at: 'next', when: from }
  return { name: 'Claiming', at: 'now', when: 'each day until it begins' }
}

const leftWords = {
  'Posting days': ['the last posting day', 'posting days left'],
  'Free for all': ['the last day', 'free-for-all days left'],
} as const

function stretch(
  name: 'Posting days' | 'Free for all',
  first: CalendarDay,
  last: CalendarDay,
  today: CalendarDay,
): PhaseView {
  const when = first === last ? sayDay(first) : `${sayDay(first)} to ${sayDay(last)}`
  if (daysBetween(last, today) > 0) return { name, at: 'past', when }
  const left = daysBetween(today, last)
  const [lastOne, days] = leftWords[name]
  if (daysBetween(today, first) > 0) return { name, at: 'next', when }
  return { name, at: 'now', when, left: left === 0 ? lastOne : `${left + 1} ${days}` }
}

/** Free days inside the posting days belong to them; those after them are where late pieces land. */
function freeStretch(
  free: readonly CalendarDay[],
  lastClaimed: CalendarDay | undefined,
  today: CalendarDay,
): PhaseView[] {
  const after = free.filter((day) => lastClaimed === undefined || daysBetween(lastClaimed, day) > 0)
  const [first, last] = [after[0], after.at(-1)]
  return first && last ? [stretch('Free for all', first, last, today)] : []
}
