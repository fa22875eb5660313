// Asks between people about a work: to be named as co-author or for their help, to be given it, to be where it came from. Nothing of
// that is shown before whoever it concerns has agreed, and they may change their mind.
import { addMillis, daysLong } from '#src/kit/instants.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { type Editable, mayEdit, mustEdit } from '#src/library/works/work-access.ts'
import { seeCards } from '#src/library/works/works-seen.ts'
import { findName, type PenName } from '#src/people/accounts/accounts.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { unlessTaken } from '#src/platform/database/conflicts.ts'
import type { AskKind } from '#src/schema/library/works.ts'
import {
  countAskedBy,
  deleteAsk,
  deleteCreator,
  findAsk,
  insertAsk,
  insertCreator,
  type KeptAsk,
  listAsksOf,
  listOpenAccounts,
  listNamesOn,
  type NewAsk,
  updateAnswer,
} from './asks.store.ts'

export type { KeptAsk } from './asks.store.ts'

export type TieKind = Extract<AskKind, 'inspired-by' | 'remix' | 'translation' | 'podfic'>

const MOST = 60
const MOST_A_DAY = 100

/** Refuses a name that nobody here could answer for, and one that the work bears already. */
export async function inviteCoAuthor(ctx: Ctx, id: number, name: string): Promise<void> {
  await ctx.atomically({ works: id }, async (tx) => {
    const work = await mustEdit(tx, id)
    const found = await findName(tx.db, name)
    if (found?.account == null) throw nobodyToAsk(name)
    if ((await listNamesOn(tx.db, id)).some(({ penName }) => penName === found.id)) throw isOnIt(found.name)
    await put(tx, work, { ...toName(found), kind: 'co-author', role: '' })
  })
}

/** Whoever is a member is asked; anybody else stands as they are written. */
export async function creditSomebody(
  ctx: Ctx,
  id: number,
  said: { readonly name: string; readonly role: string },
): Promise<void> {
  await ctx.atomically({ works: id }, async (tx) => {
    const work = await mustEdit(tx, id)
    await put(tx, work, { ...toName(await findName(tx.db, said.name), said.name), kind: 'credit', role: said.role })
  })
}

export async function giveWork(ctx: Ctx, id: number, name: string): Promise<void> {
  await ctx.atomically({ works: id }, async (tx) => {
    const work = await mustEdit(tx, id)
    await put(tx, work, { ...toName(await findName(tx.db, name), name), kind: 'gift', role: '' })
  })
}

export type TieSaid = {
  readonly kind: TieKind
  /** A work of this site, or an address elsewhere with what it is called. */
  readonly to: { readonly work: number } | { readonly url: string; readonly words: string }
}

/** Whoever made the other work is asked. Refuses a work that cannot be seen as one that there is not. */
export async function tieWork(ctx: Ctx, id: number, { kind, to }: TieSaid): Promise<void> {
  await ctx.atomically({ works: id }, async (tx) => {
    const work = await mustEdit(tx, id)
    if ('url' in to) {
      const plain = { toPenName: null, toWork: null, toWords: to.words, toUrl: to.url, state: 'plain' } as const
      return put(tx, work, { ...plain, kind, role: '' })
    }
    const [card] = await seeCards(tx.db, await beholderOf(tx.db, tx.viewer), [to.work])
    if (!card || card.state !== 'posted' || to.work === id) throw noSuchWork()
    const state = (await isUnderOneName(tx, id, to.work)) ? 'agreed' : 'open'
    await put(tx, work, { kind, role: '', toPenName: null, toWork: to.work, toWords: '', toUrl: null, state })
  })
}

/** Under the same name nobody needs to be asked; two names of one person are two people, and are asked. */
async function isUnderOneName(tx: Tx, one: number, other: number): Promise<boolean> {
  const { viewer } = tx
  const mine = async (id: number): Promise<number[]> =>
    (await listNamesOn(tx.db, id))
      .filter(({ account }) => viewer.kind === 'person' && account === viewer.account)
      .map(({ penName }) => penName)
  const names = await mine(one)
  return (await mine(other)).some((name) => names.includes(name))
}

type To = Pick<NewAsk, 'toPenName' | 'toWork' | 'toWords' | 'toUrl' | 'state'>

/** A name that is kept for somebody without an account, or was left behind, has nobody who could be asked. */
function toName(found: PenName | undefined, words = ''): To {
  return found?.account != null
    ? { toPenName: found.id, toWork: null, toWords: '', toUrl: null, state: 'open' }
    : { toPenName: null, toWork: null, toWords: found?.name ?? words, toUrl: null, state: 'plain' }
}

async function put(tx: Tx, work: Editable, said: Omit<NewAsk, 'work'>): Promise<void> {
  const before = await listAsksOf(tx.db, work.id)
  if (before.length >= MOST) throw tooMany()
  await mustNotPester(tx)
  const same = before.find((ask) => isSame(ask, said))
  // Whoever stepped out may be asked once more; whoever has answered otherwise has answered.
  if (same && same.state !== 'stepped-out') throw isAsked()
  if (same) await updateAnswer(tx, same.id, { state: 'open', answeredAt: null })
  const ask = same?.id ?? (await unlessTaken(tx, insertAsk(tx, { ...said, work: work.id }), isAsked))
  tx.announce({ name: 'ask.made', work: work.id, ask })
  announceChange(tx, work)
}

/** Each of them is a letter to somebody. */
async function mustNotPester({ db, viewer, now }: Tx): Promise<void> {
  if (viewer.kind !== 'person') return
  const since = addMillis(now(), -daysLong(1))
  if ((await countAskedBy(db, viewer.account, since)) >= MOST_A_DAY) throw enoughForToday()
}

const isSame = (ask: KeptAsk, said: Omit<NewAsk, 'work'>): boolean =>
  ask.kind === said.kind &&
  ask.toPenName === said.toPenName &&
  ask.toWork === said.toWork &&
  ask.toWords === said.toWords &&
  ask.toUrl === said.toUrl

function announceChange(tx: Tx, { id, state }: Pick<Editable, 'id' | 'state'>): void {
  tx.announce({ name: state === 'posted' ? 'work.revised' : 'work.drafted', work: id })
}

/** By those whose work it is: a question is taken back, or what was agreed is said no more. A co-author goes only by themself. */
export async function takeAskBack(ctx: Ctx, where: { readonly work: number; readonly ask: number }): Promise<void> {
  await ctx.atomically({ works: where.work }, async (tx) => {
    const work = await mustEdit(tx, where.work)
    const ask = await findAsk(tx.db, where.ask)
    if (ask?.work !== work.id) throw isMissing('ask')
    if (ask.kind === 'co-author' && ask.state === 'agreed') throw isTheirs()
    // What was declined stays, so that nobody is asked again and again.
    if (ask.state === 'declined' || ask.state === 'stepped-out') return
    await deleteAsk(tx, ask.id)
    announceChange(tx, work)
  })
}

export type Answer = 'agree' | 'decline'

/** By whoever is asked, as often as they like. Declining after having agreed takes the name away again. */
export async function answerAsk(ctx: Ctx, id: number, answer: Answer): Promise<void> {
  const found = await findAsk(ctx.db, id)
  if (!found) throw isMissing('ask')
  await ctx.atomically({ works: found.work }, async (tx) => {
    const ask = await mustBeAsked(tx.db, tx, id)
    const state =
      answer === 'agree' ? 'agreed' : ask.kind === 'co-author' && ask.state === 'agreed' ? 'stepped-out' : 'declined'
    if (ask.state === state || (ask.state === 'stepped-out' && answer === 'decline')) return
    await updateAnswer(tx, id, { state, answeredAt: tx.now() })
    if (ask.kind === 'co-author' && ask.toPenName !== null) await nameOrNot(tx, ask, ask.toPenName, answer)
    tx.announce({ name: 'ask.answered', work: ask.work, ask: id })
    if (ask.toWork !== null) tx.announce({ name: 'work.drafted', work: ask.toWork })
  })
}

/** Whoever stepped out is asked again before they are named again. */
async function nameOrNot(tx: Tx, ask: KeptAsk, penName: number, answer: Answer): Promise<void> {
  if (answer === 'decline') return deleteCreator(tx, ask.work, penName)
  if (ask.state === 'stepped-out') throw hasSteppedOut()
  await insertCreator(tx, ask.work, penName)
}

/** For everybody but whoever is asked there is no such ask; nor for them, while they may not see the work that it is about. */
export async function mustBeAsked(db: Reader, { viewer }: Pick<Ctx, 'viewer'>, id: number): Promise<KeptAsk> {
  const ask = await findAsk(db, id)
  if (!ask || ask.state === 'plain' || viewer.kind !== 'person') throw isMissing('ask')
  const beholder = await beholderOf(db, viewer)
  const isTheirs = ask.toWork === null ? ask.account === viewer.account : await mayEdit(db, beholder, ask.toWork)
  if (!isTheirs || !(await mayKnow(db, ask, beholder))) throw isMissing('ask')
  return ask
}

type Beholder = Awaited<ReturnType<typeof beholderOf>>

/** Whoever is to be a co-author is told of a draft; all others hear of a work once they may read it. */
export async function mayKnow(db: Reader, ask: KeptAsk, beholder: Beholder): Promise<boolean> {
  if (ask.kind === 'co-author') return (await listNamesOn(db, ask.work)).length > 0
  const [card] = await seeCards(db, beholder, [ask.work])
  return card !== undefined && card.state === 'posted'
}

/** For the news of them; whoever asks looks who may know. */
export const openAsksOf = async (db: Reader, work: number): Promise<KeptAsk[]> =>
  (await listAsksOf(db, work)).filter(({ state }) => state === 'open')

export const askIfThere = (db: Reader, id: number): Promise<KeptAsk | undefined> => findAsk(db, id)

/** Those of them who are here. */
export const openAccountsOf = (db: Reader, accounts: readonly number[]): Promise<number[]> =>
  listOpenAccounts(db, accounts)

const nobodyToAsk = (name: string): Refusal =>
  new Refusal(
    'forbidden',
    'ask/nobody',
    `There is nobody with an account here who goes by “${name.slice(0, 60)}”, so nobody can be asked. They can be thanked by name instead.`,
    { about: 'coAuthor' },
  )

const isOnIt = (name: string): Refusal =>
  new Refusal('taken', 'ask/on-it', `It bears the name ${name} already.`, { about: 'coAuthor' })

const noSuchWork = (): Refusal =>
  new Refusal('forbidden', 'ask/no-such-work', 'There is no such work here.', { about: 'where' })

const tooMany = (): Refusal =>
  new Refusal('limit', 'ask/too-many', `A work can name ${MOST} people and other works, and these are as many.`)

const enoughForToday = (): Refusal =>
  new Refusal('limit', 'ask/enough-for-today', `Up to ${MOST_A_DAY} can be named in a day. The others can be tomorrow.`)

const isAsked = (): Refusal =>
  new Refusal('taken', 'ask/asked', 'That has been asked already; it is in the list above.')

const isTheirs = (): Refusal =>
  new Refusal('forbidden', 'ask/theirs', 'A co-author is one until they step out themselves.')

const hasSteppedOut = (): Refusal =>
  new Refusal('closed', 'ask/stepped-out', 'You have stepped out of this work. Its creators can ask you again.')
