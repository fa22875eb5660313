// The proof that somebody may change a work: made only here, from the row as it is in the transaction that changes it.
import { isMissing } from '#src/kit/refusal.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { findForEdit } from '#src/library/works/works-seen.store.ts'
import type { Tx } from '#src/platform/context.ts'
import type { WorkState } from '#src/schema/library/works.ts'

declare const proven: unique symbol

export type Editable = {
  readonly id: number
  readonly version: number
  readonly state: WorkState
  readonly community: number | null
  readonly [proven]: 'may edit'
}

/** Its creators may; and the mods, where the only creators are reserved names, for whom they posted it. */
export async function mustEdit(tx: Tx, id: number): Promise<Editable> {
  const work = await findForEdit(tx.db, id)
  const beholder = await beholderOf(tx.db, tx.viewer)
  if (!work) throw isMissing('work')
  const isCreator = beholder.account !== undefined && work.creators.includes(beholder.account)
  const isForReserved = work.creators.length === 0 && work.community !== null && beholder.modOf.has(work.community)
  if (!isCreator && !isForReserved) throw isMissing('work')
  return prove(work)
}

// The one place where the proof is made; the row was looked at just above.
const prove = ({ id, version, state, community }: Omit<Editable, typeof proven>): Editable =>
  ({ id, version, state, community }) as Editable
