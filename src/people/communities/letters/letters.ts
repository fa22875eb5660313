// Letters between one person and the mods of a community: both read them on a page, and nobody learns an address.
import { addMillis, daysLong } from '#src/kit/instants.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Reader, Tx, Viewer } from '#src/platform/context.ts'
import { type Community, findCommunity, mayMod, membershipOf, mustMod } from '../communities.ts'
import { refuseOutsider } from '../joining/ways-in.ts'
import { isBannedFrom } from '../members/member-turns.store.ts'
import {
  countWaitingThreads,
  findFormerName,
  findThread,
  findThreadByKey,
  insertLetter,
  insertThread,
  isAccountOpen,
  type Letter,
  listLetters,
  listReceived,
  listThreads,
  type Received,
  settleThread,
  type Thread,
} from './letters.store.ts'

export type { Letter, Received, Thread } from './letters.store.ts'

export type Writing = { readonly subject: string; readonly body: string; readonly onceKey: string }

export type Person = { readonly account: number; readonly penName: number }

/** By whoever is or was in the community. Refuses all others with the way in, and who is shut out while their letter waits. */
export async function writeToMods(ctx: Ctx, slug: string, { subject, ...said }: Writing): Promise<number> {
  const { id, account } = await signedInAt(ctx, slug)
  return ctx.atomically({ communities: id }, async (tx) => {
    const community = await findCommunity(tx.db, slug)
    const known = await findThreadByKey(tx.db, keyOf(account, said.onceKey))
    if (known !== undefined) return known
    const penName = await mustKnow(tx.db, community, account)
    await mustNotWaitShutOut(tx, community, account)
    const thread = await insertThread(tx, { community: id, account, penName, subject })
    await send(tx, { thread, side: 'person', account, penName, ...said })
    return thread
  })
}

/** By a mod, under the name that this person has in what it is about. Refuses a letter to oneself, and to who has left the site. */
export async function writeToPerson(
  ctx: Ctx,
  slug: string,
  to: Person,
  { subject, ...said }: Writing,
): Promise<number> {
  const { id, account } = await signedInAt(ctx, slug)
  return ctx.atomically({ communities: id }, async (tx) => {
    await mustMod(tx.db, id, tx.viewer)
    const penName = (await membershipOf(tx.db, id, tx.viewer))?.penName ?? null
    const known = await findThreadByKey(tx.db, keyOf(account, said.onceKey))
    if (known !== undefined) return known
    if (to.account === account) throw toOneself()
    if (!(await isAccountOpen(tx.db, to.account))) throw isMissing('member')
    const thread = await insertThread(tx, { community: id, ...to, subject })
    await send(tx, { thread, side: 'mods', account, penName, ...said })
    return thread
  })
}

const toOneself = (): Refusal =>
  new Refusal('forbidden', 'letter/oneself', 'This is yourself: a letter would reach nobody else.')

/** By either side; sent twice it is one letter. What was said of shut out people in `writeToMods` holds here too. */
export async function answerLetter(ctx: Ctx, slug: string, id: number, said: Omit<Writing, 'subject'>): Promise<void> {
  const { id: community, account } = await signedInAt(ctx, slug)
  await ctx.atomically({ communities: community }, async (tx) => {
    const { home, thread, side } = await openThread(tx, slug, id)
    if ((await findThreadByKey(tx.db, keyOf(account, said.onceKey))) !== undefined) return
    if (side === 'person') await mustNotWaitShutOut(tx, home, account)
    const penName = side === 'mods' ? ((await membershipOf(tx.db, community, tx.viewer))?.penName ?? null) : null
    await send(tx, { thread: thread.id, side, account, penName, ...said })
  })
}

/** By a mod: there is nothing to answer. The other side is not told. */
export async function settleLetters(ctx: Ctx, slug: string, id: number): Promise<void> {
  const community = await findCommunity(ctx.db, slug)
  await ctx.atomically({ communities: community.id }, async (tx) => {
    await mustMod(tx.db, community.id, tx.viewer)
    const { thread } = await openThread(tx, slug, id)
    await settleThread(tx, thread.id)
  })
}

export type ThreadOpen = {
  readonly home: Community
  readonly thread: Thread
  /** On which side whoever looks writes. */
  readonly side: Letter['side']
  readonly letters: readonly Letter[]
}

/** For the person whose letters they are, and for the mods; for everybody else there are none. */
export async function openThread(
  { db, viewer }: { readonly db: Reader; readonly viewer: Viewer },
  slug: string,
  id: number,
): Promise<ThreadOpen> {
  const home = await findCommunity(db, slug)
  const thread = await findThread(db, id)
  if (!thread || thread.community !== home.id) throw isMissing('letter')
  const isTheirs = viewer.kind === 'person' && viewer.account === thread.account
  if (!isTheirs && !(await mayMod(db, home.id, viewer))) throw isMissing('letter')
  return { home, thread, side: isTheirs ? 'person' : 'mods', letters: await listLetters(db, thread.id) }
}

export type LetterList = {
  readonly home: Community
  readonly isMod: boolean
  /** May begin a letter of their own to the mods. */
  readonly mayWrite: boolean
  readonly threads: readonly Thread[]
  /** For the person: where the mods have written last, and lately. */
  readonly fresh: ReadonlySet<number>
  readonly next: number | undefined
}

const PAGE = 50

/** For mods all of the community's; for everybody else their own. Refuses guests, and who was never in it and has none. */
export async function seeLetters(
  ctx: Pick<Ctx, 'db' | 'viewer' | 'now'>,
  slug: string,
  from: number,
): Promise<LetterList> {
  const home = await findCommunity(ctx.db, slug)
  const isMod = await mayMod(ctx.db, home.id, ctx.viewer)
  const account = ctx.viewer.kind === 'person' ? ctx.viewer.account : undefined
  if (account === undefined && !isMod) throw signInFirst()
  const wanted = { community: home.id, account: isMod ? undefined : account, from, most: PAGE + 1 }
  const threads = await listThreads(ctx.db, wanted)
  const penName = account === undefined ? undefined : await nameIn(ctx.db, home.id, account)
  if (!isMod && threads.length === 0 && penName === undefined) throw outsider(home)
  return {
    home,
    isMod,
    mayWrite: !isMod && penName !== undefined,
    threads: threads.slice(0, PAGE),
    fresh: new Set(isMod ? [] : (await lettersReceived(ctx)).map(({ thread }) => thread)),
    next: threads.length > PAGE ? from + PAGE : undefined,
  }
}

const LATELY = daysLong(14)

/** For one's own page: what mods have written lately and is not answered, in whichever community. */
export const lettersReceived = async ({ db, viewer, now }: Pick<Ctx, 'db' | 'viewer' | 'now'>): Promise<Received[]> =>
  viewer.kind === 'person' ? listReceived(db, viewer.account, addMillis(now(), -LATELY)) : []

/** For the pages that point mods to them. */
export const countLetters = (db: Reader, community: number): Promise<number> => countWaitingThreads(db, community)

/** Looks whether a letter to the mods may be begun; whoever sends one is asked again. */
export async function mustBeAbleToWrite(ctx: Pick<Ctx, 'db' | 'viewer'>, slug: string): Promise<Community> {
  const { account } = await signedInAt(ctx, slug)
  const home = await findCommunity(ctx.db, slug)
  await mustKnow(ctx.db, home, account)
  return home
}

async function signedInAt(
  { db, viewer }: Pick<Ctx, 'db' | 'viewer'>,
  slug: string,
): Promise<{ id: number; account: number }> {
  const { id } = await findCommunity(db, slug)
  if (viewer.kind !== 'person') throw signInFirst()
  return { id, account: viewer.account }
}

const signInFirst = (): Refusal =>
  new Refusal('forbidden', 'letter/sign-in', 'Please sign in: letters are for those whom they are to and from.')

/** A key is one account's own. */
const keyOf = (account: number, onceKey: string): string => `${account}/${onceKey}`

async function nameIn(db: Reader, community: number, account: number): Promise<number | undefined> {
  const membership = await membershipOf(db, community, { kind: 'person', account, session: 0, isAdmin: false })
  return membership?.penName ?? findFormerName(db, community, account)
}

async function mustKnow(db: Reader, home: Community, account: number): Promise<number> {
  const penName = await nameIn(db, home.id, account)
  if (penName === undefined) throw outsider(home)
  return penName
}

const outsider = (home: Community): Refusal =>
  refuseOutsider(
    home,
    'letter/outsider',
    `Letters to the mods of ${home.name} are for those who are in it, or have been.`,
  )

/** Who was shut out can always say what is to be said, and then it is the mods' turn. */
async function mustNotWaitShutOut(tx: Tx, home: Community, account: number): Promise<void> {
  if (!(await isBannedFrom(tx.db, home.id, account))) return
  if ((await countWaitingThreads(tx.db, home.id, account)) === 0) return
  throw new Refusal(
    'closed',
    'letter/waits',
    `The mods of ${home.name} have your last letter and have yet to answer. You can write again once they have.`,
  )
}

async function send(tx: Tx, letter: Parameters<typeof insertLetter>[1]): Promise<void> {
  const { account, onceKey } = letter
  const id = await insertLetter(tx, { ...letter, onceKey: keyOf(account, onceKey) })
  tx.announce({ name: 'letter.written', letter: id })
}
