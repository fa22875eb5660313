// The larger shapes of pages: the almanac's day, a round's title, rows of rounds and entries, the ledger of what the dates did.
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Ink } from '#src/kit/colours/inks.ts'
import { Moment } from '#src/ui/dates.tsx'

export type DayLeafProps = {
  /** The calendar day, as in 2026-11-18. */
  readonly day: string
  readonly weekday: string
  readonly number: number
  /** As in "November 2026". */
  readonly month: string
  readonly coming?: readonly { readonly when: string; readonly what: string }[] | undefined
}

/** The day of the first page, and what comes round next. */
export function DayLeaf({ day, weekday, number, month, coming }: DayLeafProps) {
  return (
    <div class="leaf__day">
      <h1>
        <span class="leaf__w">{weekday}</span>{' '}
        <time class="leaf__n" datetime={day}>
          {number}
        </time>{' '}
        <span class="leaf__w leaf__sub">{month}</span>
      </h1>
      {coming && coming.length > 0 ? (
        <ul class="coming" aria-label="Coming round">
          {coming.map(({ when, what }) => (
            <li>
              <b>{when}</b> {what}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

export type TitleLeafProps = {
  readonly kicker?: Child
  readonly title: string
  readonly says?: Child
  /** At most one filled button and one plain. */
  readonly actions?: Child
}

/** The title of a round or of any page that is somebody's own. */
export function TitleLeaf({ kicker, title, says, actions }: TitleLeafProps) {
  return (
    <div class={actions ? 'title-leaf title-leaf--does' : 'title-leaf'}>
      <div>
        {kicker ? <p class="kicker">{kicker}</p> : null}
        <h1>{title}</h1>
        {says ? <p class="soft small">{says}</p> : null}
      </div>
      {actions ? <div class="row">{actions}</div> : null}
    </div>
  )
}

export type RoundRowProps = {
  readonly ink?: Ink | undefined
  readonly title: string
  readonly to: string
  /** What happens next, in words: "11 days left". */
  readonly next: string
  readonly says?: Child
  readonly until?: Child
}

/** A round among others, with its own colour as a slip at the left. */
export function RoundRow({ ink, title, to, next, says, until }: RoundRowProps) {
  return (
    <div class={ink ? `round-row ink-${ink}` : 'round-row'}>
      <h3>
        <a href={to}>{title}</a>
      </h3>
      <p class="countdown">{next}</p>
      <p class="soft small">{says}</p>
      <p class="soft small">{until}</p>
    </div>
  )
}

/** One thing in a list of things, with a title and a few facts. */
export function Entry(props: PropsWithChildren<{ facts?: Child; title: Child; by?: Child }>) {
  return (
    <article class="entry">
      {props.facts ? <div class="facts">{props.facts}</div> : null}
      <h3 class="entry__title">
        {props.title}
        {props.by ? <span class="entry__by"> {props.by}</span> : null}
      </h3>
      {props.children}
    </article>
  )
}

export type LedgerLine = {
  readonly at: string
  readonly words: string
  readonly says: Child
  /** A chip or a small quiet button. */
  readonly end?: Child
}

/** What the dates did, or will do: when, what, and whether it can be undone. */
export function Ledger({ lines }: { lines: readonly LedgerLine[] }) {
  return (
    <ol class="ledger">
      {lines.map(({ at, words, says, end }) => (
        <li>
          <Moment at={at} words={words} />
          <div>{says}</div>
          {end ? <div>{end}</div> : null}
        </li>
      ))}
    </ol>
  )
}

/** How many of what; never about one person. */
export function Tally({ counts }: { counts: readonly { readonly count: number; readonly words: string }[] }) {
  return (
    <ul class="tally">
      {counts.map(({ count, words }) => (
        <li>
          <b>{count}</b> <span class="small soft">{words}</span>
        </li>
      ))}
    </ul>
  )
}
