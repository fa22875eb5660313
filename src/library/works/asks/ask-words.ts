// Asks in words: for whoever is asked, for whoever asked, and for readers. Pure.
import { sayList } from '#src/kit/date-words.ts'
import type { AskKind } from '#src/schema/library/works.ts'
import type { TieKind } from './asks.ts'
import type { AskedOfMe, SaidOfWork } from './own-asks.ts'

/** Before a title: "Inspired by", "A remix of". */
export const fromWords: Readonly<Record<TieKind, string>> = {
  'inspired-by': 'Inspired by',
  remix: 'A remix of',
  translation: 'A translation of',
  podfic: 'A podfic of',
}

/** Of what came of a work: "inspired by it", "a remix of it". */
export const onwardsWords: Readonly<Record<TieKind, string>> = {
  'inspired-by': 'inspired by it',
  remix: 'a remix of it',
  translation: 'a translation of it',
  podfic: 'a podfic of it',
}

const who = (by: readonly string[]): string =>
  by.length === 0 ? 'somebody whose name is not shown yet' : sayList([...by])

const atHead = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase())

/** The question, as it is read by whoever is asked. */
export function askedWords({ kind, role, by, title, ownWork }: AskedOfMe): string {
  const asker = atHead(who(by))
  if (kind === 'co-author') return `${asker} would like to name you as co-author of “${title}”.`
  if (kind === 'credit')
    return `${asker} would like to name you with “${title}”${role === '' ? '' : `, for this: ${role}`}.`
  if (kind === 'gift') return `“${title}”, by ${who(by)}, is for you, if you like.`
  return `“${title}” says that it is ${onwardsOf(kind)} your “${ownWork ?? ''}”.`
}

const onwardsOf = (kind: TieKind): string => fromWords[kind].replace(/^./, (letter) => letter.toLowerCase())

/** What agreeing does. */
export function agreeingWords(kind: AskKind): string {
  if (kind === 'co-author')
    return 'If you agree, it bears your name too, and is yours to change as well. You can step out again at any time.'
  if (kind === 'credit' || kind === 'gift')
    return 'If you agree, your name is shown with it. You can take that back at any time.'
  return 'If you agree, each of the two leads to the other. You can take that back at any time.'
}

/** What became of it, for those whose work it is. */
export function stateOfAsk({ kind, state }: Pick<SaidOfWork, 'kind' | 'state'>): string {
  if (state === 'plain') return 'shown as you wrote it'
  if (state === 'agreed') return kind === 'gift' ? 'has accepted it' : 'has agreed'
  if (state === 'open') return 'asked; nothing shows until they agree'
  return state === 'stepped-out' ? 'has stepped out' : 'not this time'
}
