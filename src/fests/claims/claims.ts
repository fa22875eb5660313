// Claims: taking a day, for oneself or for somebody who has no account; moving it, giving it back, taking it back.
import { actorOn, findClaim, type Where } from '#src/fests/claims/claim-access.ts'
import { type Holder, holderFor, holderOf } from '#src/fests/claims/claim-holders.ts'
import { refuseDay, refuseTurn, type Wanted } from '#src/fests/claims/claim-refusal-words.ts'
import { asTable, type Deed, recordTurn } from '#src/fests/claims/claim-record.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { listTurns } from '#src/fests/claims/claim-turns.store.ts'
import { insertClaim, listClaimsOf, type StoredClaim, updateClaim } from '#src/fests/claims/claims.store.ts'
import { type Board, claimingOpen, deadlinesFor, freePlace, readBoard } from '#src/fests/claims/round-of-claims.ts'
import { momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import { noPieces } from '#src/fests/claims/table/claim-states.ts'
import { type Day, findDay, findRound, roundById } from '#src/fests/rounds/rounds.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { mustMod } from '#src/people/communities/communities.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { unlessTaken } from '#src/platform/database/conflicts.ts'
import { paths } from '#src/schema/paths.ts'

export type { Where } from '#src/fests/claims/claim-access.ts'

/** `zone` is where the person seems to be; an account that says its own zone is believed before it. */
export type WantedDay = { readonly day: number; readonly zone: string | undefined }

/**
 * Taking a day that one has already is having it. Refuses guests and strangers, and says which days are open when this
 * one is full (`claim/taken`), over, or not to be claimed yet.
 */
export async function claimDay(ctx: Ctx, where: Where, wanted: WantedDay): Promise<StoredClaim> {
  const home = await findRound(ctx, where.community, where.round)
  const holder = await holderOf(ctx, home, wanted.zone)
  return ctx.atomically({ rounds: home.round.id }, (tx) => take(tx, home.round.id, wanted.day, holder, where))
}

/** A mod enters somebody who has no account in one line; the name is reserved for them. */
export async function claimForAnother(
  ctx: Ctx,
  where: Where,
  wanted: WantedDay & { readonly name: string },
): Promise<StoredClaim> {
  const home = await findRound(ctx, where.community, where.round)
  await mustMod(ctx.db, home.community.id, ctx.viewer)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    const holder = await holderFor(tx, home, wanted.name, wanted.zone)
    return take(tx, home.round.id, wanted.day, holder, where)
  })
}

async function take(tx: Tx, roundId: number, dayId: number, holder: Holder, where: Where): Promise<StoredClaim> {
  const board = await readBoard(tx.db, await roundById(tx.db, roundId))
  const day = await findDay(tx.db, roundId, dayId)
  const held = board.holding.find((claim) => claim.day === day.id && claim.penName === holder.penName)
  if (held) return held
  const deadlines = deadlinesFor(board, day, holder.zone)
  const place = freePlace(board, day)
  const event = {
    kind: 'claim',
    by: holder.by,
    claimingOpen: claimingOpen(board, day, deadlines.start.at, tx.now(), holder.by),
    placeLeft: place !== undefined,
    underLimit: await isUnderLimit(tx, board, holder),
  } as const
  const outcome = turn(
    { state: 'none', times: momentsOf(deadlines), pieces: noPieces, saidLater: false },
    event,
    tx.now(),
  )
  const wanted: Wanted = { board, day, zone: holder.zone, now: tx.now(), offersTo: offersTo(holder, where) }
  if (outcome.kind !== 'turned') throw refuseDay(refuseTurn(outcome), wanted)
  const row = {
    round: roundId,
    day: day.id,
    penName: holder.penName,
    state: outcome.to,
    place: place ?? null,
    zone: holder.zone,
    deadlines,
  }
  const id = await unlessTaken(tx, insertClaim(tx, { ...row, madeBy: holder.actor }), () =>
    refuseDay(takenAfterAll, wanted),
  )
  await recordTurn(tx, {
    claim: id,
    outcome,
    event: 'claim',
    from: 'none',
    fromDay: null,
    toDay: day.id,
    by: holder.by,
    news: 'claim.made',
    round: roundId,
  })
  return findClaim(tx.db, roundId, id)
}

/** The schema, not our counting, has the last word on who has a place. */
const takenAfterAll = {
  kind: 'taken',
  code: 'claim/taken',
  sentence: 'The last place on this day has been taken.',
} as const

const offersTo = (holder: Holder, where: Where): string | undefined =>
  holder.by === 'holder' ? paths.claims(where.community, where.round) : undefined

/** The limit keeps people from taking more than their share; a mod who gives somebody another day knows what they do. */
async function isUnderLimit(tx: Tx, board: Board, holder: Holder): Promise<boolean> {
  const { daysPerPerson } = board.round
  if (daysPerPerson === undefined || holder.by === 'mod' || holder.account === null) return true
  const mine = await listClaimsOf(tx.db, board.round.id, holder.account)
  return mine.filter((claim) => claim.place !== null).length < daysPerPerson
}

/** The old day is kept until the new one is got. Refuses as claiming does, and once the day has begun. */
export async function moveClaim(
  ctx: Ctx,
  where: Where,
  wanted: { readonly claim: number; readonly day: number },
): Promise<StoredClaim> {
  return onClaim(ctx, where, wanted.claim, async (tx, place) => {
    const day = await findDay(tx.db, place.claim.round, wanted.day)
    if (day.id === place.claim.day) return
    await move(tx, place, day)
  })
}

async function move(tx: Tx, { claim, board, by }: Deed, day: Day): Promise<void> {
  if (board.holding.some((other) => other.day === day.id && other.penName === claim.penName)) {
    throw new Refusal('taken', 'claim/have-it', `${claim.name} has ${sayDay(day.on)} already.`, { about: 'day' })
  }
  const deadlines = deadlinesFor(board, day, claim.zone)
  const place = freePlace(board, day)
  const toOpen = claimingOpen(board, day, deadlines.start.at, tx.now(), by)
  const outcome = turn(asTable(claim), { kind: 'move', by, toOpen, toPlaceLeft: place !== undefined }, tx.now())
  if (outcome.kind !== 'turned')
    throw refuseDay(refuseTurn(outcome), { board, day, zone: claim.zone, now: tx.now(), offersTo: undefined })
  await updateClaim(tx, claim.id, { state: outcome.to, place: place ?? null, day: day.id, deadlines })
  await recordTurn(tx, {
    claim: claim.id,
    outcome,
    event: 'move',
    from: claim.state,
    fromDay: claim.day,
    toDay: day.id,
    by,
    news: 'claim.moved',
    round: claim.round,
  })
}

/** No question why. It can be taken back for a while, as long as nobody else has the place. */
export async function giveBackDay(ctx: Ctx, where: Where, id: number): Promise<StoredClaim> {
  return onClaim(ctx, where, id, async (tx, { claim, board, by, day }) => {
    if (claim.state === 'given-back') return
    const open = claimingOpen(board, day, claim.deadlines.start.at, tx.now(), 'holder')
    const event = {
      kind: 'give-back',
      by,
      waitingList: false,
      claimingOpen: open,
      freedPlaceRule: 'stays-open',
    } as const
    const outcome = turn(asTable(claim), event, tx.now())
    if (outcome.kind !== 'turned') throw refuseTurnAloud(outcome)
    await updateClaim(tx, claim.id, { state: outcome.to, place: null })
    await recordTurn(tx, {
      claim: claim.id,
      outcome,
      event: 'give-back',
      from: claim.state,
      fromDay: claim.day,
      toDay: null,
      by,
      news: 'claim.given-back',
      round: claim.round,
    })
  })
}

export async function takeBackDay(ctx: Ctx, where: Where, id: number): Promise<StoredClaim> {
  return onClaim(ctx, where, id, async (tx, { claim, board, by, day }) => {
    const given = (await listTurns(tx.db, claim.id)).findLast((past) => past.event === 'give-back')
    if (claim.state !== 'given-back' || !given) return
    const isHeldAnew = board.holding.some((other) => other.day === day.id && other.penName === claim.penName)
    const place = isHeldAnew ? undefined : freePlace(board, day)
    const from = given.from === 'later' ? 'later' : 'held'
    const outcome = turn(
      asTable(claim),
      { kind: 'restore', by, gaveBackAt: given.at, from, placeLeft: place !== undefined },
      tx.now(),
    )
    // A place on the waiting list is of no use to anybody while rounds have no waiting lists.
    const isNoDay = outcome.kind === 'turned' && (outcome.to === 'waiting' || place === undefined)
    if (isNoDay)
      throw refuseDay(
        { kind: 'taken', code: 'claim/taken', sentence: '' },
        { board, day, zone: claim.zone, now: tx.now(), offersTo: paths.claims(where.community, where.round) },
      )
    if (outcome.kind !== 'turned') throw refuseTurnAloud(outcome)
    await updateClaim(tx, claim.id, { state: outcome.to, place: place ?? null })
    await recordTurn(tx, {
      claim: claim.id,
      outcome,
      event: 'restore',
      from: claim.state,
      fromDay: null,
      toDay: claim.day,
      by,
      news: 'claim.taken-back',
      round: claim.round,
    })
  })
}

function refuseTurnAloud(outcome: Parameters<typeof refuseTurn>[0]): Refusal {
  const { kind, code, sentence } = refuseTurn(outcome)
  return new Refusal(kind === 'missing' ? 'closed' : kind, code, sentence)
}

/** The frame of every deed on a claim: found, allowed, done under the round's lock, and read again. */
async function onClaim(
  ctx: Ctx,
  where: Where,
  id: number,
  deed: (tx: Tx, place: Deed & { day: Day }) => Promise<void>,
): Promise<StoredClaim> {
  const home = await findRound(ctx, where.community, where.round)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    const claim = await findClaim(tx.db, home.round.id, id)
    const by = actorOn(tx, home, claim)
    const board = await readBoard(tx.db, await roundById(tx.db, home.round.id))
    await deed(tx, { claim, board, by, day: await findDay(tx.db, home.round.id, claim.day) })
    return findClaim(tx.db, home.round.id, id)
  })
}
