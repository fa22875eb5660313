// How far whoever asks has seen each canon: their account says, or the cookie of their device.
import { type SeenAs, seenAs, seenCodesOf } from '#src/library/canon/seen.ts'
import type { Placed } from '#src/library/canon/timeline.ts'
import type { WorkCard } from '#src/library/works/works-seen.ts'
import { keptSeen } from '#src/platform/web/visits.ts'
import type { WebContext } from '#src/platform/web/web.ts'
import { saySeen } from '#src/library/canon/setting-words.ts'
import { type Fandom, listFandoms, timelineOf } from '#src/library/canon/fandoms.ts'

export type Canon = { readonly fandom: Fandom; readonly timeline: readonly Placed[] }

/** By the ids of fandoms. */
export type HowFar = ReadonlyMap<number, SeenAs>

export async function howFar(c: WebContext, canons: readonly Canon[]): Promise<HowFar> {
  const { db, viewer } = c.get('ctx')
  const own = viewer.kind === 'person' ? await seenCodesOf(db, viewer.account) : new Map<number, string>()
  const kept = keptSeen(c)
  return new Map(
    canons.flatMap(({ fandom, timeline }) => {
      const seen = seenAs(timeline, own.get(fandom.id) ?? kept.get(fandom.slug))
      return seen ? [[fandom.id, seen] as const] : []
    }),
  )
}

/** Where somebody has said so, and nobody else waits for it: what of these works goes further than they have seen, with how far. */
export async function beyondFor(
  c: WebContext,
  works: readonly (Giving & { readonly id: number })[],
): Promise<ReadonlyMap<number, string>> {
  const { db, viewer } = c.get('ctx')
  const own = viewer.kind === 'person' ? await seenCodesOf(db, viewer.account) : new Map<number, string>()
  if (own.size === 0 && keptSeen(c).size === 0) return new Map()
  const named = new Set(works.flatMap(({ fandom }) => fandom ?? []))
  const canons: Canon[] = []
  for (const fandom of await listFandoms(db)) {
    if (named.has(fandom.id)) canons.push({ fandom, timeline: await timelineOf(db, fandom.id) })
  }
  return beyondWords(works, await howFar(c, canons), canons)
}

/** A filter in the address: `slug:code`. */
export function filterIn(asked: string | undefined, canons: readonly Canon[]): HowFar {
  const [slug = '', ...code] = (asked ?? '').split(':')
  const canon = canons.find(({ fandom }) => fandom.slug === slug)
  const seen = canon && seenAs(canon.timeline, code.join(':'))
  return seen ? new Map([[canon.fandom.id, seen]]) : new Map()
}

type Giving = Pick<WorkCard, 'fandom' | 'spoilers'>

/** Further than they have seen; where nobody knows how far it goes, nobody is kept from it. */
export function isBeyond({ fandom, spoilers }: Giving, seen: HowFar): boolean {
  const own = fandom === undefined ? undefined : seen.get(fandom)
  return own !== undefined && spoilers !== undefined && spoilers.to > own.to
}

/** Of its canon, and nobody knows how far it goes. */
export const isUnknown = ({ fandom, spoilers }: Giving, seen: HowFar): boolean =>
  fandom !== undefined && seen.has(fandom) && spoilers === undefined

/** How far a work gives its canon away, for those that go further: by the ids of works. */
export function beyondWords(
  works: readonly (Giving & { readonly id: number })[],
  seen: HowFar,
  canons: readonly Canon[],
): ReadonlyMap<number, string> {
  const timelines = new Map(canons.map(({ fandom, timeline }) => [fandom.id, timeline]))
  return new Map(
    works
      .filter((work) => isBeyond(work, seen))
      .map(({ id, fandom, spoilers }) => [id, saySeen(timelines.get(fandom ?? 0) ?? [], spoilers?.to ?? 0)]),
  )
}
