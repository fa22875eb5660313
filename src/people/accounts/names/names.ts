// The names one person writes under: more of them, which stands first, which are put away, and letting one go that was never used.
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { findPenNameByKey } from '../accounts.store.ts'
import { keyOf, makePenName } from '../accounts.ts'
import { deleteName, listOwnNames, type OwnName, setFirst, setPutAway } from './names.store.ts'

export type { OwnName } from './names.store.ts'

/** Enough for anybody who writes; too few to take the names of others away. */
const MOST_NAMES = 20

export const listMyNames = (db: Reader, account: number): Promise<OwnName[]> => listOwnNames(db, account)

/** One’s own that was put away is brought back by it. Refuses what is somebody’s, or too much like it. */
export async function addName(ctx: Ctx, name: string): Promise<OwnName> {
  return onMine(ctx, async (tx, account, mine) => {
    const known = await findPenNameByKey(tx.db, keyOf(name))
    const own = mine.find(({ id }) => id === known?.id)
    if (own?.isPutAway === true) {
      await setPutAway(tx, own.id, false)
      return own
    }
    if (own) throw new Refusal('taken', 'pen-name/own', `${own.name} is your own name already.`, { about: 'name' })
    if (mine.length >= MOST_NAMES) throw tooMany()
    const id = await makePenName(tx, account, name)
    return { id, name, isFirst: false, isPutAway: false, isUsed: false }
  })
}

const tooMany = (): Refusal =>
  new Refusal(
    'limit',
    'pen-name/too-many',
    `One person can have ${MOST_NAMES} names here. One that was never used can be let go.`,
    { about: 'name' },
  )

/** It stands in the masthead, and with it one joins communities from now on. */
export const makeFirst = (ctx: Ctx, id: number): Promise<OwnName> =>
  onName(ctx, id, async (tx, own, account) => {
    if (own.isPutAway) throw isMissing('name')
    await setFirst(tx, account, own.id)
  })

/** It stays on what was written under it and stays its owner’s; nothing new is under it. Refuses the first one. */
export const putNameAway = (ctx: Ctx, id: number): Promise<OwnName> =>
  onName(ctx, id, async (tx, own) => {
    if (own.isFirst) throw isFirst(own, 'put it away')
    await setPutAway(tx, own.id, true)
  })

export const bringNameBack = (ctx: Ctx, id: number): Promise<OwnName> =>
  onName(ctx, id, (tx, own) => setPutAway(tx, own.id, false))

/** Anybody can have it then. Refuses the first one, and whatever stands anywhere. */
export const letNameGo = (ctx: Ctx, id: number): Promise<OwnName> =>
  onName(ctx, id, async (tx, own) => {
    if (own.isFirst) throw isFirst(own, 'let it go')
    if (own.isUsed) throw isUsed(own)
    await deleteName(tx, own.id)
  })

const isFirst = ({ name }: OwnName, what: string): Refusal =>
  new Refusal(
    'taken',
    'pen-name/first',
    `${name} is your first name here. Make another one the first, then you can ${what}.`,
  )

const isUsed = ({ name }: OwnName): Refusal =>
  new Refusal(
    'taken',
    'pen-name/used',
    `${name} stands on days or works, or in a community. It can be put away, and stays yours.`,
  )

/** One after the other for each person, so that two tabs cannot leave them without a first name. */
async function onMine<T>(ctx: Ctx, deed: (tx: Tx, account: number, mine: OwnName[]) => Promise<T>): Promise<T> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') throw isMissing('name')
  return ctx.atomically({ accounts: viewer.account }, async (tx) =>
    deed(tx, viewer.account, await listOwnNames(tx.db, viewer.account)),
  )
}

const onName = (
  ctx: Ctx,
  id: number,
  deed: (tx: Tx, own: OwnName, account: number) => Promise<void>,
): Promise<OwnName> =>
  onMine(ctx, async (tx, account, mine) => {
    const own = mine.find((name) => name.id === id)
    if (!own) throw isMissing('name')
    await deed(tx, own, account)
    return own
  })
