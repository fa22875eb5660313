// Coming in by a key link: seeing what it opens, pressing the button that says it is you, having the address forgotten.
import type { Where } from '#src/fests/claims/claim-access.ts'
import { type ClaimShown, showClaim } from '#src/fests/claims/round-shown.ts'
import { checkKey, forgetKeys, type StoredKey } from '#src/fests/claims/keys/keys.ts'
import { countConfirmedPlaces, setKeyConfirmed } from '#src/fests/claims/keys/keys.store.ts'
import { type RoundAtHome, roundAtHome, roundById } from '#src/fests/rounds/rounds.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'

export type Opened = { readonly key: StoredKey; readonly shown: ClaimShown }

/** For the page that the link opens, which changes nothing. Refuses a dead link. */
export async function seeOpened(ctx: Ctx, token: string | undefined): Promise<Opened> {
  const key = await checkKey(ctx, token)
  const asHolder = { ...ctx, viewer: { kind: 'key', claim: key.claim, penName: key.penName } } as const
  return { key, shown: await showClaim(asHolder, await whereOf(ctx, key), key.claim) }
}

export async function whereOf(ctx: Pick<Ctx, 'db' | 'viewer'>, { round }: Pick<StoredKey, 'round'>): Promise<Where> {
  const home: RoundAtHome | undefined = await roundAtHome(ctx, round)
  if (!home) throw isMissing('claim')
  return { community: home.community.slug, round: home.round.slug }
}

/**
 * Whoever presses the button reads the mail of the address, so the day is no longer held for 48 hours only. Refuses a dead link,
 * and (`key/too-many-days`) whoever has taken as many days with this address as one person may: here nobody else learns of it.
 */
export async function openByKey(ctx: Ctx, token: string | undefined): Promise<StoredKey> {
  const { round } = await checkKey(ctx, token)
  return ctx.atomically({ rounds: round }, async (tx) => {
    const key = await checkKey(tx, token)
    if (key.confirmedAt !== null) return key
    if (key.askedBy === 'guest') await mustBeUnderLimit(tx, key)
    await setKeyConfirmed(tx, key.id)
    return key
  })
}

async function mustBeUnderLimit(tx: Tx, { round, email, claim }: StoredKey): Promise<void> {
  const { daysPerPerson } = await roundById(tx.db, round)
  if (daysPerPerson === undefined) return
  if ((await countConfirmedPlaces(tx.db, { round, email, but: claim })) < daysPerPerson) return
  throw new Refusal(
    'limit',
    'key/too-many-days',
    `With this address you have taken as many days as one person may in this round. Give one of them back, then press again; otherwise this one is open again after 48 hours.`,
  )
}

/** The day stays as it is, and the mods act for the name from then on. Refuses a dead link. */
export async function forgetAddress(ctx: Ctx, token: string | undefined): Promise<void> {
  const { round } = await checkKey(ctx, token)
  await ctx.atomically({ rounds: round }, async (tx) => forgetKeys(tx, [(await checkKey(tx, token)).claim]))
}
