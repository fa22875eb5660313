// On the page of a round: the way to posting, for whoever has a day there and, on free-for-all days, for every member.
import { freeDayAt } from '#src/fests/claims/pieces/free-days.ts'
import type { RoundShown } from '#src/fests/claims/round-shown.ts'
import type { Instant } from '#src/kit/instants.ts'
import { asking, paths } from '#src/schema/paths.ts'

/** The day that is meant: the one that has begun and still waits for its piece, else the next. */
function dayToPost({ mine, takesPieces }: RoundShown): number | undefined {
  const open = mine.filter(({ state }) => ['held', 'later'].includes(state) || (state === 'closed' && takesPieces))
  return (open.find(({ clock }) => clock === 'today' || clock === 'grace') ?? open[0])?.id
}

export function PostLink({ shown, now, zone }: { shown: RoundShown; now: Instant; zone: string }) {
  const { community, round, days, isMember, notLet } = shown
  const to = paths.post(community.slug, round.slug)
  const claim = dayToPost(shown)
  if (claim !== undefined) {
    return (
      <>
        {' '}
        <a href={asking(to, { claim: String(claim) })}>Post your piece</a>
      </>
    )
  }
  const free = days.map(({ day }) => day)
  if (!isMember || !freeDayAt(round, free, zone, now)) return null
  return (
    <>
      {' '}
      It is free for all:{' '}
      <a href={to}>{notLet === undefined ? 'post a piece' : 'write a piece, and keep it as a draft'}</a>.
    </>
  )
}
