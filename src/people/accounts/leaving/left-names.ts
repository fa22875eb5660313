// Names that are left: a nameless one for each thing that is left without a name, so that no two of them tell of one person.
import { NAMELESS } from '#src/kit/nameless.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import type { WorksLeft } from '#src/schema/people/accounts.ts'
import {
  deleteNames,
  forgetLinksFor,
  forgetStandingFor,
  insertNameless,
  leaveNamesBehind,
  listAllNamesOf,
  listStandingFor,
} from './left-names.store.ts'

/** Each is another one, so that nothing that is kept ties two works together. */
export const makeNameless = (tx: Tx, standsFor: number): Promise<number> =>
  insertNameless(tx, { name: NAMELESS, standsFor })

export type StandIn = { readonly nameless: number; readonly own: number }

export const namelessOf = (db: Reader, account: number): Promise<StandIn[]> => listStandingFor(db, account)

/** Once nothing stands under them any more. */
export const dropNameless = (tx: Tx, names: readonly StandIn[]): Promise<void> =>
  deleteNames(
    tx,
    names.map(({ nameless }) => nameless),
  )

export const namesOf = (db: Reader, account: number): Promise<number[]> => listAllNamesOf(db, account)

/** Once all that goes is gone: who left their name stays named for ever, and of the others nothing tells who they were. */
export async function settleNames(tx: Tx, account: number, works: WorksLeft): Promise<void> {
  const standing = await listStandingFor(tx.db, account)
  await forgetStandingFor(
    tx,
    standing.map(({ nameless }) => nameless),
  )
  const names = await listAllNamesOf(tx.db, account)
  await forgetLinksFor(tx, names)
  if (works === 'named') return leaveNamesBehind(tx, account)
  await deleteNames(tx, names)
}
