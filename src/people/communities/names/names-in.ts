// Which of several names somebody goes by: in a community, and for one day or one piece in it.
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { findMyPenName, listMyPenNames, type PenName } from '#src/people/accounts/accounts.ts'
import { type OwnName, putNameAway } from '#src/people/accounts/names/names.ts'
import type { Ctx, Reader, Viewer } from '#src/platform/context.ts'
import { listNamesIn, type NameIn, setNameIn } from './names-in.store.ts'

export type { NameIn } from './names-in.store.ts'

export const listMyNamesIn = (db: Reader, account: number): Promise<NameIn[]> => listNamesIn(db, account)

/** Days and works keep the name they have; members meet this one from now on. Refuses names of others, and ones put away. */
export async function goBy(
  ctx: Ctx,
  wanted: { readonly community: number; readonly penName: number },
): Promise<NameIn> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') throw isMissing('community')
  return ctx.atomically({ accounts: viewer.account }, async (tx) => {
    const found = (await listNamesIn(tx.db, viewer.account)).find(({ community }) => community === wanted.community)
    if (!found) throw isMissing('community')
    const { id } = await findMyPenName(tx.db, viewer.account, wanted.penName)
    await setNameIn(tx, found.community, viewer.account, id)
    tx.announce({ name: 'member.renamed', community: found.community, account: viewer.account })
    return { ...found, penName: id }
  })
}

/** Refuses one that others know somebody by in a community: another is chosen there first. */
export async function putAwayUnlessGoneBy(ctx: Ctx, id: number): Promise<OwnName> {
  const { viewer } = ctx
  if (viewer.kind !== 'person') throw isMissing('name')
  return ctx.atomically({ accounts: viewer.account }, async (tx) => {
    const at = (await listNamesIn(tx.db, viewer.account)).find(({ penName }) => penName === id)
    if (at) {
      throw new Refusal(
        'taken',
        'pen-name/gone-by',
        `You are in ${at.title} under this name. Choose another one there first, then you can put it away.`,
      )
    }
    return putNameAway(tx, id)
  })
}

/** The names to choose from, the one that counts without a choice first; none where there is nothing to choose. */
export async function namesToChoose(db: Reader, viewer: Viewer, usual: number | undefined): Promise<PenName[]> {
  if (viewer.kind !== 'person') return []
  const mine = await listMyPenNames(db, viewer.account)
  if (mine.length < 2) return []
  return [...mine.filter(({ id }) => id === usual), ...mine.filter(({ id }) => id !== usual)]
}

/** The chosen one, if it is theirs; without a choice the one they go by. */
export async function chosenOr(
  db: Reader,
  account: number,
  chosen: number | undefined,
  usual: number,
): Promise<number> {
  return chosen === undefined || chosen === usual ? usual : (await findMyPenName(db, account, chosen)).id
}
