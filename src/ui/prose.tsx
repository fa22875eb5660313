// Small pieces that every page is made of: the head of a section, slips, chips, the empty state.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon, Mark } from '#src/ui/marks.tsx'
import type { IconName, MarkName } from '#src/ui/marks.tsx'

/** What a state means for its colour; the word beside the mark says it too. */
export type Tone = 'open' | 'taken' | 'mine' | 'waiting' | 'kept' | 'standin' | 'ffa' | 'closed' | 'good' | 'bad'

export type ChipProps = {
  readonly mark?: MarkName | undefined
  readonly icon?: IconName | undefined
  readonly word: string
  readonly tone?: Tone | undefined
}

/** Double rule, title left, one quiet remark or link right. */
export function Head(props: { title: string; aside?: Child; id?: string }) {
  return (
    <div class="head">
      <div>
        <h2 id={props.id}>{props.title}</h2>
        {props.aside ? <span class="small soft">{props.aside}</span> : null}
      </div>
    </div>
  )
}

/** A line above a title, in italics and the spot colour. */
export function Kicker({ children }: PropsWithChildren) {
  return <p class="kicker">{children}</p>
}

export type SlipTone = 'plain' | 'spot' | 'good' | 'waiting' | 'bad' | 'mine'

/** A note tucked into the page; at most two in sight. A slip that is one's own carries a ribbon. */
export function Slip(props: PropsWithChildren<{ tone?: SlipTone; title?: string }>) {
  const tone = props.tone ?? 'plain'
  return (
    <div class={`slip stack${tone === 'plain' ? '' : ` slip--${tone}`}${tone === 'mine' ? ' ribbon' : ''}`}>
      {props.title ? <h3>{props.title}</h3> : null}
      {props.children}
    </div>
  )
}

/** One sentence in a slip, said to everybody who can see or hear it. */
export function Notice({ says }: { says: string }) {
  return (
    <div class="slip slip--good" role="status">
      <p class="slip__says">
        <Icon name="check" />
        <span>{says}</span>
      </p>
    </div>
  )
}

/** Mark, word, colour: in this order of importance. */
export function Chip({ mark, icon, word, tone }: ChipProps) {
  return (
    <span class={tone ? `chip is-${tone}` : 'chip'}>
      {mark ? <Mark name={mark} /> : null}
      {icon ? <Icon name={icon} /> : null}
      <span>{word}</span>
    </span>
  )
}

/** A dotted moon, one italic sentence, one thing to do. */
export function Empty({ says, note, action }: { says: string; note?: string; action?: Child }) {
  return (
    <div class="empty">
      <Mark name="open" />
      <p class="empty__says">{says}</p>
      {note ? <p class="small">{note}</p> : null}
      {action ? <div class="row">{action}</div> : null}
    </div>
  )
}
