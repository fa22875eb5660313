// What is shown with a key link: the page it opens, what can be done besides on the page of the day, and what mods see of it.
import type { ClaimShown } from '#src/fests/claims/round-shown.ts'
import { keyForm } from '#src/fests/claims/keys/key.form.ts'
import { writerLine } from '#src/fests/claims/later/standing.parts.tsx'
import { stateWords } from '#src/fests/claims/news/claim-log-words.ts'
import type { NameByKey } from '#src/fests/claims/keys/taking-over.ts'
import { sayCount, sayDay, sayDeadline, sayStart } from '#src/kit/date-words.ts'
import type { Again } from '#src/platform/web/web.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'

type KeyOpensProps = {
  readonly shown: ClaimShown
  readonly zone: string
  readonly to: string
  /** Nobody has answered from this address yet. */
  readonly isNew: boolean
  readonly isSignedIn: boolean
  readonly csrf: string
}

/** One button: whatever opens links by itself changes nothing. */
export function KeyOpens({ shown, zone, to, isNew, isSignedIn, csrf }: KeyOpensProps) {
  const { community, round, claim, seen } = shown
  const { start, end, graceEnd } = claim.deadlines
  return (
    <>
      <TitleLeaf
        kicker={`${claim.name}’s day`}
        title={sayDay(claim.on)}
        says={
          <>
            {round.name}, {community.name}
          </>
        }
      />
      <p class="lede">
        {isNew
          ? 'Is this day yours? Then say so, and it stays yours. If nobody does, it is open again 48 hours after it was taken.'
          : (writerLine(shown, zone) ?? sentenceOf(stateWords[seen.state]))}
      </p>
      <dl class="hb">
        <Fact term="Begins" says={sayStart(start, zone)} />
        <Fact term="Ends" says={sayDeadline(end, zone)} />
        <Fact term="On time until" says={sayDeadline(graceEnd, zone)} />
      </dl>
      <div class="row">
        <ButtonForm to={to} csrf={csrf} label={buttonOf(claim.name, isNew, isSignedIn)} />
      </div>
      <p class="soft small">
        {isSignedIn
          ? 'You are signed in: the next page asks whether the name becomes yours. To look after the day without that, sign out first.'
          : 'Then you can post, move the day, give it back or say that the piece comes later; no account is needed. If it is not yours, there is nothing to do.'}
      </p>
    </>
  )
}

const sentenceOf = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

function buttonOf(name: string, isNew: boolean, isSignedIn: boolean): string {
  if (isSignedIn) return `${name} is me`
  return isNew ? 'Yes, this day is mine' : 'To my day'
}

function Fact({ term, says }: { term: string; says: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{says}</dd>
    </div>
  )
}

/** On the page of the day, for whoever came by its key. */
export function WithKey({ shown: { claim }, csrf }: { shown: ClaimShown; csrf: string }) {
  return (
    <section>
      <Head title="Without an account" aside="you are here by the link in your mail" />
      <div class="stack">
        <p>
          The day stands under the name {claim.name}. With an account the name becomes yours, with everything under it,
          and you need no link any more.
        </p>
        <div class="row">
          <ButtonLink to={paths.keyTakingOver} look="plain">
            Make the name your own
          </ButtonLink>
          <ButtonForm to={paths.keyPuttingAway} csrf={csrf} label="Leave, on this device" look="quiet" />
          <ButtonLink to={paths.keyForgetting} look="quiet">
            Have your address forgotten
          </ButtonLink>
        </div>
      </div>
    </section>
  )
}

export function Forgetting({ shown, csrf }: { shown: ClaimShown; csrf: string }) {
  const { community, round, claim } = shown
  return (
    <>
      <h1>Have your address forgotten</h1>
      <p class="lede">
        No more mails come about {sayDay(claim.on)} in {round.name}, and the links that were mailed work no more. The
        day stays as it is, and what you have posted stays up; from then on the mods act for {claim.name}.
      </p>
      <Form to={paths.keyForgetting} csrf={csrf}>
        <Buttons>
          <Button>Forget the address</Button>
          <ButtonLink to={paths.claim(community.slug, round.slug, claim.id)} look="plain">
            Leave it as it is
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

type TakeOverProps = { readonly name: NameByKey; readonly isSignedIn: boolean; readonly csrf: string }

export function TakeOverByKey({ name, isSignedIn, csrf }: TakeOverProps) {
  const works = name.works === 0 ? '' : ` and ${sayCount(name.works, 'work', 'works')}`
  return (
    <>
      <TitleLeaf kicker={name.home.name} title={`Make ${name.name} your own`} />
      <p class="lede">
        {name.name} has {sayCount(name.days, 'day', 'days')}
        {works} here. Make the name yours, and you look after all of it with your account. Dates stay as they are, links
        that were mailed work no more, and the mods no longer post or change anything for you.
      </p>
      {isSignedIn ? (
        <>
          <p>
            It becomes one more of <a href={paths.accountNames}>your names</a>; nobody sees that your other names are
            yours too.
          </p>
          <div class="row">
            <ButtonForm to={paths.keyTakingOver} csrf={csrf} label={`${name.name} is me`} />
          </div>
        </>
      ) : (
        <SignInFirst />
      )}
    </>
  )
}

function SignInFirst() {
  return (
    <>
      <p>Sign in, and it becomes one more of your names; or make an account, and it is your first.</p>
      <div class="row">
        <ButtonLink to={asking(paths.signIn, { back: paths.keyTakingOver })}>Sign in</ButtonLink>
        <ButtonLink to={paths.keyJoining} look="plain">
          Make an account
        </ButtonLink>
        <ButtonLink to={paths.key} look="quiet">
          Back to the day
        </ButtonLink>
      </div>
    </>
  )
}

type KeyForModsProps = {
  readonly shown: ClaimShown
  readonly again: Again
  readonly sendsMail: boolean
  readonly csrf: string
}

/** They see that there is an address, and never which. */
export function KeyForMods({ shown, again, sendsMail, csrf }: KeyForModsProps) {
  const { community, round, claim, hasKey } = shown
  if (!sendsMail) return <p class="soft">Once this site sends mail, a key to the day can be mailed to {claim.name}.</p>
  const to = paths.claimKey(community.slug, round.slug, claim.id)
  return (
    <>
      <p>
        {hasKey
          ? 'An address is known for this day; nobody is shown it. Whoever reads its mail posts, moves the day and gives it back by the link in it.'
          : 'With an e-mail address they get a link with which they look after this day themselves, without an account.'}
      </p>
      {hasKey ? (
        <ButtonForm
          to={paths.claimKeySending(community.slug, round.slug, claim.id)}
          csrf={csrf}
          label="Mail the link again"
          look="plain"
        />
      ) : null}
      <Form to={to} csrf={csrf} label="Mail them a link">
        <FormFields form={keyForm} state={again} />
        <Buttons>
          <Button look="plain">{hasKey ? 'Mail it to this address instead' : 'Mail them a link'}</Button>
        </Buttons>
      </Form>
    </>
  )
}
