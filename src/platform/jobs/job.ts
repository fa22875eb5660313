// The three shapes of what runs without a request: a job, a reaction to an event, and a sweep for what is due.
import type { Event, EventName } from '#src/schema/events.ts'
import type { Ctx } from '../context.ts'
import type { Texts } from '../text/texts.ts'

export type Payload = Readonly<Record<string, string | number>>

/** A shell around one operation. It may run twice, so it must do no harm the second time. */
export type Job = { readonly kind: string; readonly run: (ctx: Ctx, payload: Payload) => Promise<void> }

/** "When X happened, do Y": a job that is written in the same transaction as the event. */
export type Reaction = {
  readonly name: string
  readonly on: readonly EventName[]
  readonly run: (ctx: Ctx, event: Event) => Promise<void>
}

/** Asks the database what is due now and does it; nothing is scheduled far ahead, so moving a date needs no other change. */
export type Sweep = {
  readonly name: string
  readonly everySeconds: number
  /** Texts are read, as for a visitor, with nothing in hand. */
  readonly run: (ctx: Ctx, texts: Texts) => Promise<void>
}

export type Works = {
  readonly jobs: readonly Job[]
  readonly reactions: readonly Reaction[]
  readonly sweeps: readonly Sweep[]
}

export const reactionsTo =
  (works: Works) =>
  (event: Event): string[] =>
    works.reactions.filter((reaction) => reaction.on.includes(event.name)).map((reaction) => reaction.name)
