// On the page of a claim: what mods can do about it, what they did with their reason, and where they have set it aside.
import { KeyForMods } from '#src/fests/claims/keys/key.parts.tsx'
import { type ClaimShown, mayBeWrittenTo, type PastTurn } from '#src/fests/claims/round-shown.ts'
import { stateForm } from '#src/fests/claims/mods/setting-right.form.ts'
import { sayTurn, stateWords } from '#src/fests/claims/news/claim-log-words.ts'
import { lastDeed } from '#src/fests/claims/reserved/name-turn.ts'
import { clockOf, momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import { sayDay } from '#src/kit/date-words.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Again } from '#src/platform/web/web.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { Head } from '#src/ui/prose.tsx'

/** Its holder and the mods open this page, and they alone read the reason. */
export function TurnSaid({ turn, seen }: { turn: PastTurn; seen: { readonly isMine: boolean } }) {
  return (
    <>
      {sayTurn(turn, seen)}
      {turn.reason === null ? null : <span class="soft">. They say: “{turn.reason}”</span>}
    </>
  )
}

/** The last word is a mod's where they gave the day away: then nobody takes it back by a button. */
export function setAsideBy({ seen, turns }: ClaimShown): PastTurn | undefined {
  if (seen.state !== 'given-back' && seen.state !== 'taken-over') return undefined
  const last = lastDeed(turns)
  return last?.event === 'set' ? last : undefined
}

export function SetAside({ turn }: { turn: PastTurn }) {
  return (
    <section class="stack">
      <p class="lede">A mod has set this claim right: {stateWords[turn.to]}.</p>
      {turn.reason === null ? null : <p>They say: “{turn.reason}”</p>}
    </section>
  )
}

/** For its holder: a mail about the claim may have left a question. */
export function AskMods({ shown: { community, round, claim, seen, isMod } }: { shown: ClaimShown }) {
  if (!seen.isMine || isMod) return null
  const about = `${sayDay(claim.on)}, ${round.name}`
  return (
    <p class="small">
      <a href={asking(paths.newLetter(community.slug), { about })}>Write to the mods about this day</a>
    </p>
  )
}

type ForModsProps = {
  readonly shown: ClaimShown
  readonly again: Again
  readonly now: Instant
  readonly sendsMail: boolean
  readonly csrf: string
}

export function ForMods({ shown, again, now, sendsMail, csrf }: ForModsProps) {
  if (!shown.isMod) return null
  const { community, round, claim } = shown
  const isReserved = claim.account === null && !claim.hasLeft
  return (
    <section class={waits(shown, now) || isReserved || mayBeWrittenTo(shown) ? 'two two--even' : undefined}>
      {waits(shown, now) ? <Waiting shown={shown} csrf={csrf} /> : null}
      {isReserved ? <WithoutAccount {...{ shown, again, sendsMail, csrf }} /> : null}
      {mayBeWrittenTo(shown) ? <Write shown={shown} /> : null}
      <div>
        <Head title="Set it right" aside="for mods" />
        <Form to={paths.claimState(community.slug, round.slug, claim.id)} csrf={csrf} label="Set it right">
          <FormFields form={stateForm} state={again} />
          <Buttons>
            <Button look="plain">Set it right</Button>
          </Buttons>
        </Form>
      </div>
    </section>
  )
}

function Write({ shown: { community, round, claim, seen } }: Pick<ForModsProps, 'shown'>) {
  return (
    <div>
      <Head title="Write to them" aside="for mods" />
      <div class="stack">
        <p>They read your letter, and answer, on a page that every mod sees too. Nobody sees an address.</p>
        <p class="row">
          <ButtonLink to={paths.claimLetter(community.slug, round.slug, claim.id)} look="plain">
            Write to {seen.name}
          </ButtonLink>
        </p>
      </div>
    </div>
  )
}

function WithoutAccount({ shown, again, sendsMail, csrf }: Omit<ForModsProps, 'now'>) {
  const { community, claim } = shown
  return (
    <div>
      <Head title="Without an account" aside="for mods" />
      <div class="stack">
        <KeyForMods {...{ shown, again, sendsMail, csrf }} />
        <p>
          {claim.name} has no account here, and you act for them. A link that you send them makes the name theirs, with
          its days and works.
        </p>
        <ButtonForm
          to={paths.reservedNameLink(community.slug, claim.penName)}
          csrf={csrf}
          label="Give this name to its person"
          look="plain"
        />
      </div>
    </div>
  )
}

/** A piece that came after grace, and for which a free-for-all day is still to come. */
export function waits({ claim, seen }: Pick<ClaimShown, 'claim' | 'seen'>, now: Instant): boolean {
  const { main, part } = claim.pieces
  const clock = clockOf(momentsOf(claim.deadlines), now)
  return (main === 'scheduled' || part === 'scheduled') && seen.state === 'later' && clock !== 'before'
}

function Waiting({ shown, csrf }: { shown: ClaimShown; csrf: string }) {
  const { community, round, claim } = shown
  return (
    <div>
      <Head title="Its piece waits" aside="for mods" />
      <div class="stack">
        <p>It was handed in after grace and goes up by itself on the next free-for-all day. It need not wait.</p>
        <ButtonForm
          to={paths.claimLettingThrough(community.slug, round.slug, claim.id)}
          csrf={csrf}
          label="Let it through now"
          look="plain"
        />
      </div>
    </div>
  )
}
