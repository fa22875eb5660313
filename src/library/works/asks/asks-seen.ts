// What a work says of other people and other works, as one viewer may see it: only what was agreed, or concerns nobody here.
import type { Beholder } from '#src/library/works/visibility.ts'
import { seeCards, type WorkCard } from '#src/library/works/works-seen.ts'
import type { Reader } from '#src/platform/context.ts'
import type { TieKind } from './asks.ts'
import { type KeptAsk, listAsksOf, listAsksToWork } from './asks.store.ts'

export type Credit = { readonly name: string; readonly role: string }

export type Tie = { readonly kind: TieKind } & (
  | { readonly to: 'work'; readonly card: WorkCard }
  | { readonly to: 'elsewhere'; readonly url: string; readonly words: string }
)

export type PeopleSeen = {
  readonly credits: readonly Credit[]
  /** For whom it is. */
  readonly gifts: readonly string[]
  /** Where it came from. */
  readonly from: readonly Tie[]
  /** What came of it. */
  readonly onwards: readonly Extract<Tie, { to: 'work' }>[]
}

/** Whoever asks has made sure that the work itself may be seen. */
export async function seePeople(db: Reader, beholder: Beholder, work: number): Promise<PeopleSeen> {
  const said = (await listAsksOf(db, work)).filter(isShown)
  const towards = (await listAsksToWork(db, work)).filter(isShown)
  const ids = [...said.flatMap(({ toWork }) => toWork ?? []), ...towards.map((ask) => ask.work)]
  const cards = await seeCards(db, beholder, [...new Set(ids)])
  const up = new Map(cards.filter(({ state }) => state === 'posted').map((card) => [card.id, card]))
  return {
    credits: said.filter(({ kind }) => kind === 'credit').map((ask) => ({ name: nameOf(ask), role: ask.role })),
    gifts: said.filter(({ kind }) => kind === 'gift').map(nameOf),
    from: said.flatMap((ask) => tieOf(ask, ask.toWork, up)),
    onwards: towards.flatMap((ask) => tieOf(ask, ask.work, up)).filter((tie) => tie.to === 'work'),
  }
}

/** A name that its owner has taken along is gone with them. */
const isShown = ({ state, gone }: KeptAsk): boolean => (state === 'agreed' || state === 'plain') && gone === null

const nameOf = ({ name, toWords }: KeptAsk): string => name ?? toWords

function tieOf(ask: KeptAsk, other: number | null, cards: ReadonlyMap<number, WorkCard>): Tie[] {
  if (!isTie(ask.kind)) return []
  if (other === null)
    return ask.toUrl === null ? [] : [{ kind: ask.kind, to: 'elsewhere', url: ask.toUrl, words: ask.toWords }]
  const card = cards.get(other)
  return card ? [{ kind: ask.kind, to: 'work', card }] : []
}

const isTie = (kind: KeptAsk['kind']): kind is TieKind => !['co-author', 'credit', 'gift'].includes(kind)
