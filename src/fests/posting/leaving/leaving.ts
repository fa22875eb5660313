// Leaving the site: everything at once, in one transaction; thirty days in which it can be undone; then what was theirs is erased.
import {
  forgetDeedsOf,
  giveBackEverything,
  signClaimsAgain,
  unsignClaims,
} from '#src/fests/claims/leaving/claims-left.ts'
import { restoreMain, withdrawFrom } from '#src/fests/claims/pieces/taking-down.ts'
import { claimIfThere } from '#src/fests/claims/news/claim-news.ts'
import { findPieceOf, type Piece } from '#src/fests/posting/pieces.store.ts'
import { homeOf, remainingOf } from '#src/fests/posting/taking-down.ts'
import { roundIfThere } from '#src/fests/rounds/rounds.ts'
import type { Instant } from '#src/kit/instants.ts'
import { forgetSeenOf } from '#src/library/canon/seen.ts'
import {
  bringWorksBack,
  eraseWorks,
  listWorksLeft,
  takeWorksAlong,
  unsignWorks,
  type WorkLeft,
} from '#src/library/works/leaving/works-left.ts'
import {
  closeAccount,
  eraseAccount,
  findLeavingOf,
  isLastAdmin,
  type Leaving,
  listToErase,
  mustBeThemselves,
  mustHaveLeft,
  mustNotBeLastAdmin,
  openAgain,
  whoLeaves,
} from '#src/people/accounts/leaving/closing.ts'
import { dropNameless, namelessOf, settleNames } from '#src/people/accounts/leaving/left-names.ts'
import {
  eraseMember,
  type KeptAlone,
  keptAlone,
  leaveEveryCommunity,
  signAnnouncementsAgain,
  unsignAnnouncements,
} from '#src/people/communities/departing/departing.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import type { WorksLeft } from '#src/schema/people/accounts.ts'
import { forgetHand } from './pieces-left.store.ts'

export type ToSettle = { readonly isLastAdmin: boolean; readonly communities: readonly KeptAlone[] }

/** What somebody else has to look after before this person can go. */
export async function toSettle(ctx: Pick<Ctx, 'db' | 'viewer'>): Promise<ToSettle> {
  const { account } = await whoLeaves(ctx)
  return { isLastAdmin: await isLastAdmin(ctx.db, account), communities: await keptAlone(ctx.db, account) }
}

/**
 * Refuses a wrong password, the last admin, and the only mod of a community. Works go or lose their name at once, days are given
 * back, sessions end.
 */
export async function leaveSite(
  ctx: Ctx,
  wanted: { readonly works: WorksLeft; readonly password: string },
): Promise<void> {
  const leaver = await whoLeaves(ctx)
  await mustBeThemselves(ctx, leaver, wanted.password)
  const { account } = leaver
  await ctx.atomically({ accounts: account }, async (tx) => {
    await whoLeaves(tx)
    await mustNotBeLastAdmin(tx, account)
    await leaveEveryCommunity(tx, account)
    const leftAt = tx.now()
    const works = await listWorksLeft(tx, account)
    if (wanted.works === 'deleted') await takeAlong(tx, works, leftAt)
    await giveBackEverything(tx, account)
    if (wanted.works === 'nameless') {
      await unsignWorks(tx, works)
      await unsignClaims(tx, account)
    }
    if (wanted.works !== 'named') await unsignAnnouncements(tx, account)
    await closeAccount(tx, { account, works: wanted.works, leftAt })
  })
}

/** Their claims turn as if each piece had been taken down. */
async function takeAlong(tx: Tx, works: readonly WorkLeft[], leftAt: Instant): Promise<void> {
  await takeWorksAlong(tx, works, leftAt)
  for (const { id, isShared } of works) {
    const piece = isShared ? undefined : await findPieceOf(tx.db, id)
    for (const claim of claimsOf(piece)) {
      await onClaimOf(tx, claim, async (round) =>
        withdrawFrom(tx, await homeOf(tx, round), claim, await remainingOf(tx, claim)),
      )
    }
  }
}

const claimsOf = (piece: Piece | undefined): number[] =>
  piece?.handedInAt == null || piece.role === 'extra'
    ? [piece?.answers ?? 0].filter(Boolean)
    : [piece.claim ?? 0, piece.answers ?? 0].filter(Boolean)

/** Under the lock of its round; one that is deleted itself is left as it is. */
async function onClaimOf(tx: Tx, id: number, deed: (round: number) => Promise<void>): Promise<void> {
  const claim = await claimIfThere(tx.db, id)
  const round = claim && (await roundIfThere(tx.db, claim.round))
  if (round) await tx.atomically({ rounds: round.id }, () => deed(round.id))
}

/** The account that is open again. Days that were given back stay so; communities are joined anew. */
export async function comeBack(
  ctx: Ctx,
  typed: { readonly email: string; readonly password: string },
): Promise<number> {
  const { account } = await mustHaveLeft(ctx, typed)
  const asThemselves = { kind: 'person', account, session: 0, isAdmin: false } as const
  await ctx.atomically({ accounts: account }, async (tx) => {
    const { leftAt } = await openAgain(tx, account)
    const names = await namelessOf(tx.db, account)
    const works = await bringWorksBack(tx, { account, leftAt, names })
    await signClaimsAgain(tx, names)
    await signAnnouncementsAgain(tx, names)
    await dropNameless(tx, names)
    await putBack({ ...tx, viewer: asThemselves }, works, leftAt)
  })
  return account
}

/** Days that nothing else has happened to are kept again. */
async function putBack(tx: Tx, works: readonly WorkLeft[], leftAt: Instant): Promise<void> {
  for (const { id, state } of works) {
    const piece = state === 'posted' ? await findPieceOf(tx.db, id) : undefined
    const mains = piece?.role === 'main' ? claimsOf(piece) : [piece?.answers ?? 0].filter(Boolean)
    for (const claim of mains) {
      await onClaimOf(tx, claim, async (round) => {
        const found = await claimIfThere(tx.db, claim)
        if (found && found.pieces.main === 'none' && found.state === 'closed')
          await restoreMain(tx, await homeOf(tx, round), claim, leftAt)
      })
    }
  }
}

/** A sweep: thirty days after somebody left. One that cannot be erased must not keep the others. */
export async function eraseWhoLeft(ctx: Ctx): Promise<void> {
  for (const leaving of await listToErase(ctx)) {
    try {
      await ctx.atomically({ accounts: leaving.account }, (tx) => erase(tx, leaving))
    } catch (error) {
      ctx.log.error({ account: leaving.account, err: error }, 'somebody who left could not be erased')
    }
  }
}

async function erase(tx: Tx, { account, works, leftAt }: Leaving): Promise<void> {
  if ((await findLeavingOf(tx.db, account))?.leftAt !== leftAt) return
  const names = await namelessOf(tx.db, account)
  await eraseWorks(tx, { account, works, leftAt, names })
  if (works !== 'named') await unsignClaims(tx, account)
  await eraseMember(tx, account)
  await forgetDeedsOf(tx, account)
  await forgetHand(tx, account)
  await settleNames(tx, account, works)
  await forgetSeenOf(tx, account)
  await eraseAccount(tx, account)
}
