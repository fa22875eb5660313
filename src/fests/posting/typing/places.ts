// Which form something was typed into: the key under which it is kept, who may keep anything there, and where the form stands.
import { roundIfThere } from '#src/fests/rounds/rounds.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { mayEdit } from '#src/library/works/work-access.ts'
import { communityOf } from '#src/people/communities/communities.ts'
import type { Ctx } from '#src/platform/context.ts'
import { asking, paths } from '#src/schema/paths.ts'

export type TypingPlace =
  /** `chapter`: one of several forms of the same work. */
  | { readonly kind: 'work'; readonly work: number; readonly chapter?: number }
  | { readonly kind: 'new'; readonly round: number; readonly claim: number | undefined }

export const workPlace = (work: number): string => `work:${work}`

/** Two new pieces in two tabs are two: each form has a key of its own. */
export const newPlaces = (round: number, claim: number | undefined): string => `new:${round}:${claim ?? 0}:`

/** A place without a key is no place: nothing is kept there. */
export const newPlace = (round: number, claim: number | undefined, once: string): string =>
  newPlaces(round, claim) + once.replaceAll(/[^\w-]/g, '').slice(0, 64)

/** Of a draft that goes on, or of a new piece. */
export function placeOf(
  round: number,
  claim: number | undefined,
  work: number | undefined,
  once: string | undefined,
): string | undefined {
  if (work !== undefined) return workPlace(work)
  return once === undefined ? undefined : newPlace(round, claim, once)
}

export function placeFrom(key: string): TypingPlace | undefined {
  const [, work, chapter] = /^work:(\d{1,15})(?:\/chapter:(\d{1,15}))?$/.exec(key) ?? []
  if (work !== undefined)
    return { kind: 'work', work: Number(work), ...(chapter === undefined ? {} : { chapter: Number(chapter) }) }
  const [, round, claim] = /^new:(\d{1,15}):(\d{1,15}):[\w-]{1,64}$/.exec(key) ?? []
  if (round === undefined) return undefined
  return { kind: 'new', round: Number(round), claim: Number(claim) || undefined }
}

/** Whoever may change the work, and whoever is at a form for a round that is there. For others there is no such thing. */
export async function mustType({ db, viewer }: Pick<Ctx, 'db' | 'viewer'>, key: string): Promise<TypingPlace> {
  const place = placeFrom(key)
  if (!place || viewer.kind !== 'person') throw isMissing('page')
  const may =
    place.kind === 'work'
      ? await mayEdit(db, await beholderOf(db, viewer), place.work)
      : (await roundIfThere(db, place.round)) !== undefined
  if (!may) throw isMissing('page')
  return place
}

/** Where its form is, with this typing in it where `typed` says which; a round that is gone has no form any more. */
export async function formAddress(
  { db }: Pick<Ctx, 'db'>,
  place: TypingPlace,
  typed?: number,
): Promise<string | undefined> {
  const more = typed === undefined ? {} : { typed: String(typed) }
  if (place.kind === 'work') return asking(paths.workEdit(place.work), place.chapter === undefined ? more : {})
  const round = await roundIfThere(db, place.round)
  if (!round) return undefined
  const { slug } = await communityOf(db, round.community)
  const claim = place.claim === undefined ? {} : { claim: String(place.claim) }
  return asking(paths.post(slug, round.slug), { ...claim, ...more })
}
