// Giving a day back, and "not this time" of a piece that is expected later: the same button, no question why.
import type { ClaimShown } from '#src/fests/claims/round-shown.ts'
import { sayDay, sayDeadline } from '#src/kit/date-words.ts'
import { paths } from '#src/schema/paths.ts'
import { Button, ButtonForm, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { Head } from '#src/ui/prose.tsx'

const to = ({ community, round, claim }: ClaimShown): string =>
  paths.claimGivingBack(community.slug, round.slug, claim.id)

export const givenBackWords = ({ on }: Pick<ClaimShown['claim'], 'on'>): string =>
  `${sayDay(on)} is given back. Thank you for having been in.`

export const takenBackWords = ({ on, state }: Pick<ClaimShown['claim'], 'on' | 'state'>): string =>
  state === 'later' ? `Taken back: your piece for ${sayDay(on)} is expected again.` : `${sayDay(on)} is held again.`

export function GivingBackLink({ shown }: { shown: ClaimShown }) {
  const isLater = shown.seen.state === 'later'
  return (
    <>
      <Head title={isLater ? 'Not this time' : 'Give it back'} />
      <div class="stack">
        <p>
          {isLater
            ? `Then nothing is expected any more, and what ${shown.seen.isMine ? 'you have written stays yours' : 'they have written stays theirs'}. Nobody asks why.`
            : 'Nobody asks why. It can be taken back for a while, as long as nobody else has the place.'}
        </p>
        <p class="row">
          <ButtonLink to={to(shown)} look="plain">
            {isLater ? 'Not this time' : 'Give this day back'}
          </ButtonLink>
        </p>
      </div>
    </>
  )
}

/** A page of its own, because mails lead here: opening it changes nothing. */
export function GivingBack({ shown, csrf }: { shown: ClaimShown; csrf: string }) {
  const { community, round, claim, seen } = shown
  const isLater = seen.state === 'later'
  return (
    <>
      <h1>{isLater ? `Not this time: ${sayDay(claim.on)}` : `Give ${sayDay(claim.on)} back`}</h1>
      <p class="lede">{isLater ? notThisTime(shown) : openAgain(shown)}</p>
      <Form to={to(shown)} csrf={csrf}>
        <Buttons>
          <Button>{isLater ? 'Not this time' : 'Give this day back'}</Button>
          <ButtonLink to={paths.claim(community.slug, round.slug, claim.id)} look="plain">
            Keep it
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

const whose = ({ seen }: ClaimShown, one: string): string => (seen.isMine ? `Your ${one}` : `${seen.name}’s ${one}`)

const openAgain = (shown: ClaimShown): string =>
  `${shown.seen.isMine ? 'The day' : whose(shown, 'day')} in ${shown.round.name} becomes open again for others. No question why.`

const notThisTime = (shown: ClaimShown): string =>
  `${whose(shown, 'piece')} for ${shown.round.name} is no longer expected. No question why; drafts stay, and it can be taken back until the round ends.`

/** What can be undone until when goes by what it was given back from. */
export function GivenBack({ shown, zone, csrf }: { shown: ClaimShown; zone: string; csrf: string }) {
  const { community, round, claim, turns } = shown
  const wasLater = turns.findLast(({ event }) => event === 'give-back')?.from === 'later'
  const until = sayDeadline(claim.deadlines.roundEnd, zone)
  return (
    <section class="stack">
      <p class="lede">
        {wasLater
          ? `Not this time, then. It can be taken back until the round ends: ${until}, as long as nobody else has the day.`
          : 'This day has been given back. It can be taken back for a while, as long as nobody else has the place.'}
      </p>
      <ButtonForm
        to={paths.claimTakingBack(community.slug, round.slug, claim.id)}
        csrf={csrf}
        label="Take this day back"
        look="plain"
      />
    </section>
  )
}
