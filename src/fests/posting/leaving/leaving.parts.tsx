// The pages of leaving: what there is to know, the last word, the goodbye, and the way back.
import type { OwnPiece } from '#src/fests/posting/own/own-pieces.ts'
import type { Again } from '#src/platform/web/web.ts'
import type { WorksLeft } from '#src/schema/people/accounts.ts'
import { paths } from '#src/schema/paths.ts'
import { RadioField } from '#src/ui/choices.tsx'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Head, Slip } from '#src/ui/prose.tsx'
import { comingBackForm, lastWordForm, leavingForm } from './leaving.form.ts'
import type { ToSettle } from './leaving.ts'

export type LeavingProps = { readonly settle: ToSettle; readonly pieces: readonly OwnPiece[] }

export function Leaving({ settle, pieces }: LeavingProps) {
  const isFree = !settle.isLastAdmin && settle.communities.length === 0
  return (
    <>
      <TitleLeaf title="Leaving this site" says="Nobody asks why. For thirty days you can come back." />
      {isFree ? null : <Settle {...settle} />}
      <section class="stack">
        <Head title="What happens" />
        <ul class="stack">
          <li>At once you are signed out everywhere, and out of every community.</li>
          <li>Days that you hold are given back. The mods read that a place is open, and not why.</li>
          <li>
            For thirty days the account is closed and kept: with its address and password you can come back, and your
            works are as they were. Days stay given back, and communities are joined anew.
          </li>
          <li>
            After that your address, password, drafts, what you pasted and every earlier save are erased. From then on
            there is no way back.
          </li>
        </ul>
      </section>
      <Along pieces={pieces} />
      {isFree ? <Choose /> : null}
    </>
  )
}

function Settle({ isLastAdmin, communities }: ToSettle) {
  return (
    <Slip tone="waiting">
      <p>
        <strong>First something has to be settled.</strong>
      </p>
      {isLastAdmin ? (
        <p>
          You are the only admin of this site. Somebody else has to become one; whoever hosts the site can see to it.
        </p>
      ) : null}
      {communities.map(({ slug, name }) => (
        <p>
          You are the only mod of {name}. <a href={paths.members(slug)}>Make somebody else a mod</a>.
        </p>
      ))}
    </Slip>
  )
}

/** Before anything is gone: each as a book that can be kept. */
function Along({ pieces }: Pick<LeavingProps, 'pieces'>) {
  if (pieces.length === 0) return null
  return (
    <section class="stack">
      <Head title="Take your works along" aside="as EPUB, for every reader" />
      <p>
        Each is a file of its own that reads everywhere. What you pasted, and earlier saves, stand in its history until
        you leave.
      </p>
      <ul>
        {pieces.map(({ card }) => (
          <li>
            <a href={paths.workEpub(card.id)} dir="auto">
              {card.title}
            </a>{' '}
            ·{' '}
            <a href={paths.workHistory(card.id)}>
              history<span class="hush"> of {card.title}</span>
            </a>
            {card.state === 'draft' ? ' · a draft' : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Leads on and changes nothing. */
function Choose() {
  const { label, choices } = leavingForm.fields.works
  return (
    <section class="stack">
      <Head title="Your works" />
      <form class="form" method="get" action={paths.leavingLastWord}>
        <RadioField name="works" label={label} choices={choices ?? []} value="named" />
        <p class="hint">
          What stands in a work itself stays as it is: a name in a header line, thanks, a link. Change that first if it
          should not stay.
        </p>
        <Buttons>
          <Button look="plain">Go on</Button>
        </Buttons>
      </form>
    </section>
  )
}

const summary: Readonly<Record<WorksLeft, string>> = {
  named: 'What is up stays, with your name. Drafts, and what was taken down, are erased after thirty days.',
  nameless:
    'What is up stays, by “Somebody who has left”, at once. Its links to other places are not shown any more. Drafts, and what was taken down, are erased after thirty days.',
  deleted: 'Everything you wrote is gone for everybody, at once, and erased after thirty days.',
}

type LastWordProps = {
  readonly works: WorksLeft
  readonly hasPassword: boolean
  readonly again: Again
  readonly csrf: string
}

export function LastWord({ works, hasPassword, again, csrf }: LastWordProps) {
  return (
    <>
      <TitleLeaf title="Leave now?" says={summary[works]} />
      {again.refusal && again.refusal.about === undefined ? (
        <RefusalSlip sentence={again.refusal.sentence} csrf={csrf} />
      ) : (
        <ErrorSummary errors={again.errors} except="the password" />
      )}
      <Form to={paths.leavingLastWord} csrf={csrf} keep={{ works }}>
        {hasPassword ? (
          <FormFields form={lastWordForm} state={again} only={['password']} />
        ) : (
          <p>
            You have no password here. You can leave within a quarter of an hour of signing in; to be able to come back,
            choose a password first.
          </p>
        )}
        <Buttons>
          <Button look="plain" tone="alarm">
            Leave this site
          </Button>
          <ButtonLink to={paths.accountLeaving} look="quiet">
            Back
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}

export function Goodbye() {
  return (
    <>
      <TitleLeaf title="You have left" />
      <p class="lede">Thank you for having been here. You are signed out everywhere.</p>
      <p>
        Within thirty days you can <a href={paths.comingBack}>come back</a> with the address and password you had. After
        that they are erased, and nothing is left to come back to.
      </p>
    </>
  )
}

export function ComingBack({ again, csrf }: { readonly again: Again; readonly csrf: string }) {
  return (
    <>
      <TitleLeaf title="Come back" says="For those who left within the last thirty days." />
      <ErrorSummary errors={again.errors} except="the password" />
      <Form to={paths.comingBack} csrf={csrf}>
        <FormFields form={comingBackForm} state={again} />
        <Buttons>
          <Button>Open my account again</Button>
        </Buttons>
      </Form>
    </>
  )
}
