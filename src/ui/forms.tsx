// Forms and their buttons: what is posted, what was refused, and what can be done instead.
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { FieldErrors } from '#src/kit/form.ts'
import type { Offer } from '#src/kit/refusal.ts'
import { fieldId } from '#src/ui/fields.tsx'
import { Icon } from '#src/ui/marks.tsx'
import type { IconName } from '#src/ui/marks.tsx'

export type ButtonLook = {
  /** One filled button per view; plain for the second; quiet for the rest. */
  readonly look?: 'filled' | 'plain' | 'quiet' | undefined
  readonly size?: 'small' | undefined
  /** For taking away: alarm words on a plain button, never filled. */
  readonly tone?: 'alarm' | undefined
  readonly icon?: IconName | undefined
}

export function HiddenField({ name, value }: { name: string; value: string | undefined }) {
  return value === undefined ? null : <input type="hidden" name={name} value={value} />
}

export type FormProps = {
  readonly to: string
  readonly csrf?: string | undefined
  readonly label?: string | undefined
  /** Sent along unseen. */
  readonly keep?: Readonly<Record<string, string>> | undefined
  /** A form that is a table or a line needs more room than one that is read from top to bottom. */
  readonly room?: 'wide' | undefined
  /** For long texts, which would otherwise be three times as long on their way. */
  readonly isLong?: boolean | undefined
}

/** Our own sentences answer, not the browser's bubbles; a second press within a few seconds sends nothing. */
export function Form(props: PropsWithChildren<FormProps>) {
  return (
    <form
      class={props.room === 'wide' ? 'form form--wide' : 'form'}
      method="post"
      action={props.to}
      enctype={props.isLong ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      data-once=""
      novalidate
    >
      <Unseen csrf={props.csrf} fields={props.keep ?? {}} />
      {props.children}
    </form>
  )
}

/** The buttons at the end of a form, in a row. */
export function Buttons({ children }: PropsWithChildren) {
  return <div class="row">{children}</div>
}

export type ButtonProps = ButtonLook & {
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Another address than the form's own. */
  readonly to?: string | undefined
}

export function Button(props: PropsWithChildren<ButtonProps>) {
  return (
    <button class={buttonClass(props)} type="submit" name={props.name} value={props.value} formaction={props.to}>
      {props.icon ? <Icon name={props.icon} /> : null}
      <span>{props.children}</span>
    </button>
  )
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink(props: PropsWithChildren<ButtonLook & { readonly to: string }>) {
  return (
    <a class={buttonClass(props)} href={props.to}>
      {props.icon ? <Icon name={props.icon} /> : null}
      <span>{props.children}</span>
    </a>
  )
}

export type ButtonFormProps = ButtonLook & {
  readonly to: string
  readonly csrf?: string | undefined
  readonly fields?: Readonly<Record<string, string>> | undefined
  readonly label: string
  /** Read aloud after the label where several buttons say the same: "Take this day Friday 20 November". */
  readonly about?: string | undefined
  /** Replaces the look where a part has one of its own. */
  readonly class?: string | undefined
}

/** One press, one thing: a form that is only a button. */
export function ButtonForm(props: ButtonFormProps) {
  return (
    <form method="post" action={props.to} data-once="">
      <Unseen csrf={props.csrf} fields={props.fields ?? {}} />
      <button class={props.class ?? buttonClass(props)} type="submit">
        {props.icon ? <Icon name={props.icon} /> : null}
        <span>
          {props.label}
          {props.about ? <span class="hush"> {props.about}</span> : null}
        </span>
      </button>
    </form>
  )
}

export type ErrorSummaryProps = {
  readonly errors: FieldErrors
  readonly within?: string | undefined
  /** What is not sent back, as in "the password". */
  readonly except?: string | undefined
}

/** Stands at the head of a form that came back, in the order of the form; an error under the empty name is about all of it. */
export function ErrorSummary({ errors, within, except }: ErrorSummaryProps) {
  const listed = [...errors]
  if (listed.length === 0) return null
  return (
    <div class="slip slip--bad stack summary" role="alert" tabindex={-1} data-look-here="">
      <h2>{listed.length === 1 ? 'One thing needs another look' : `${listed.length} things need another look`}</h2>
      <ul>
        {listed.map(([name, why]) => (
          <li>{name === '' ? why : <a href={`#${fieldId(name, within)}`}>{why}</a>}</li>
        ))}
      </ul>
      <p class="small soft">What you typed is still here{except ? `, except ${except}` : ''}.</p>
    </div>
  )
}

export type RefusalSlipProps = {
  readonly sentence: string
  readonly offers?: readonly Offer[] | undefined
  readonly csrf?: string | undefined
  /** Within a page that was sent again it is where reading goes on; a page of its own is read from its top. */
  readonly of?: 'form' | 'page' | undefined
  readonly children?: Child
}

/** The rules say no: the sentence, and the nearest things that are possible as buttons. */
export function RefusalSlip(props: RefusalSlipProps) {
  const offers = props.offers ?? []
  const here = props.of === 'page' ? {} : { tabindex: -1, 'data-look-here': '' }
  return (
    <div class="slip slip--bad stack summary" role="alert" {...here}>
      <p class="slip__says">
        <Icon name="circle-alert" />
        <span>{props.sentence}</span>
      </p>
      {offers.length === 0 ? null : (
        <div class="row">
          {offers.map((offer) =>
            offer.post === undefined ? (
              <ButtonLink to={offer.to} look="plain" size="small">
                {offer.label}
              </ButtonLink>
            ) : (
              <ButtonForm
                to={offer.post}
                csrf={props.csrf}
                fields={offer.fields}
                label={offer.label}
                look="plain"
                size="small"
              />
            ),
          )}
        </div>
      )}
      {props.children}
    </div>
  )
}

function Unseen({ csrf, fields }: { csrf: string | undefined; fields: Readonly<Record<string, string>> }) {
  return (
    <>
      <HiddenField name="_csrf" value={csrf} />
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField name={name} value={value} />
      ))}
    </>
  )
}

function buttonClass({ look, size, tone }: ButtonLook): string {
  const kind = look ?? (tone ? 'plain' : 'filled')
  return ['btn', kind === 'filled' ? '' : `btn--${kind}`, size ? `btn--${size}` : '', tone ? `btn--${tone}` : '']
    .filter((word) => word !== '')
    .join(' ')
}
