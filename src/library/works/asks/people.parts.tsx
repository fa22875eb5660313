// What was said of people and other works and what became of it, with a form for each thing that can be said.
import type { Child } from 'hono/jsx'
import type { Fields, Form as FormOf, FormState } from '#src/kit/form.ts'
import type { Again } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { Entry, TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import { fromWords, stateOfAsk } from './ask-words.ts'
import { coAuthorForm, creditForm, giftForm, tieForm } from './asks.form.ts'
import type { OwnPeople, SaidOfWork } from './own-asks.ts'

export type FormName = 'coAuthor' | 'credit' | 'gift' | 'tie'

type Props = {
  readonly own: OwnPeople
  readonly came: { readonly name: FormName; readonly again: Again } | undefined
  readonly csrf: string
}

export function PeopleOfWork({ own, came, csrf }: Props) {
  const stateFor = (name: FormName): FormState =>
    came?.name === name ? came.again : { entries: new Map(), errors: new Map() }
  const common = { own, csrf }
  return (
    <>
      <TitleLeaf
        kicker={
          <a href={paths.work(own.id)} dir="auto">
            {own.title}
          </a>
        }
        title="People and other works"
        says="What concerns somebody here is shown once they have agreed."
      />
      <Refused again={came?.again} csrf={csrf} />
      <Said {...common} />
      <Saying
        title="Write it together"
        to={paths.workCoAuthors(own.id)}
        button="Ask them"
        form={coAuthorForm}
        state={stateFor('coAuthor')}
        csrf={csrf}
      />
      <Saying
        title="Say who helped"
        to={paths.workCredits(own.id)}
        button="Name them"
        form={creditForm}
        state={stateFor('credit')}
        csrf={csrf}
      >
        {own.thanked.map(({ name, role }) => (
          <ButtonForm
            to={paths.workCredits(own.id)}
            csrf={csrf}
            fields={{ credited: name, role }}
            label={`Name ${name} (${role})`}
            look="plain"
            size="small"
          />
        ))}
      </Saying>
      <Saying
        title="Give it to somebody"
        to={paths.workGifts(own.id)}
        button="Give it"
        form={giftForm}
        state={stateFor('gift')}
        csrf={csrf}
      >
        {own.recipients.map((name) => (
          <ButtonForm
            to={paths.workGifts(own.id)}
            csrf={csrf}
            fields={{ recipient: name }}
            label={`Give it to ${name}`}
            look="plain"
            size="small"
          />
        ))}
      </Saying>
      <Saying
        title="Where it came from"
        to={paths.workTies(own.id)}
        button="Say so"
        form={tieForm}
        state={stateFor('tie')}
        csrf={csrf}
      />
    </>
  )
}

function Refused({ again, csrf }: { again: Again | undefined; csrf: string }) {
  if (!again) return null
  return again.refusal && again.refusal.about === undefined ? (
    <RefusalSlip sentence={again.refusal.sentence} csrf={csrf} />
  ) : (
    <ErrorSummary errors={again.errors} />
  )
}

function Said({ own, csrf }: Pick<Props, 'own' | 'csrf'>) {
  return (
    <section>
      <Head title="What is said" aside={`by ${own.names.join(', ')}`} />
      {own.said.length === 0 ? <p class="soft">Nothing yet.</p> : null}
      {own.said.map((said) => (
        <Entry facts={<span>{kindOf(said)}</span>} title={<Whom said={said} />} by={stateOfAsk(said)}>
          {isKept(said) ? null : (
            <div class="row">
              <ButtonForm
                to={paths.workPerson(own.id, said.id)}
                csrf={csrf}
                label={said.state === 'open' ? 'Take the question back' : 'Say it no more'}
                about={said.to}
                look="quiet"
                size="small"
              />
            </div>
          )}
        </Entry>
      ))}
    </section>
  )
}

/** A co-author goes by themself, and an answer stays. */
const isKept = ({ kind, state }: SaidOfWork): boolean =>
  state === 'declined' || state === 'stepped-out' || (kind === 'co-author' && state === 'agreed')

function kindOf({ kind, role }: SaidOfWork): string {
  if (kind === 'co-author') return 'Co-author'
  if (kind === 'credit') return role === '' ? 'Thanks to' : role
  return kind === 'gift' ? 'For' : fromWords[kind]
}

function Whom({ said }: { said: SaidOfWork }) {
  const name = <span dir="auto">{said.to}</span>
  if (said.toWork !== undefined) return <a href={paths.work(said.toWork)}>{name}</a>
  if (said.toUrl === undefined) return name
  return (
    <a href={said.toUrl} rel="nofollow noopener noreferrer external">
      {said.to === '' ? said.toUrl : name}
    </a>
  )
}

type SayingProps<F extends Fields> = {
  readonly title: string
  readonly to: string
  readonly button: string
  readonly form: FormOf<F>
  readonly state: FormState
  readonly csrf: string
  /** What can be said with one button. */
  readonly children?: Child
}

function Saying<F extends Fields>({ title, to, button, form, state, csrf, children }: SayingProps<F>) {
  return (
    <section class="stack">
      <Head title={title} />
      {children ? <div class="row">{children}</div> : null}
      <Form to={to} csrf={csrf} label={title}>
        <FormFields form={form} state={state} />
        <Buttons>
          <Button look="plain">{button}</Button>
        </Buttons>
      </Form>
    </section>
  )
}
