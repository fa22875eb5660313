// Who may see a work, and whose name it shows: the one rule, pure, over a small record of facts that is stored with the work.
// Its one translation to SQL is visible.store.ts; a property test proves that they agree.
import type { ChapterState, WorkState } from '#src/schema/library/works.ts'

export type WorkFacts = {
  readonly id?: number
  readonly state: WorkState
  readonly audience: 'everyone' | 'members'
  /** The community whose members and mods are meant; a work outside every community is for whoever is signed in. */
  readonly community: number | null
  readonly isUnrevealed: boolean
  readonly isAnonymous: boolean
  readonly isAdult: boolean
  readonly isHidden: boolean
  readonly isDeleted: boolean
  /** The accounts behind its pen names; none for reserved names. */
  readonly creators: readonly number[]
}

export type Beholder = {
  readonly account: number | undefined
  readonly memberOf: ReadonlySet<number>
  readonly modOf: ReadonlySet<number>
  /** Only of somebody without an account: what was written for the one claim whose key they hold. It is theirs as a creator’s is. */
  readonly keyTo?: ReadonlySet<number>
}

export type Sight =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'seen'
      readonly byline: 'named' | 'hidden'
      /** A reader who has not said so yet is asked first. */
      readonly isAdult: boolean
    }

const NONE: Sight = { kind: 'none' }

/** What is deleted is gone for everybody: its creators find it on a page of its own, by another road. */
export function maySee(facts: WorkFacts, beholder: Beholder): Sight {
  if (facts.isDeleted) return NONE
  const isCreator = isCreatorOf(facts, beholder)
  const isMod = facts.community !== null && beholder.modOf.has(facts.community)
  if (!isCreator && !mayRead(facts, beholder, isMod)) return NONE
  const isNamed = !facts.isAnonymous || isCreator || isMod
  return { kind: 'seen', byline: isNamed ? 'named' : 'hidden', isAdult: facts.isAdult }
}

function isCreatorOf({ id, creators }: WorkFacts, { account, keyTo }: Beholder): boolean {
  const hasKey = id !== undefined && keyTo?.has(id) === true
  return hasKey || (account !== undefined && creators.includes(account))
}

export type ChapterFacts = { readonly state: ChapterState; readonly isDeleted: boolean }

/** A chapter is for whoever its work is for, once it is posted; before and afterwards it is its creators' alone, as a draft work is. */
export function maySeeChapter(chapter: ChapterFacts, work: WorkFacts, beholder: Beholder): boolean {
  if (chapter.isDeleted || maySee(work, beholder).kind === 'none') return false
  return chapter.state === 'posted' || isCreatorOf(work, beholder)
}

/** A series is under a name: a work stands in it for whoever may know that the work bears that name too. */
export function maySeeInSeries(work: WorkFacts, beholder: Beholder, bearsName: boolean): boolean {
  const sight = maySee(work, beholder)
  return bearsName && work.state === 'posted' && sight.kind === 'seen' && sight.byline === 'named'
}

/** Mods may read what is up but held back; a draft is nobody's but its creators', and so is what they took down. */
function mayRead(facts: WorkFacts, beholder: Beholder, isMod: boolean): boolean {
  if (facts.state !== 'posted') return false
  if (isMod) return true
  return !facts.isUnrevealed && !facts.isHidden && isOfTheAudience(facts, beholder)
}

function isOfTheAudience({ audience, community }: WorkFacts, beholder: Beholder): boolean {
  if (audience === 'everyone') return true
  return community === null ? beholder.account !== undefined : beholder.memberOf.has(community)
}
