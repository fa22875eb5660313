// What was typed and not saved, as a form offers it on return, and on a page of its own; and the frame that keeps a form while it is typed in.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { sayMoment } from '#src/kit/date-words.ts'
import type { Entries } from '#src/kit/form.ts'
import type { Viewer } from '#src/platform/context.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Slip } from '#src/ui/prose.tsx'
import type { Typing } from './typings.ts'

export type Offered = {
  readonly typings: readonly Typing[]
  /** Where the form is. */
  readonly to: string
  readonly zone: string
  readonly csrf: string
}

/** One slip for each, with what it says in short: nothing is brought back unasked, and no clock throws it away. */
export function OfferedTypings({ typings, to, zone, csrf }: Offered) {
  return (
    <>
      {typings.map((typing) => (
        <Slip tone="waiting">
          <p>
            You typed more on {sayMoment(typing.changedAt, zone)}, and did not save it:{' '}
            <span class="it">{entriesWords(typing.entries)}</span>
          </p>
          <div class="row">
            <ButtonLink to={withTyped(to, typing.id)} look="plain" size="small">
              Bring it back
            </ButtonLink>
            <ButtonLink to={paths.typed(typing.id)} look="quiet" size="small">
              Look at it
            </ButtonLink>
            <ButtonForm to={paths.typedAway(typing.id)} csrf={csrf} label="Throw it away" look="quiet" size="small" />
          </div>
        </Slip>
      ))}
    </>
  )
}

/** An address of a form, with this typing in it. */
export const withTyped = (to: string, id: number | string): string => {
  const [path = to, query = ''] = to.split('?')
  return asking(path, { ...Object.fromEntries(new URLSearchParams(query)), typed: String(id) })
}

/** Its beginning, enough to know it by. */
export function entriesWords(entries: Entries): string {
  const title = entries.get('title')?.trim() ?? ''
  const text = (entries.get('text') ?? '')
    .slice(0, 2_000)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const begin = text.length > 90 ? `${text.slice(0, 90).toWellFormed()}…` : text
  return [title, begin].filter((part) => part !== '').join(': ') || 'no words yet'
}

type TypedProps = {
  readonly typing: Typing
  readonly at: string
  readonly words: string
  readonly back: string | undefined
  readonly csrf: string
}

export function Typed({ typing, at, words, back, csrf }: TypedProps) {
  const others = [...typing.entries].filter(([name, value]) => name !== 'text' && value !== '' && !unsaid.has(name))
  return (
    <>
      <TitleLeaf
        kicker={`As you had typed it on ${at}`}
        title={typing.entries.get('title') || words.slice(0, 60)}
        says="You alone see this page. It was not saved, and readers have not seen it."
        actions={
          back === undefined ? undefined : (
            <ButtonLink to={back} look="plain">
              Bring it back into the form
            </ButtonLink>
          )
        }
      />
      <pre class="kept-text" tabindex={0} aria-label="The text that you typed">
        {typing.entries.get('text') ?? ''}
      </pre>
      {others.length === 0 ? null : (
        <dl class="hb">
          {others.map(([name, value]) => (
            <div>
              <dt>{name}</dt>
              <dd class="lines" dir="auto">
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ButtonForm
        to={paths.typedAway(typing.id)}
        csrf={csrf}
        label="Throw it away"
        look="plain"
        size="small"
        tone="alarm"
      />
    </>
  )
}

const unsaid = new Set(['once', 'version', 'tab', 'textForm', 'fandom', 'audience', 'role'])

export type KeepingProps = {
  /** Undefined where nothing is kept: then it is only a form. */
  readonly place: string | undefined
  /** What another person typed on the same device is not offered to them. */
  readonly viewer: Viewer
  /** The keeping it goes on from. */
  readonly number: string | undefined
  /** It holds what came with a form and is nowhere else yet. */
  readonly isUnsaved: boolean
  readonly children?: Child
}

/** With scripts, the form within is kept while somebody types in it, and one line says so. */
export function Keeping({ place, viewer, number, isUnsaved, children }: PropsWithChildren<KeepingProps>) {
  if (place === undefined || viewer.kind !== 'person') return <>{children}</>
  return (
    <kept-form
      data-place={place}
      data-account={viewer.account}
      data-number={number ?? '0'}
      data-to={paths.typing}
      data-unsaved={isUnsaved ? '' : undefined}
    >
      {children}
    </kept-form>
  )
}
