// The button "it will come later", and the one that takes it back, wherever a claim is shown to those who may say so.
import { whereItLands } from '#src/fests/claims/later/ahead.ts'
import { whatToSay } from '#src/fests/claims/later/saying-later.ts'
import type { ClaimShown } from '#src/fests/claims/round-shown.ts'
import { sayDay, sayDeadline } from '#src/kit/date-words.ts'
import type { Instant } from '#src/kit/instants.ts'
import { paths } from '#src/schema/paths.ts'
import { Button, ButtonForm, ButtonLink, Buttons, Form, HiddenField } from '#src/ui/forms.tsx'

type Saying = {
  readonly shown: Pick<ClaimShown, 'community' | 'round' | 'claim' | 'by'>
  readonly now: Instant
  readonly csrf: string
  readonly size?: 'small' | undefined
}

const labels = { 'say-later': 'It will come later', 'unsay-later': 'It comes on time after all' } as const

/** What the page answers to, and what its button says in the form. */
export const isTakenBack = (said: string | undefined): boolean => said === 'unsay-later'

/** Nothing where nothing can be said: the page of its own says why. */
export function SayingLater({ shown, now, csrf, size }: Saying) {
  const { community, round, claim, by } = shown
  const { kind } = whatToSay(claim, by, now)
  if (kind === 'nothing') return null
  const to = paths.claimLater(community.slug, round.slug, claim.id)
  return <ButtonForm to={to} csrf={csrf} fields={{ do: kind }} label={labels[kind]} look="plain" size={size} />
}

/** A page of one button, because mails lead here: opening it changes nothing. */
export function LaterPage({ shown, now, csrf, zone }: { shown: ClaimShown; now: Instant; csrf: string; zone: string }) {
  const { community, round, claim, by, ahead, seen } = shown
  const toSay = whatToSay(claim, by, now)
  const back = (
    <ButtonLink to={paths.claim(community.slug, round.slug, claim.id)} look="plain">
      {toSay.kind === 'nothing' ? 'To the day' : 'Leave it as it is'}
    </ButtonLink>
  )
  const whose = seen.isMine ? 'your piece' : `${seen.name}’s piece`
  const until = sayDeadline(claim.deadlines.graceEnd, zone)
  return (
    <>
      <h1>
        {toSay.kind === 'unsay-later' ? labels['unsay-later'] : labels['say-later']}: {sayDay(claim.on)}
      </h1>
      <p class="lede">{ledeOf(toSay, whose, ahead)}</p>
      {toSay.kind === 'nothing' ? (
        <Buttons>{back}</Buttons>
      ) : (
        <Form to={paths.claimLater(community.slug, round.slug, claim.id)} csrf={csrf}>
          <HiddenField name="do" value={toSay.kind} />
          <Buttons>
            <Button>{labels[toSay.kind]}</Button>
            {back}
          </Buttons>
          <p class="small soft">
            It can be taken back until {until}. Until then a piece is on time, whatever was said.
          </p>
        </Form>
      )}
    </>
  )
}

function ledeOf(toSay: ReturnType<typeof whatToSay>, whose: string, ahead: ClaimShown['ahead']): string {
  if (toSay.kind === 'nothing') return toSay.sentence
  if (toSay.kind === 'unsay-later') return `It is announced that ${whose} comes later. Does it come on time after all?`
  return `Is ${whose} not ready for the day? ${whereItLands(ahead)} Nobody asks why, and no reminder comes.`
}
