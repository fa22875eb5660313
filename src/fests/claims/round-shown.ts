// A round as one viewer may see it: its days, what is still open of each, and the claims with the names they show.
import type { ClaimingOpen } from '#src/fests/claims/table/claim-events.ts'
import { actorOn, findClaim, type Where } from '#src/fests/claims/claim-access.ts'
import { type ClaimSeen, type Looker, seeClaim } from '#src/fests/claims/claim-seen.ts'
import { keyOf } from '#src/fests/claims/keys/keys.ts'
import { listTurns, type PastTurn } from '#src/fests/claims/claim-turns.store.ts'
import { findClaimOfRound, listClaimsOf, type StoredClaim } from '#src/fests/claims/claims.store.ts'
import {
  type Board,
  claimingOpen,
  deadlinesFor,
  freePlaces,
  listDaysToEnter,
  listOpenDays,
  readBoard,
} from '#src/fests/claims/round-of-claims.ts'
import { type Ahead, lookAhead, takesPiecesAfterwards } from '#src/fests/claims/later/ahead.ts'
import { type Draft, listDraftsFor, listStandInsFor, type Writer } from '#src/fests/claims/pieces/drafts.store.ts'
import { type Day, findRound, type RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { type HeldUntil, listHeldUntil } from '#src/fests/claims/unconfirmed/holds.ts'
import { zoneOf } from '#src/people/accounts/accounts.ts'
import { type Membership, membershipOf } from '#src/people/communities/communities.ts'
import { namesToChoose } from '#src/people/communities/names/names-in.ts'
import { guestsMayClaim, whyNot } from '#src/people/communities/posting-access.ts'
import type { Ctx } from '#src/platform/context.ts'

export type { PastTurn }

export type DayShown = {
  readonly day: Day
  readonly left: number
  readonly claiming: ClaimingOpen
  readonly claims: readonly ClaimSeen[]
}

export type RoundShown = RoundAtHome & {
  readonly days: readonly DayShown[]
  /** For mods: those on which somebody can still be entered. */
  readonly daysToEnter: readonly Day[]
  readonly isSignedIn: boolean
  /** The viewer has the key to a day of this round. */
  readonly isByKey: boolean
  readonly isMember: boolean
  /** Which of them takes a day is asked on a page of its own. */
  readonly hasSeveralNames: boolean
  /** Why a member may not take days here; what strangers are told is the way in. */
  readonly notLet: string | undefined
  /** This viewer has as many days as one person may have. */
  readonly isAtLimit: boolean
  readonly mine: readonly ClaimSeen[]
  /** Also for claims whose round is over. */
  readonly takesPieces: boolean
}

const lookerOf = (ctx: Ctx, home: RoundAtHome): Looker => ({
  account: ctx.viewer.kind === 'person' ? ctx.viewer.account : undefined,
  isMod: home.isMod,
  keyTo: ctx.viewer.kind === 'key' ? ctx.viewer.claim : undefined,
})

/** `zone` is where the viewer seems to be, for whether a day has begun for them. */
export async function showRound(ctx: Ctx, where: Where, zone: string | undefined): Promise<RoundShown> {
  const home = await findRound(ctx, where.community, where.round)
  const board = await readBoard(ctx.db, home.round)
  const looker = lookerOf(ctx, home)
  const own = looker.account === undefined ? null : await zoneOf(ctx.db, looker.account)
  const held = await listHeldBy(ctx, looker, home.round.id)
  const membership = await membershipOf(ctx.db, home.community.id, ctx.viewer)
  const taken = takenBy(ctx, board, held)
  return {
    ...home,
    days: board.days.map((day) => showDay(board, day, own ?? zone ?? home.round.timeZone, looker, ctx)),
    daysToEnter: home.isMod ? listDaysToEnter(board, ctx.now()) : [],
    isSignedIn: looker.account !== undefined,
    isByKey: looker.keyTo !== undefined && held.length > 0,
    hasSeveralNames: (await namesToChoose(ctx.db, ctx.viewer, undefined)).length > 0,
    isMember: membership !== undefined,
    notLet: notLetHere(ctx, home, membership),
    isAtLimit: taken.length >= (home.round.daysPerPerson ?? Number.POSITIVE_INFINITY),
    mine: held.flatMap((claim) => seeClaim(claim, looker, ctx.now()) ?? []),
    takesPieces: await takesPiecesAfterwards(ctx.db, home.round),
  }
}

/** Those that count for how many one may have: under the name that the key stands for, or all of one’s own. */
const takenBy = ({ viewer }: Ctx, { holding }: Board, held: readonly StoredClaim[]): readonly StoredClaim[] =>
  viewer.kind === 'key'
    ? holding.filter(({ penName }) => penName === viewer.penName)
    : held.filter(({ place }) => place !== null)

function notLetHere({ viewer }: Ctx, { community }: RoundAtHome, membership: Membership | undefined) {
  if (viewer.kind === 'key')
    return guestsMayClaim(community) ? undefined : whyNot('claim', community, undefined)?.sentence
  return membership && whyNot('claim', community, membership)?.sentence
}

async function listHeldBy(ctx: Ctx, { account, keyTo }: Looker, round: number): Promise<StoredClaim[]> {
  if (account !== undefined) return listClaimsOf(ctx.db, round, account)
  const claim = keyTo === undefined ? undefined : await findClaimOfRound(ctx.db, round, keyTo)
  return claim ? [claim] : []
}

function showDay(board: Board, day: Day, zone: string, looker: Looker, ctx: Ctx): DayShown {
  const claims = board.holding.filter((claim) => claim.day === day.id)
  return {
    day,
    left: freePlaces(board, day),
    claiming: claimingOpen(board, day, deadlinesFor(board, day, zone).start.at, ctx.now(), 'holder'),
    claims: claims.flatMap((claim) => seeClaim(claim, looker, ctx.now()) ?? []),
  }
}

/** One claim as its holder, or a mod, meets it. */
export type ClaimAtHome = RoundAtHome & {
  readonly claim: StoredClaim
  readonly seen: ClaimSeen
  readonly by: 'holder' | 'mod'
  /** The viewer’s own. */
  readonly drafts: readonly Draft[]
  /** The viewer’s own, where no main piece has come. */
  readonly standIns: readonly Draft[]
  readonly ahead: Ahead
}

export type ClaimShown = ClaimAtHome & {
  readonly turns: readonly PastTurn[]
  /** The days it could be moved to now. */
  readonly openDays: readonly Day[]
  /** For mods: nothing is known of its holder, and until when it is held all the same. */
  readonly held: HeldUntil | undefined
  /** An address is known to which its key is mailed. */
  readonly hasKey: boolean
  /** The viewer came by that key. */
  readonly isByKey: boolean
}

/** Refuses as missing what is not this viewer's to act on. */
export async function lookAtClaim(ctx: Ctx, home: RoundAtHome, board: Board, claim: StoredClaim): Promise<ClaimAtHome> {
  const by = actorOn(ctx, home, claim)
  const seen = seeClaim(claim, lookerOf(ctx, home), ctx.now())
  if (!seen) throw new Error('Whoever may act on a claim may see it')
  const writer = writerOf(ctx.viewer)
  return {
    ...home,
    claim,
    seen,
    by,
    drafts: await listDraftsFor(ctx.db, claim.id, writer),
    standIns: claim.pieces.main === 'none' ? await listStandInsFor(ctx.db, claim.id, writer) : [],
    ahead: await lookAhead(ctx.db, board, claim, ctx.now()),
  }
}

function writerOf(viewer: Ctx['viewer']): Writer {
  if (viewer.kind === 'key') return { penName: viewer.penName }
  return { account: viewer.kind === 'person' ? viewer.account : 0 }
}
/** By mods: there is an account behind it, and it is not the mod's own. */
export const mayBeWrittenTo = ({ claim, seen }: Pick<ClaimAtHome, 'claim' | 'seen'>): boolean =>
  claim.account !== null && !seen.isMine

/** A claim's own page exists for its holder and the mods only. */
export async function showClaim(ctx: Ctx, where: Where, id: number): Promise<ClaimShown> {
  const home = await findRound(ctx, where.community, where.round)
  const claim = await findClaim(ctx.db, home.round.id, id)
  const board = await readBoard(ctx.db, home.round)
  const looked = await lookAtClaim(ctx, home, board, claim)
  const chooser = { penName: claim.penName, zone: claim.zone, by: looked.by }
  return {
    ...looked,
    turns: await listTurns(ctx.db, claim.id),
    openDays: listOpenDays(board, chooser, ctx.now()),
    held: home.isMod ? (await listHeldUntil(ctx.db, claim.round)).get(claim.id) : undefined,
    hasKey: (await keyOf(ctx, claim.id)) !== undefined,
    isByKey: ctx.viewer.kind === 'key',
  }
}
