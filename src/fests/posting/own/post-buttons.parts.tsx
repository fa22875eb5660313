// The buttons under a piece that is about to be posted, and one line about what pressing them does.
import type { ClaimShown } from '#src/fests/claims/round-shown.ts'
import { sayDay, sayMoment } from '#src/kit/date-words.ts'
import type { Instant } from '#src/kit/instants.ts'
import { Button, Buttons } from '#src/ui/forms.tsx'

type PostButtonsProps = { readonly claim: ClaimShown | undefined; readonly now: Instant }

/** Before its day the writer is asked when, where the round leaves that to them. */
export function PostButtons({ claim, now }: PostButtonsProps) {
  const asksWhen = claim !== undefined && claim.round.allowsEarly && now < claim.claim.deadlines.start.at
  return (
    <>
      <Buttons>
        <Button name="do" value="post" icon="calendar-check">
          {asksWhen ? 'Post on its day' : 'Post'}
        </Button>
        {asksWhen ? (
          <Button name="do" value="now" look="plain">
            Post now
          </Button>
        ) : null}
        <Button name="do" value="preview" look="plain">
          Preview
        </Button>
        <Button name="do" value="draft" look="plain">
          Keep as a draft
        </Button>
      </Buttons>
      <p class="small soft">{whatFollows(claim, now)}</p>
    </>
  )
}

function whatFollows(claim: ClaimShown | undefined, now: Instant): string {
  if (claim === undefined) return CHANGEABLE
  const { start, graceEnd } = claim.claim.deadlines
  if (now < start.at) {
    const begins = `when the day begins: ${sayMoment(start.at, start.zone)}`
    return claim.round.allowsEarly
      ? `On its day it goes up by itself, ${begins}. Now: readers find it at once.`
      : `It goes up by itself ${begins}.`
  }
  const { isFreeNow, nextFreeDay } = claim.ahead
  const waits = claim.seen.state === 'later' && now >= graceEnd.at && claim.round.laterRule === 'waits' && !isFreeNow
  if (waits && nextFreeDay !== undefined)
    return `It goes up by itself on ${sayDay(nextFreeDay)}, the next free-for-all day.`
  return CHANGEABLE
}

const CHANGEABLE = 'It can be changed afterwards too; every save keeps the earlier text.'
