// Mods and key links: they say where one is mailed, have it mailed again, and never see an address, not even what they typed.
import { findClaim, type StoredClaim, type Where } from '#src/fests/claims/claim-access.ts'
import { postKey } from '#src/fests/claims/keys/key-letter.ts'
import { tellKeyMoved } from '#src/fests/claims/keys/key-ended.ts'
import { answeredFrom, cutKey, keyOf } from '#src/fests/claims/keys/keys.ts'
import { findRound } from '#src/fests/rounds/rounds.ts'
import { emailKey } from '#src/kit/fold.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { mustMod } from '#src/people/communities/communities.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'

/** Within the transaction that holds the round, for a mod. Refuses (`email`) where the name is somebody’s: mails go to their own address. */
export async function giveKey(tx: Tx, claim: StoredClaim, round: string, email: string): Promise<void> {
  if (claim.account !== null || claim.hasLeft) throw hasAccount(claim.name)
  const madeBy = tx.viewer.kind === 'person' ? tx.viewer.account : null
  for (const known of await answeredFrom(tx.db, [claim.id]))
    if (emailKey(known) !== emailKey(email)) await tellKeyMoved(tx, known, claim, round)
  await cutKey(tx, { claim: claim.id, email, askedBy: 'mod', madeBy, confirmedAt: null })
  await postKey(tx, { claim, round, email, occasion: 'entered' })
}

const hasAccount = (name: string): Refusal =>
  new Refusal('taken', 'key/has-account', `${name} has an account here: mails about the day go to its own address.`, {
    about: 'email',
  })

/** An address is given for the claim of somebody without an account; one that was there is forgotten, and its links are dead. */
export const giveAddress = (ctx: Ctx, where: Where, id: number, email: string): Promise<StoredClaim> =>
  asMod(ctx, where, id, (tx, claim, round) => giveKey(tx, claim, round, email))

/** To the address that is known, which counts as it did before. Refuses where there is none. */
export const sendKeyAgain = (ctx: Ctx, where: Where, id: number): Promise<StoredClaim> =>
  asMod(ctx, where, id, async (tx, claim, round) => {
    const key = await keyOf(tx, claim.id)
    if (!key) throw noAddress()
    const { email, askedBy, madeBy, confirmedAt } = key
    await cutKey(tx, { claim: id, email, askedBy, madeBy, confirmedAt })
    await postKey(tx, { claim, round, email, occasion: askedBy === 'guest' && confirmedAt === null ? 'own' : 'again' })
  })

const noAddress = (): Refusal =>
  new Refusal('closed', 'key/no-address', 'No address is known for this claim, or it has been forgotten.')

async function asMod(
  ctx: Ctx,
  where: Where,
  id: number,
  deed: (tx: Tx, claim: StoredClaim, round: string) => Promise<void>,
): Promise<StoredClaim> {
  const home = await findRound(ctx, where.community, where.round)
  await mustMod(ctx.db, home.community.id, ctx.viewer)
  return ctx.atomically({ rounds: home.round.id }, async (tx) => {
    const claim = await findClaim(tx.db, home.round.id, id)
    if (claim.account !== null || claim.hasLeft) throw isMissing('claim')
    await deed(tx, claim, home.round.name)
    return claim
  })
}
