// What mods are told of a day that is held for 48 hours only, with the button that keeps it where it is.
import type { ClaimShown } from '#src/fests/claims/round-shown.ts'
import { sayMoment } from '#src/kit/date-words.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { Slip } from '#src/ui/prose.tsx'

type OnHoldProps = {
  readonly shown: Pick<ClaimShown, 'community' | 'round' | 'claim' | 'held'>
  readonly zone: string
  readonly csrf: string
}

/** Nothing where the day is as anybody's. */
export function OnHold({ shown: { community, round, claim, held }, zone, csrf }: OnHoldProps) {
  if (held === undefined) return null
  const until = sayMoment(held.until, zone)
  if (held.by === 'account') {
    return (
      <Slip>
        <p>
          Held for {claim.name} until {until}, unless they confirm their address or an admin of this site confirms them.
        </p>
      </Slip>
    )
  }
  return (
    <Slip>
      <p>
        Held for {claim.name} until {until}, unless they use the link in their mail. Whom you know you can confirm
        yourself: then the day stays theirs.
      </p>
      <ButtonForm
        to={paths.claimConfirming(community.slug, round.slug, claim.id)}
        csrf={csrf}
        label={`Confirm ${claim.name}`}
        look="plain"
        size="small"
      />
    </Slip>
  )
}
