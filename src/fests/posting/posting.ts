// Posting a piece to a round: kept as a draft, or handed in, which puts it up or schedules it as the table of claims says.
import { findClaim, type StoredClaim, type Where } from '#src/fests/claims/claim-access.ts'
import { handIn, type Verdict } from '#src/fests/claims/hand-in.ts'
import { freeDayAt, nextFreeDay } from '#src/fests/claims/pieces/free-days.ts'
import { filedUnder, forDay } from '#src/fests/posting/filing.ts'
import { isSame, mustHaveSeen, type SeenSave } from '#src/fests/posting/history/seen-save.ts'
import { findPieceOf, keepPiece } from '#src/fests/posting/pieces.store.ts'
import { mustBeLetUp, type Poster, posterFor } from '#src/fests/posting/posters.ts'
import { type Day, findRound, listDays, type Round, type RoundAtHome, roundById } from '#src/fests/rounds/rounds.ts'
import { sayDay } from '#src/kit/date-words.ts'
import type { Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import { keepWork, nameCreators, putUp, reviseWork, schedule, type WorkSaid } from '#src/library/works/works.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import type { PieceRole } from '#src/schema/fests/posting.ts'

export type Posting = {
  readonly said: WorkSaid
  /** A draft that goes on; undefined begins a new work. */
  readonly work: number | undefined
  /** The save of it that the form was made from. */
  readonly seen?: SeenSave | undefined
  readonly claim: number | undefined
  readonly role: PieceRole
  readonly when: 'on-the-day' | 'now'
  /** One of several names of one’s own, for a piece without a claim; undefined is the one that one goes by in the community. */
  readonly under?: number | undefined
  /** A name that has no account, for which a mod posts; undefined is oneself. */
  readonly reservedName: string | undefined
  readonly onceKey: string
  /** When the button was pressed: reading a long text takes a while, and nobody is late by it. */
  readonly pressedAt: Instant
  readonly zone: string | undefined
}

export type Posted = {
  readonly work: number
  readonly state: 'draft' | 'scheduled' | 'posted'
  readonly goesUpAt?: Instant
  readonly isOnTime?: boolean
}

export async function keepDraft(ctx: Ctx, where: Where, posting: Posting): Promise<Posted> {
  return inRound(ctx, where, posting, async (tx, home, poster) => {
    const { work } = await keep(tx, home, poster, posting)
    const before = await findPieceOf(tx.db, work)
    if (before?.handedInAt != null) return { work, state: 'posted' }
    await keepPiece(tx, { ...pieceOf(home, posting, work), handedInAt: null, cameOn: null })
    return { work, state: 'draft' }
  })
}

/** Pressing twice hands in once. Refuses (`role`) what the table of claims refuses, and days that are not open to all. */
export async function postPiece(ctx: Ctx, where: Where, posting: Posting): Promise<Posted> {
  return inRound(ctx, where, posting, async (tx, home, poster) => {
    const { work } = await keep(tx, home, poster, posting)
    const before = await findPieceOf(tx.db, work)
    if (before?.handedInAt != null) return { work, state: 'posted' }
    const days = await listDays(tx.db, home.round.id)
    const { claim, ...verdict } = await judge(tx, home, poster, posting, days)
    const { pressedAt: handedInAt } = posting
    const upAt = verdict.kind === 'scheduled' ? verdict.goesUpAt : handedInAt
    const filed = filedUnder({
      round: home.round,
      days,
      claim: claim && forDay(claim),
      zone: poster.zone,
      handedInAt,
      upAt,
    })
    await keepPiece(tx, { ...pieceOf(home, posting, work), ...filed, handedInAt })
    if (verdict.kind === 'scheduled') {
      await schedule(tx, work, verdict.goesUpAt)
      return { work, state: 'scheduled', goesUpAt: verdict.goesUpAt, isOnTime: verdict.isOnTime }
    }
    await putUp(tx, work, tx.now())
    return { work, state: 'posted', isOnTime: verdict.isOnTime }
  })
}

async function inRound<T>(
  ctx: Ctx,
  where: Where,
  posting: Posting,
  deed: (tx: Tx, home: RoundAtHome, poster: Poster) => Promise<T>,
): Promise<T> {
  const home = await findRound(ctx, where.community, where.round)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    const fresh = { ...home, round: await roundById(tx.db, home.round.id) }
    return deed(tx, fresh, await posterFor(tx, fresh, posting))
  })
}

async function keep(tx: Tx, home: RoundAtHome, poster: Poster, posting: Posting): Promise<{ work: number }> {
  if (posting.work === undefined) {
    const { onceKey, said } = posting
    const kept = await keepWork(tx, { ...said, creators: [poster.penName], community: home.community.id, onceKey })
    // The same form sent again from the page before: what was changed in it is kept as one more save.
    if (!kept.isNew && !(await isSame(tx, kept.work, said))) await reviseWork(tx, await mustEdit(tx, kept.work), said)
    return kept
  }
  const work = await mustEdit(tx, posting.work)
  await mustHaveSeen(tx, work, posting.seen, posting.said)
  await reviseWork(tx, work, posting.said)
  if (posting.under !== undefined && work.state === 'draft') await nameCreators(tx, work, [poster.penName])
  return { work: work.id }
}

const pieceOf = (home: RoundAtHome, { claim, role }: Posting, work: number) => ({
  work,
  round: home.round.id,
  claim: claim ?? null,
  day: null,
  role,
  answers: null,
})

type Judged = Pick<Verdict, 'isOnTime'> & { readonly claim: StoredClaim | undefined } & (
    | { readonly kind: 'up' }
    | { readonly kind: 'scheduled'; readonly goesUpAt: Instant }
  )

async function judge(
  tx: Tx,
  home: RoundAtHome,
  poster: Poster,
  posting: Posting,
  days: readonly Day[],
): Promise<Judged> {
  const { claim: id, role, when, pressedAt: handedInAt } = posting
  if (id !== undefined && role !== 'extra') return handIn(tx, home, { claim: id, role, when, handedInAt })
  const claim = id === undefined ? undefined : await findClaim(tx.db, home.round.id, id)
  if (!poster.isMod) await mustBeLetUp(tx, home, claim)
  if (claim) return { kind: 'up', isOnTime: true, claim }
  if (!poster.isMod && !freeDayAt(home.round, days, poster.zone, handedInAt))
    throw notFree(home.round, days, poster.zone, handedInAt)
  return { kind: 'up', isOnTime: true, claim: undefined }
}

function notFree(round: Round, days: readonly Day[], zone: string, at: Instant): Refusal {
  const next = nextFreeDay(round, days, zone, at)
  const when =
    next === undefined ? 'This round has no free-for-all day to come.' : `The next one is ${sayDay(next.on)}.`
  return new Refusal(
    'closed',
    'post/not-free',
    `Without a day of your own, a piece can go up on free-for-all days. ${when} It can be kept as a draft until then.`,
    { about: 'role' },
  )
}
