// The works of somebody who leaves: they go, or they stay with or without the name; within thirty days all of it can be undone.
import type { Instant } from '#src/kit/instants.ts'
import { makeNameless, type StandIn } from '#src/people/accounts/leaving/left-names.ts'
import type { Tx } from '#src/platform/context.ts'
import type { WorksLeft } from '#src/schema/people/accounts.ts'
import { forgetPicturesOf } from '#src/library/works/pictures/pictures.ts'
import {
  dropPlaces,
  eraseWork,
  forgetHand,
  isSomebodys,
  listLeftBy,
  listWorksUnder,
  setGone,
  stripWork,
  swapCreator,
  type WorkLeft,
} from './works-left.store.ts'

export type { WorkLeft } from './works-left.store.ts'

/** All of them, whatever their state. */
export const listWorksLeft = (tx: Tx, account: number): Promise<WorkLeft[]> => listLeftBy(tx.db, account, undefined)

/** Gone for everybody, from this moment on. What others made too is theirs, and only loses the name. */
export async function takeWorksAlong(tx: Tx, works: readonly WorkLeft[], leftAt: Instant): Promise<void> {
  const own = works.filter(({ isShared }) => !isShared)
  await setGone(
    tx,
    own.map(({ id }) => id),
    leftAt,
  )
  for (const { id } of own) tx.announce({ name: 'work.withdrawn', work: id })
  await unsignWorks(
    tx,
    works.filter(({ isShared }) => isShared),
  )
}

/** Drafts and what was taken down nobody sees: they wait for their writer, and go when nobody comes back. */
export async function unsignWorks(tx: Tx, works: readonly WorkLeft[]): Promise<void> {
  for (const { id, penName } of works.filter(({ state, isShared }) => state === 'posted' || isShared)) {
    await swapCreator(tx, id, penName, await makeNameless(tx, penName))
    tx.announce({ name: 'work.revised', work: id })
  }
}

/** As they were. Those that went with their writer are told, for what follows in their rounds. */
export async function bringWorksBack(
  tx: Tx,
  back: { readonly account: number; readonly leftAt: Instant; readonly names: readonly StandIn[] },
): Promise<WorkLeft[]> {
  const gone = await listLeftBy(tx.db, back.account, back.leftAt)
  await setGone(
    tx,
    gone.map(({ id }) => id),
    null,
  )
  for (const { nameless, own } of back.names) {
    for (const work of await listWorksUnder(tx.db, nameless)) {
      await swapCreator(tx, work, nameless, own)
      tx.announce({ name: 'work.revised', work })
    }
  }
  for (const { id } of gone) tx.announce({ name: 'work.revised', work: id })
  return gone
}

/** What is up and was to stay keeps what readers read; everything else that was theirs alone is gone. */
export async function eraseWorks(
  tx: Tx,
  left: {
    readonly account: number
    readonly works: WorksLeft
    readonly leftAt: Instant
    readonly names: readonly StandIn[]
  },
): Promise<void> {
  const still = await listLeftBy(tx.db, left.account, undefined)
  const gone = await listLeftBy(tx.db, left.account, left.leftAt)
  for (const work of [...still, ...gone].filter(({ isShared }) => !isShared)) {
    if (left.works === 'named' && work.state === 'posted') await stripWork(tx, work.id)
    else await eraseWhole(tx, work.id)
  }
  for (const { nameless } of left.names) {
    for (const work of await listWorksUnder(tx.db, nameless)) {
      if (await isSomebodys(tx.db, work)) continue
      await stripWork(tx, work)
      await dropPlaces(tx, work)
    }
  }
  await forgetHand(tx, left.account)
}

async function eraseWhole(tx: Tx, work: number): Promise<void> {
  await forgetPicturesOf(tx, work)
  await eraseWork(tx, work)
}
