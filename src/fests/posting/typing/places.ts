// Which form something was typed into: the key under which it is kept, who may keep anything there, and where the form stands.
import { roundIfThere } from '#src/fests/rounds/rounds.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { hasChapter } from '#src/library/works/chapters/own-chapters.ts'
import { mayEdit } from '#src/library/works/work-access.ts'
import { communityOf } from '#src/people/communities/communities.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import { asking, paths } from '#src/schema/paths.ts'

export type TypingPlace =
  /** `chapter`: one of several forms of the same work; a new one has no number yet. */
  | { readonly kind: 'work'; readonly work: number; readonly chapter?: number | 'new' }
  | { readonly kind: 'new'; readonly round: number; readonly claim: number | undefined }

export const workPlace = (work: number): string => `work:${work}`

export const chapterPlace = (work: number, chapter: number): string => `${workPlace(work)}/chapter:${chapter}`

export const newChapterPlaces = (work: number): string => `${workPlace(work)}/new:`

export const newChapterPlace = (work: number, once: string): string => newChapterPlaces(work) + keyIn(once)

/** Two new pieces in two tabs are two: each form has a key of its own. */
export const newPlaces = (round: number, claim: number | undefined): string => `new:${round}:${claim ?? 0}:`

/** A place without a key is no place: nothing is kept there. */
export const newPlace = (round: number, claim: number | undefined, once: string): string =>
  newPlaces(round, claim) + keyIn(once)

const keyIn = (once: string): string => once.replaceAll(/[^\w-]/g, '').slice(0, 64)

/** Some places are asked for as what all of them begin with; any other is itself alone. */
export const areSeveral = (places: string): boolean => places.endsWith(':')

export const isAmong = (place: string, places: string): boolean =>
  areSeveral(places) ? place.startsWith(places) : place === places

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
  const [, work, chapter, once] = /^work:(\d{1,15})(?:\/chapter:(\d{1,15})|\/new:([\w-]{1,64}))?$/.exec(key) ?? []
  if (work !== undefined) {
    const which = once === undefined ? Number(chapter) : 'new'
    return { kind: 'work', work: Number(work), ...(chapter === once ? {} : { chapter: which }) }
  }
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
      ? (await mayEdit(db, await beholderOf(db, viewer), place.work)) && (await isThere(db, place))
      : (await roundIfThere(db, place.round)) !== undefined
  if (!may) throw isMissing('page')
  return place
}

/** A chapter that is deleted has no form any more. */
const isThere = async (db: Reader, { work, chapter }: TypingPlace & { readonly kind: 'work' }): Promise<boolean> =>
  typeof chapter !== 'number' || (await hasChapter(db, work, chapter))

/** Where its form is, with this typing in it where `typed` says which; a round or a chapter that is gone has no form any more. */
export async function formAddress(
  { db }: Pick<Ctx, 'db'>,
  place: TypingPlace,
  typed?: number,
): Promise<string | undefined> {
  const more = typed === undefined ? {} : { typed: String(typed) }
  if (place.kind === 'work') return (await isThere(db, place)) ? asking(workForm(place), more) : undefined
  const round = await roundIfThere(db, place.round)
  if (!round) return undefined
  const { slug } = await communityOf(db, round.community)
  const claim = place.claim === undefined ? {} : { claim: String(place.claim) }
  return asking(paths.post(slug, round.slug), { ...claim, ...more })
}

function workForm({ work, chapter }: TypingPlace & { readonly kind: 'work' }): string {
  if (chapter === undefined) return paths.workEdit(work)
  return chapter === 'new' ? paths.newChapter(work) : paths.chapterEdit(work, chapter)
}
