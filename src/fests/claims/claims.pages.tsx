// A claim's own page, for its holder and the mods: what is promised until when, moving it, giving it back, taking it back.
import { sayDay, sayMoment } from '#src/kit/date-words.ts'
import type { Instant } from '#src/kit/instants.ts'
import { asFirst, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom, roundWhere } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { Ledger, TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import { countTry } from '#src/people/accounts/tries.ts'
import { giveBackDay, moveClaim, takeBackDay } from './claims.ts'
import { moveForm } from './claims.form.ts'
import { whereLinkIs } from './keys/key-mail-words.ts'
import { keyForm } from './keys/key.form.ts'
import { WithKey } from './keys/key.parts.tsx'
import { giveAddress, sendKeyAgain } from './keys/mod-keys.ts'
import { type ClaimShown, showClaim } from './round-shown.ts'
import { OnHold } from './unconfirmed/holds.parts.tsx'
import { AskMods, ForMods, SetAside, setAsideBy, TurnSaid } from './mods/for-mods.parts.tsx'
import { setClaim } from './mods/setting-right.ts'
import { stateForm } from './mods/setting-right.form.ts'
import { stateWords } from './news/claim-log-words.ts'
import { givenBackWords, GivingBack, GivingBackLink, takenBackWords } from './later/giving-back.parts.tsx'
import { Standing } from './later/standing.parts.tsx'

export function claimPages(web: Web): void {
  const at = [':community', ':round', ':claim'] as const
  const whereTo = (c: WebContext): string =>
    paths.claim(roundWhere(c).community, roundWhere(c).round, idFrom(c, 'claim'))

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const shown = await showClaim(c.get('ctx'), roundWhere(c), idFrom(c, 'claim'))
    const zone = c.get('zone').name ?? shown.round.timeZone
    const sendsMail = c.get('mailRoad') !== 'kept'
    const props = { shown, again, zone, sendsMail, now: c.get('ctx').now(), csrf: c.get('csrf') }
    const main = <ClaimPage {...props} />
    return c.get('show')({
      title: `${sayDay(shown.claim.on)}, ${shown.round.name}`,
      ink: shown.round.ink,
      main,
      status: statusOf(again),
      here: paths.community(shown.community.slug),
    })
  }

  web.get(paths.claim(...at), (c) => show(c, asFirst))

  web.post(paths.claimDay(...at), (c) =>
    submitted(c, moveForm, {
      act: (ctx, { day }) => moveClaim(ctx, roundWhere(c), { claim: idFrom(c, 'claim'), day }),
      next: (claim) => ({ to: whereTo(c), notice: `Moved to ${sayDay(claim.on)}.` }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.claimState(...at), (c) =>
    submitted(c, stateForm, {
      act: (ctx, { state, reason }) => setClaim(ctx, roundWhere(c), { claim: idFrom(c, 'claim'), to: state, reason }),
      next: (state) => ({ to: whereTo(c), notice: `Set right: ${stateWords[state]}. They are told why.` }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.claimKey(...at), (c) =>
    submitted(c, keyForm, {
      act(ctx, { email }) {
        countTry(c, 'mail-link', email)
        return giveAddress(ctx, roundWhere(c), idFrom(c, 'claim'), email)
      },
      next: ({ name }) => ({ to: whereTo(c), notice: mailedWords(c, name) }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.claimKeySending(...at), (c) => {
    countTry(c, 'mail-link', `claim ${idFrom(c, 'claim')}`)
    return pressed(
      c,
      (ctx) => sendKeyAgain(ctx, roundWhere(c), idFrom(c, 'claim')),
      ({ name }) => ({ to: whereTo(c), notice: mailedWords(c, name) }),
    )
  })

  web.get(paths.claimGivingBack(...at), async (c) => {
    const shown = await showClaim(c.get('ctx'), roundWhere(c), idFrom(c, 'claim'))
    const main = <GivingBack shown={shown} csrf={c.get('csrf')} />
    return c.get('show')({
      title: shown.seen.state === 'later' ? 'Not this time' : `Give ${sayDay(shown.claim.on)} back`,
      ink: shown.round.ink,
      main,
      here: paths.community(shown.community.slug),
    })
  })

  web.post(paths.claimGivingBack(...at), (c) =>
    pressed(
      c,
      (ctx) => giveBackDay(ctx, roundWhere(c), idFrom(c, 'claim')),
      (claim) => ({ to: whereTo(c), notice: givenBackWords(claim) }),
    ),
  )

  web.post(paths.claimTakingBack(...at), (c) =>
    pressed(
      c,
      (ctx) => takeBackDay(ctx, roundWhere(c), idFrom(c, 'claim')),
      (claim) => ({ to: whereTo(c), notice: takenBackWords(claim) }),
    ),
  )
}

const mailedWords = (c: WebContext, name: string): string =>
  `There is a new link for ${name}. ${whereLinkIs[c.get('mailRoad')]} Earlier ones work no more.`

type ClaimPageProps = {
  readonly shown: ClaimShown
  readonly again: Again
  readonly zone: string
  readonly now: Instant
  readonly sendsMail: boolean
  readonly csrf: string
}

function ClaimPage({ shown, again, zone, now, sendsMail, csrf }: ClaimPageProps) {
  const { community, round, claim, seen } = shown
  const isGone = seen.state === 'given-back' || seen.state === 'taken-over'
  const who = `${seen.isMine ? 'Your day' : `${seen.name}’s day`}${isGone ? `, ${stateWords[seen.state]}` : ''}`
  const aside = setAsideBy(shown)
  const back = (
    <ButtonLink to={paths.round(community.slug, round.slug)} look="plain">
      The whole calendar
    </ButtonLink>
  )
  return (
    <>
      <TitleLeaf
        kicker={who}
        title={sayDay(claim.on)}
        says={
          <>
            {round.name}, {community.name}
          </>
        }
        actions={back}
      />
      {again.refusal ? (
        <RefusalSlip sentence={again.refusal.sentence} offers={again.refusal.offers} csrf={csrf} />
      ) : (
        <ErrorSummary errors={again.errors} />
      )}
      {aside ? <SetAside turn={aside} /> : <Standing shown={shown} zone={zone} now={now} csrf={csrf} />}
      <OnHold shown={shown} zone={zone} csrf={csrf} />
      {['held', 'later'].includes(seen.state) ? <Moving shown={shown} again={again} csrf={csrf} /> : null}
      <ForMods {...{ shown, again, now, sendsMail, csrf }} />
      {shown.isByKey ? <WithKey shown={shown} csrf={csrf} /> : null}
      <section>
        <Head title="What happened" />
        <Ledger
          lines={shown.turns.map((turn) => ({
            at: turn.at,
            words: sayMoment(turn.at, zone),
            says: <TurnSaid turn={turn} seen={seen} />,
          }))}
        />
        <AskMods shown={shown} />
      </section>
    </>
  )
}

function Moving({ shown, again, csrf }: Pick<ClaimPageProps, 'shown' | 'again' | 'csrf'>) {
  const { community, round, claim, seen, by, openDays } = shown
  const mayMove = by === 'mod' || (seen.state === 'held' && seen.clock === 'before')
  const days = openDays.map((day) => ({ value: String(day.id), label: sayDay(day.on) }))
  return (
    <section class="two two--even">
      <div>
        <Head title="Move it" />
        {mayMove && days.length > 0 ? (
          <Form to={paths.claimDay(community.slug, round.slug, claim.id)} csrf={csrf}>
            <FormFields form={moveForm} state={again} lists={{ day: days }} />
            <Buttons>
              <Button look="plain">Move to that day</Button>
            </Buttons>
          </Form>
        ) : (
          <p>
            {mayMove
              ? 'No other day is open right now.'
              : `${seen.clock === 'before' ? 'It is to come later.' : 'The day has begun.'} From here on a mod can give another one.`}
          </p>
        )}
      </div>
      <div>
        <GivingBackLink shown={shown} />
      </div>
    </section>
  )
}
