// The proofs that somebody may change a work, or correct its header: made only here, from the row as it is in the transaction that changes it.
import { isMissing } from '#src/kit/refusal.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import { findForEdit } from '#src/library/works/works-seen.store.ts'
import { mustNotBePutOut } from '#src/people/communities/put-out.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { WorkState } from '#src/schema/library/works.ts'

const proven: unique symbol = Symbol('proven')
const moderating: unique symbol = Symbol('moderating')

export type Editable = {
  readonly id: number
  readonly version: number
  readonly state: WorkState
  readonly community: number | null
  /** Nobody outside this file can write this property, so nobody else can make one. */
  readonly [proven]: true
}

/**
 * Its creators may, and whoever has the key to its claim; and the mods, where the only creators are reserved names and no person wrote
 * it by a key. Refuses whoever mods have removed from the community in which it is up.
 */
export async function mustEdit(tx: Tx, id: number): Promise<Editable> {
  const work = await mustBeTheirs(tx, id)
  const { state, community } = work
  if (community !== null && (state === 'posted' || state === 'scheduled'))
    await mustNotBePutOut(tx.db, tx.viewer, { work: id, community, wish: 'change' })
  return work
}

/** The same for taking it down, which is theirs to do wherever it is up, and for what nobody else sees. */
export async function mustBeTheirs(tx: Tx, id: number): Promise<Editable> {
  const work = await findForEdit(tx.db, id)
  if (!work || !isEditor(work, await beholderOf(tx.db, tx.viewer))) throw isMissing('work')
  const { version, state, community } = work
  return { id, version, state, community, [proven]: true }
}

/** A work that is up, in the hands of a mod of its community: its header may be corrected, and it may be hidden. Never its text. */
export type Correctable = {
  readonly id: number
  readonly version: number
  readonly state: 'posted'
  readonly community: number
  readonly [moderating]: true
}

/** The mods of its community may, once it is up; what is a draft, scheduled, taken down or deleted does not exist for them. */
export async function mustCorrect(tx: Tx, id: number): Promise<Correctable> {
  const work = await findForEdit(tx.db, id)
  const found = work && corrected(work, await beholderOf(tx.db, tx.viewer))
  if (!found) throw isMissing('work')
  return { ...found, [moderating]: true }
}

/** For pages, as `mayEdit` is. */
export async function mayCorrect(db: Reader, beholder: Beholder, id: number): Promise<boolean> {
  const work = await findForEdit(db, id)
  return work !== undefined && corrected(work, beholder) !== undefined
}

type Found = NonNullable<Awaited<ReturnType<typeof findForEdit>>>

function corrected({ id, version, state, community }: Found, { modOf }: Beholder) {
  if (state !== 'posted' || community === null || !modOf.has(community)) return undefined
  return { id, version, state, community }
}

/** For pages, which only offer the way; whoever takes it is asked again. */
export async function mayEdit(db: Reader, beholder: Beholder, id: number): Promise<boolean> {
  const work = await findForEdit(db, id)
  return work !== undefined && isEditor(work, beholder)
}

type Whose = {
  readonly id: number
  readonly community: number | null
  readonly creators: readonly number[]
  /** One of those who made it has left the site: for them nobody acts. */
  readonly hasLeft: boolean
  /** Written by somebody without an account, who has the key to its claim or had it. */
  readonly byKey: 'no' | 'lives' | 'gone'
  readonly state: WorkState
}

function isEditor(work: Whose, { account, modOf, keyTo }: Beholder): boolean {
  const { id, community, creators, hasLeft } = work
  if (keyTo?.has(id) === true) return true
  if (account !== undefined && creators.includes(account)) return true
  return creators.length === 0 && !hasLeft && isForMods(work) && community !== null && modOf.has(community)
}

/** What a person wrote themselves is theirs, and a draft for ever; what is up is looked after by mods once nobody has a key to it. */
const isForMods = ({ byKey, state }: Whose): boolean => byKey === 'no' || (byKey === 'gone' && state === 'posted')
