// What of a post's header speaks of the setting, and how much each weighs: the timing line most, a summary less, since it tells a story.
import type { Statement, StatementSource } from './timing.ts'

/** Grows whenever the same words may be read otherwise than before: works that were read by an older one are read again. */
export const SETTING_READER = 1

export type SaidOfSetting = Partial<Readonly<Record<StatementSource, string>>>

/**
 * From 0.6 on a place is believed (`SURE`): what stands in a summary by its code or in quotation marks is, bare words and seasons
 * there are not. Spoilers count where they say where the story happens.
 */
const weights: readonly (readonly [StatementSource, number])[] = [
  ['timing', 1],
  ['summary', 0.7],
  ['warnings', 0.8],
  ['spoilers', 0.75],
  ['notes', 0.55],
]

export const statementsOf = (said: SaidOfSetting): Statement[] =>
  weights.flatMap(([source, weight]) => {
    const text = said[source]?.trim() ?? ''
    return text === '' ? [] : [{ text, weight, source }]
  })
