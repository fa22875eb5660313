// What somebody types is kept by itself: overwritten as they go on, as it stood every ten minutes, and never over what another
// tab has kept. It is theirs alone: nobody else reads it, not the mods and not those who made the work with them.
import type { Entries } from '#src/kit/form.ts'
import { addMillis, type Instant, minutes } from '#src/kit/instants.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Tx, Viewer } from '#src/platform/context.ts'
import { type FieldChanges, saysTheSame, withChanges } from './changed-fields.ts'
import { areSeveral, chapterPlace, isAmong, mustType, type TypingPlace, workPlace } from './places.ts'
import {
  close,
  countOpen,
  erase,
  findOpen,
  findTyping,
  insertTyping,
  lastNumber,
  listBefore,
  listOpen,
  overwrite,
  putAt,
  type Typing,
} from './typings.store.ts'

export type { Typing } from './typings.store.ts'

/** So often what is overwritten stays as it stood. */
const STEP = minutes(10)
/** Of one form: a working day of writing. */
const MOST_BEFORE = 50
/** Forms that somebody has begun and neither saved nor thrown away. */
const MOST_OPEN = 200

export type ToKeep = {
  readonly place: string
  /** The keeping it goes on from, as the browser knows it; 0 is none. */
  readonly number: number
  readonly changes: FieldChanges
  /**
   * `on`: it goes on from there. `over`: it takes the place of what stands there, which stays as it stood before. `aside`: it is
   * put among what stood before, because somebody goes on with the other one.
   */
  readonly how: 'on' | 'over' | 'aside'
}

export type KeptTyping =
  | { readonly is: 'kept'; readonly number: number; readonly at: Instant }
  /** Another tab or device has kept something else since. */
  | { readonly is: 'other'; readonly typing: Typing }
  /** What it goes on from was saved or thrown away since: it has to be sent whole. */
  | { readonly is: 'gone' }

export const accountIn = (viewer: Viewer): number => {
  if (viewer.kind !== 'person') throw isMissing('page')
  return viewer.account
}

export async function keepTyping(ctx: Ctx, toKeep: ToKeep): Promise<KeptTyping> {
  const account = accountIn(ctx.viewer)
  return ctx.atomically({ accounts: account }, async (tx) => {
    const place = await mustType(tx, toKeep.place)
    const open = await findOpen(tx.db, account, toKeep.place)
    if (!open && (await countOpen(tx.db, account)) >= MOST_OPEN) throw tooMany()
    if (open && open.number !== toKeep.number && toKeep.how !== 'aside') return { is: 'other', typing: open }
    if (!open && toKeep.number > 0 && toKeep.how === 'on') return { is: 'gone' }
    const base = toKeep.how === 'on' ? (open?.entries ?? new Map<string, string>()) : new Map<string, string>()
    const entries = withChanges(base, toKeep.changes)
    const number = (await lastNumber(tx.db, account, toKeep.place)) + 1
    await write(tx, { account, place, toKeep, open, number, entries })
    return { is: 'kept', number, at: tx.now() }
  })
}

const tooMany = (): Refusal =>
  new Refusal(
    'limit',
    'typing/too-many',
    'You have begun many pieces and not saved them. Save or throw away some of them, and new ones are kept by themselves again.',
  )

type Writing = {
  readonly account: number
  readonly place: TypingPlace
  readonly toKeep: ToKeep
  readonly open: Typing | undefined
  readonly number: number
  readonly entries: Entries
}

async function write(tx: Tx, { account, place, toKeep, open, number, entries }: Writing): Promise<void> {
  const isStep = open !== undefined && addMillis(open.beganAt, STEP) <= tx.now()
  if (open && toKeep.how === 'on' && !isStep) return overwrite(tx, open.id, number, entries)
  if (open && toKeep.how !== 'aside') await close(tx, open.id)
  const work = place.kind === 'work' ? place.work : undefined
  await insertTyping(tx, { account, place: toKeep.place, work, number, entries, isOpen: toKeep.how !== 'aside' })
  const before = await listBefore(tx.db, account, toKeep.place)
  await erase(
    tx,
    account,
    before.slice(MOST_BEFORE).map(({ id }) => id),
  )
}

export type Settled = {
  readonly place: string
  /** The work that the form has become. */
  readonly work: number
  /** Or the chapter of it. */
  readonly chapter?: number
  /** What was saved. */
  readonly entries: Entries
}

/**
 * After a save: what is saved need not be kept any more. Where another tab has typed on since, its words stay and are offered.
 * How it stood before goes with the work.
 */
export async function settleTyping(ctx: Ctx, { place, work, chapter, entries }: Settled): Promise<void> {
  if (ctx.viewer.kind !== 'person') return
  const { account } = ctx.viewer
  await ctx.atomically({ accounts: account }, async (tx) => {
    const open = await findOpen(tx.db, account, place)
    const isSaved = open && (String(open.number) === entries.get('typing') || saysTheSame(open.entries, entries))
    if (open && isSaved) await erase(tx, account, [open.id])
    const to = chapter === undefined ? workPlace(work) : chapterPlace(work, chapter)
    if (place !== to) await moveTo(tx, { account, place, to, work })
  })
}

type Moving = { readonly account: number; readonly place: string; readonly to: string; readonly work: number }

async function moveTo(tx: Tx, { account, place, to, work }: Moving): Promise<void> {
  const open = await findOpen(tx.db, account, place)
  const isTaken = (await findOpen(tx.db, account, to)) !== undefined
  if (open && isTaken) await close(tx, open.id)
  const before = (await listBefore(tx.db, account, place)).map(({ id }) => id)
  const all = [...before.toReversed(), ...(open && !isTaken ? [open.id] : [])]
  let number = await lastNumber(tx.db, account, to)
  for (const id of all) await putAt(tx, id, { place: to, work, number: (number += 1) })
}

type Asking = Pick<Ctx, 'db' | 'viewer'>

/** What goes on in these forms (all whose place begins so, or the one) and says something else than the form that is shown. */
export async function unsavedIn({ db, viewer }: Asking, places: string, shown: Entries): Promise<Typing[]> {
  if (viewer.kind !== 'person') return []
  const open = areSeveral(places) ? undefined : await findOpen(db, viewer.account, places)
  const all = areSeveral(places) ? await listOpen(db, viewer.account, places) : open ? [open] : []
  return all.filter(({ entries }) => !saysTheSame(entries, shown))
}

export async function typingsBefore({ db, viewer }: Asking, place: string) {
  return viewer.kind === 'person' ? listBefore(db, viewer.account, place) : []
}

/** One’s own; for everybody else there is none. */
export async function openTyping({ db, viewer }: Asking, id: number): Promise<Typing> {
  const typing = await findTyping(db, accountIn(viewer), id)
  if (!typing) throw isMissing('page')
  return typing
}

export async function throwAway(ctx: Ctx, id: number): Promise<void> {
  const account = accountIn(ctx.viewer)
  await ctx.atomically({ accounts: account }, async (tx) => {
    await openTyping(tx, id)
    await erase(tx, account, [id])
  })
}

/** What a form begins with when somebody brings a typing back into it; nothing for one that is another form’s. */
export async function broughtBack(ctx: Asking, id: string | undefined, places: string): Promise<Entries | undefined> {
  if (id === undefined || !/^\d{1,15}$/.test(id)) return undefined
  const typing = await openTyping(ctx, Number(id))
  if (!isAmong(typing.place, places)) return undefined
  // One of how it stood before goes on as if nothing else were there: what is there is told when it is met.
  return typing.isOpen ? new Map([...typing.entries, ['typing', String(typing.number)]]) : typing.entries
}
