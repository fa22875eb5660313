// A mod hides a work for now, or shows it again: the fact that the one rule of who may see a work goes by.
import type { Correctable } from '#src/library/works/work-access.ts'
import { updateHidden } from '#src/library/works/works.store.ts'
import type { Tx } from '#src/platform/context.ts'

/** Nothing of it is lost, and its creators go on seeing it. */
export async function hideWork(tx: Tx, { id }: Correctable): Promise<void> {
  await updateHidden(tx, id, tx.now())
  tx.announce({ name: 'work.hidden', work: id })
}

/** With the date it had. */
export async function unhideWork(tx: Tx, { id }: Correctable): Promise<void> {
  await updateHidden(tx, id, null)
  tx.announce({ name: 'work.unhidden', work: id })
}
