// At the head of a round's page: what this viewer would most likely do next, and what its mods should know.
import type { RoundShown } from '#src/fests/claims/round-shown.ts'
import { nowhereToLand } from '#src/fests/rounds/nowhere-to-land.ts'
import { WayInside } from '#src/people/communities/joining/joining.parts.tsx'
import type { JoinStanding } from '#src/people/communities/joining/standing.ts'
import { guestsMayClaim } from '#src/people/communities/posting-access.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink } from '#src/ui/forms.tsx'

type ActionsProps = {
  readonly shown: RoundShown
  /** How the viewer stands to the community. */
  readonly standing: JoinStanding
  readonly csrf: string
  /** Where none is sent, nobody takes a day without an account. */
  readonly sendsMail: boolean
}

/** One filled button at most: what this viewer would most likely do next. */
export function RoundActions({ shown, standing, csrf, sendsMail }: ActionsProps) {
  const { community, round, isMod, isSignedIn } = shown
  if (isMod) {
    return (
      <>
        {round.openedAt === undefined ? (
          <ButtonForm to={paths.roundOpening(community.slug, round.slug)} csrf={csrf} label="Open the round" />
        ) : null}
        {round.openedAt === undefined ? null : (
          <ButtonLink to={paths.desk(community.slug)} look="plain">
            The desk
          </ButtonLink>
        )}
        <ButtonLink to={paths.roundDays(community.slug, round.slug)} look="plain">
          Change the days
        </ButtonLink>
        <ButtonLink to={paths.roundChoices(community.slug, round.slug)} look="plain">
          Change the round
        </ButtonLink>
        {round.openedAt === undefined ? null : (
          <ButtonForm
            to={paths.invitations(community.slug)}
            csrf={csrf}
            fields={{ back: paths.round(community.slug, round.slug) }}
            label="Invite somebody"
            look="plain"
          />
        )}
        <ButtonLink to={paths.roundDeletion(community.slug, round.slug)} look="quiet">
          Delete the round
        </ButtonLink>
      </>
    )
  }
  const [own] = shown.mine
  if (shown.isByKey && own)
    return <ButtonLink to={paths.claim(community.slug, round.slug, own.id)}>To your day</ButtonLink>
  if (!isSignedIn) return <ForGuests shown={shown} sendsMail={sendsMail} />
  const back = paths.round(community.slug, round.slug)
  // Its rules, if it has any, are asked for on the way.
  return <WayInside {...{ community, standing, back, csrf }} hasRules={false} />
}

/** Where nothing can be taken any more, the masthead has the way in. */
function ForGuests({ shown: { community, round, days }, sendsMail }: Pick<ActionsProps, 'shown' | 'sendsMail'>) {
  const signIn = asking(paths.signIn, { back: paths.round(community.slug, round.slug) })
  const open = days.find(({ claiming, left }) => claiming === 'open' && left > 0)
  if (open && sendsMail && guestsMayClaim(community))
    return (
      <>
        <ButtonLink to={paths.dayTaking(community.slug, round.slug, open.day.id)}>
          Take a day by name and mail
        </ButtonLink>
        <ButtonLink to={signIn} look="plain">
          Sign in to take a day
        </ButtonLink>
      </>
    )
  if (!open && !days.some(({ claiming }) => claiming === 'not-yet')) return null
  return <ButtonLink to={signIn}>Sign in to take a day</ButtonLink>
}

/** A plan is nobody's but theirs; and where later pieces find no day, they can add one. */
export function ForMods({ shown: { community, round, days } }: { shown: RoundShown }) {
  const nowhere = nowhereToLand(days.map(({ day }) => day))
  return (
    <>
      {round.openedAt === undefined ? (
        <div class="slip slip--waiting">
          <p>Only the mods see this round. Open it when its days are right; then people can take them.</p>
        </div>
      ) : null}
      {nowhere === undefined ? null : (
        <div class="slip">
          <p>
            {nowhere} <a href={paths.roundDays(community.slug, round.slug)}>Change the days</a>
          </p>
        </div>
      )}
    </>
  )
}
