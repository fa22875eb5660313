// The two pages on which a day is taken: for whoever has several names, and for whoever has no account.
import { claimForm } from '#src/fests/claims/claims.form.ts'
import { guestClaimForm } from '#src/fests/claims/keys/key.form.ts'
import type { Round } from '#src/fests/rounds/rounds.ts'
import type { Choice } from '#src/kit/form.ts'
import { asFirst } from '#src/platform/web/forms.ts'
import type { Again } from '#src/platform/web/web.ts'
import type { ZoneGroup } from '#src/platform/web/where.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'

type TakingProps = {
  readonly title: string
  readonly round: string
  readonly to: string
  readonly back: string
  readonly day: number
  readonly names: readonly Choice[]
  readonly csrf: string
}

export function Taking({ title, round, to, back, day, names, csrf }: TakingProps) {
  const state = { ...asFirst, entries: new Map([['under', names[0]?.value ?? '']]) }
  return (
    <>
      <TitleLeaf
        kicker={round}
        title={title}
        says="The calendar shows the name you choose, and nothing of your others."
      />
      <Form to={to} csrf={csrf} keep={{ day: String(day) }}>
        {names.length === 0 ? null : (
          <FormFields form={claimForm} state={state} only={['under']} lists={{ under: names }} />
        )}
        <Buttons>
          <Button>Take this day</Button>
          <ButtonLink to={back} look="quiet">
            Back to the calendar
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

type AsGuestProps = {
  readonly round: Round
  readonly to: string
  readonly back: string
  readonly signIn: string
  readonly days: readonly Choice[]
  readonly zones: readonly ZoneGroup[]
  /** The day that was wanted can still be had. */
  readonly isOpen: boolean
  /** Mails leave this site. */
  readonly isMailed: boolean
  readonly again: Again
  readonly csrf: string
}

export function TakingAsGuest({ round, to, back, signIn, days, zones, isOpen, isMailed, again, csrf }: AsGuestProps) {
  const isAboutNothing = again.refusal && again.errors.size === 0
  return (
    <>
      <TitleLeaf
        kicker={round.name}
        title="Take a day"
        says={
          <>
            You have an account? <a href={signIn}>Sign in</a>. It works without one, too.
          </>
        }
      />
      {isAboutNothing ? (
        <RefusalSlip sentence={again.refusal?.sentence ?? ''} />
      ) : (
        <ErrorSummary errors={again.errors} />
      )}
      {days.length === 0 ? (
        <p class="lede">No day is open right now.</p>
      ) : (
        <>
          {isOpen || again.errors.size > 0 ? null : <p>The day you looked at is not open; these are.</p>}
          <Form to={to} csrf={csrf}>
            <FormFields form={guestClaimForm} state={again} lists={{ day: days, zone: zones }} />
            <p class="soft small">
              The day is held for 48 hours.{' '}
              {isMailed
                ? 'A link comes by mail: press its button, and the day stays yours.'
                : 'No mail leaves this machine, so a mod confirms you, or its admin hands you the link that waits in the outbox; then the day stays yours.'}{' '}
              With the link you also move the day, give it back and post.
            </p>
            <Buttons>
              <Button>Take this day</Button>
              <ButtonLink to={back} look="quiet">
                Back to the calendar
              </ButtonLink>
            </Buttons>
          </Form>
        </>
      )}
    </>
  )
}
