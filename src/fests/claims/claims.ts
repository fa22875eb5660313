// Claims: taking a day, for oneself or for somebody who has no account; moving it, giving it back, taking it back.
import { actorOn, findClaim, type Where } from '#src/fests/claims/claim-access.ts'
import { type Holder, holderFor, holderOf, type Wished } from '#src/fests/claims/claim-holders.ts'
import { giveKey } from '#src/fests/claims/keys/mod-keys.ts'
import { lastDeed } from '#src/fests/claims/reserved/name-turn.ts'
import { refuseDay, refuseHaving, refuseTurn, type Wanted } from '#src/fests/claims/claim-refusal-words.ts'
import { asTable, type Deed, notSaid, recordTurn } from '#src/fests/claims/claim-record.ts'
import { caughtUp } from '#src/fests/claims/claim-sweep.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { listTurns } from '#src/fests/claims/claim-turns.store.ts'
import {
  insertClaim,
  listClaimsOf,
  type StoredClaim,
  updateClaim,
  updatePieces,
} from '#src/fests/claims/claims.store.ts'
import {
  type Board,
  claimingOpen,
  deadlinesFor,
  freePlace,
  holdsDay,
  isForClaiming,
  readBoard,
} from '#src/fests/claims/round-of-claims.ts'
import { momentsOf } from '#src/fests/claims/table/claim-clock.ts'
import { NO } from '#src/fests/claims/table/claim-refusals.ts'
import type { ClaimRefusal, Turn } from '#src/fests/claims/table/claim-row.ts'
import { noPieces, withoutScheduled } from '#src/fests/claims/table/claim-states.ts'
import { type Day, findDay, findRound, roundById } from '#src/fests/rounds/rounds.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { type Community, mustMod } from '#src/people/communities/communities.ts'
import { mustBeLet } from '#src/people/communities/posting-access.ts'
import { mayHoldDays } from '#src/people/accounts/sign-up/standing.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { unlessTaken } from '#src/platform/database/conflicts.ts'
import { paths } from '#src/schema/paths.ts'

export type { Where } from '#src/fests/claims/claim-access.ts'

/** `zone` is where the person seems to be; an account that says its own zone is believed before it. */
export type WantedDay = Wished & { readonly day: number }

/**
 * Taking a day that one has already is having it. Refuses guests and strangers, and says which days are open when this
 * one is full (`claim/taken`), over, or not to be claimed yet.
 */
export async function claimDay(ctx: Ctx, where: Where, wanted: WantedDay): Promise<StoredClaim> {
  const home = await findRound(ctx, where.community, where.round)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    const holder = await holderOf(tx, home, wanted)
    return take(tx, home.round.id, wanted.day, holder, where)
  })
}

/** A mod enters somebody who has no account in one line; the name is reserved for them, and an address gets the key to the day. */
export async function claimForAnother(
  ctx: Ctx,
  where: Where,
  wanted: WantedDay & { readonly name: string; readonly email?: string | undefined },
): Promise<StoredClaim> {
  const home = await findRound(ctx, where.community, where.round)
  await mustMod(ctx.db, home.community.id, ctx.viewer)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    const holder = await holderFor(tx, home, wanted.name, wanted.zone)
    const claim = await take(tx, home.round.id, wanted.day, holder, where)
    if (wanted.email !== undefined) await giveKey(tx, claim, home.round.name, wanted.email)
    return claim
  })
}

/** Within the transaction that holds the round, for whoever has made sure that this holder may have days here. */
export async function take(tx: Tx, roundId: number, dayId: number, holder: Holder, where: Where): Promise<StoredClaim> {
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
  // A button for another day would take it for whoever presses it, and a mod wants it for somebody else.
  const instead =
    holder.by === 'holder' && holder.account !== null
      ? {
          verb: 'Take',
          post: paths.claims(where.community, where.round),
          ...(holder.under === undefined ? {} : { fields: { under: String(holder.under) } }),
        }
      : undefined
  const wanted: Wanted = { board, day, chooser: holder, now: tx.now(), instead }
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
  // The schema, not our counting, has the last word on who has a place.
  const id = await unlessTaken(tx, insertClaim(tx, { ...row, madeBy: holder.actor }), () =>
    refuseDay(NO.noPlace, wanted),
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

/** The limit keeps people from taking more than their share; a mod who gives somebody another day knows what they do. */
async function isUnderLimit(tx: Tx, board: Board, who: Pick<Holder, 'account' | 'by'>): Promise<boolean> {
  const { daysPerPerson } = board.round
  if (daysPerPerson === undefined || who.by === 'mod' || who.account === null) return true
  const mine = await listClaimsOf(tx.db, board.round.id, who.account)
  return mine.filter((claim) => claim.place !== null).length < daysPerPerson
}

/** The old day is kept until the new one is got. Refuses as claiming does, and once the day has begun. */
export async function moveClaim(
  ctx: Ctx,
  where: Where,
  wanted: { readonly claim: number; readonly day: number },
): Promise<StoredClaim> {
  return onClaim(ctx, where, wanted.claim, async (tx, deed) => {
    const day = await findDay(tx.db, deed.claim.round, wanted.day)
    if (day.id === deed.claim.day && deed.claim.place !== null) return
    await move(tx, deed, day, { verb: 'Move to', post: paths.claimDay(where.community, where.round, wanted.claim) })
  })
}

async function move(tx: Tx, { claim, board, by }: Deed, day: Day, instead: Wanted['instead']): Promise<void> {
  if (holdsDay(board, day, claim.penName)) throw refuseHaving(claim.name, day)
  const now = tx.now()
  const deadlines = deadlinesFor(board, day, claim.zone)
  const place = freePlace(board, day)
  const toOpen = claimingOpen(board, day, deadlines.start.at, now, by)
  const outcome = turn(asTable(claim), { kind: 'move', by, toOpen, toPlaceLeft: place !== undefined }, now)
  const wanted: Wanted = { board, day, chooser: { ...claim, by }, now, instead }
  if (outcome.kind !== 'turned') throw refuseDay(refuseTurn(outcome), wanted)
  // The hours of claiming do not bind mods, but a day that is over is a new day for nobody.
  if (now >= deadlines.end.at) throw refuseDay(NO.dayOver, wanted)
  // A new day is a new start: that the piece would come later was said of the old one.
  await updateClaim(tx, claim.id, { state: outcome.to, place: place ?? null, day: day.id, deadlines, saidLater: false })
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
    if (outcome.kind !== 'turned') throw refuse(refuseTurn(outcome))
    await updateClaim(tx, claim.id, { state: outcome.to, place: null })
    await updatePieces(tx, claim.id, withoutScheduled(claim.pieces))
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

/** Refuses once the time for it is over, and where somebody else has the place, with what is open instead. */
export async function takeBackDay(ctx: Ctx, where: Where, id: number): Promise<StoredClaim> {
  return onClaim(ctx, where, id, async (tx, deed) => {
    const { claim, board, by, day, community } = deed
    const past = await listTurns(tx.db, claim.id)
    const given = past.findLast(({ event }) => event === 'give-back' || event === 'leave')
    if (claim.state !== 'given-back') return
    if (!given || lastDeed(past)?.event === 'set') throw setAside()
    if (by === 'holder' && tx.viewer.kind !== 'key')
      await mustBeLet(tx.db, 'claim', {
        community,
        viewer: tx.viewer,
        back: paths.claim(where.community, where.round, id),
      })
    if (by === 'holder' && claim.account !== null) await mayHoldDays(tx, claim.account)
    if (holdsDay(board, day, claim.penName)) throw refuseHaving(claim.name, day)
    const place = isForClaiming(day) ? freePlace(board, day) : undefined
    const from = given.from === 'later' ? 'later' : 'held'
    const event = { kind: 'restore', by, gaveBackAt: given.at, from, placeLeft: place !== undefined } as const
    const outcome = turn(asTable(claim), event, tx.now())
    if (outcome.kind !== 'turned' || place === undefined) throw refuseTakingBack(tx, where, deed, outcome)
    if (!(await isUnderLimit(tx, board, { by, account: claim.account }))) throw refuse(NO.tooManyDays)
    await updateClaim(tx, claim.id, { state: outcome.to, place, ...notSaid(outcome) })
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

const setAside = (): Refusal =>
  new Refusal(
    'closed',
    'claim/set-aside',
    'A mod has given this day back, and the mods can set it right again. Other open days can be taken.',
  )

/** A place on the waiting list, which the table would give, is of no use while rounds have no waiting lists. */
function refuseTakingBack(
  tx: Tx,
  where: Where,
  { claim, board, by, day }: Deed & { day: Day },
  outcome: Turn,
): Refusal {
  const why = outcome.kind === 'turned' ? NO.noPlace : refuseTurn(outcome)
  if (why !== NO.noPlace && why !== NO.placeIsGone) return refuse(why)
  const mayTake = by === 'holder' && claim.account !== null
  const instead = mayTake ? { verb: 'Take', post: paths.claims(where.community, where.round) } : undefined
  const wanted = { board, day, chooser: { ...claim, by }, now: tx.now(), instead }
  return refuseDay(isForClaiming(day) ? why : NO.notForClaiming, wanted)
}

export const refuse = ({ kind, code, sentence }: ClaimRefusal): Refusal =>
  new Refusal(kind === 'missing' ? 'closed' : kind, code, sentence)

/** The frame of every deed on a claim: found, allowed, caught up with its clock, done under the lock, and read again. */
export async function onClaim(
  ctx: Ctx,
  where: Where,
  id: number,
  deed: (tx: Tx, place: Deed & { readonly day: Day; readonly community: Community }) => Promise<void>,
): Promise<StoredClaim> {
  const home = await findRound(ctx, where.community, where.round)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    const found = await findClaim(tx.db, home.round.id, id)
    const by = actorOn(tx, home, found)
    const claim = await caughtUp(tx, found)
    const board = await readBoard(tx.db, await roundById(tx.db, home.round.id))
    const { community } = home
    await deed(tx, { claim, board, by, community, day: await findDay(tx.db, home.round.id, claim.day) })
    return findClaim(tx.db, home.round.id, id)
  })
}
