// What a demo knows of itself: the secret of its links, who its people are, and until when its round runs. A site that does not
// have this is no demo, and nothing writes it but the making of one.
import { type CalendarDay, toDay } from '#src/kit/days.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import { readSetting, writeSetting } from '#src/platform/settings.ts'

export const DEMO = 'demo'

export const parts = ['mod', 'writer', 'reader'] as const

export type Part = (typeof parts)[number]

export type People = { readonly [P in Part]: { readonly account: number; readonly name: string } }

export type DemoSetting = {
  readonly key: string
  readonly people: People
  /** The address of the round that runs. */
  readonly round: { readonly community: string; readonly round: string }
  /** Its last day. */
  readonly until: CalendarDay
}

export async function readDemo(db: Reader): Promise<DemoSetting | undefined> {
  return demoIn(await readSetting(db, DEMO))
}

export const writeDemo = (tx: Tx, setting: DemoSetting): Promise<void> => writeSetting(tx, DEMO, setting)

/** Whatever is not wholly a demo's setting is none. */
export function demoIn(value: unknown): DemoSetting | undefined {
  const { key, people, round, until } = fieldsOf(value)
  const [mod, writer, reader] = parts.map((part) => personIn(fieldsOf(people)[part]))
  const { community, round: slug } = fieldsOf(round)
  const last = typeof until === 'string' ? toDay(until) : undefined
  if (typeof key !== 'string' || key.length < 20 || last === undefined || !mod || !writer || !reader) return undefined
  if (typeof community !== 'string' || typeof slug !== 'string') return undefined
  return { key, people: { mod, writer, reader }, round: { community, round: slug }, until: last }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

function personIn(value: unknown): People[Part] | undefined {
  const { account, name } = fieldsOf(value)
  return typeof account === 'number' && typeof name === 'string' ? { account, name } : undefined
}
