// Somebody leaves the site: every day they hold is given back, and what is kept stands with or without their name.
import { listClaimsOf } from '#src/fests/claims/claims.store.ts'
import { makeNameless, type StandIn } from '#src/people/accounts/leaving/left-names.ts'
import type { Tx } from '#src/platform/context.ts'
import { forgetHand, listClaimsBy, listClaimsUnder, setHolder } from './claims-left.store.ts'
import { giveBack } from './leaving.ts'

/** Round by round, each under its lock, in the order of their ids. */
export async function giveBackEverything(tx: Tx, account: number): Promise<void> {
  const rounds = new Set((await listClaimsBy(tx.db, account)).map(({ round }) => round))
  for (const round of rounds) {
    await tx.atomically({ rounds: round }, async () => {
      for (const claim of await listClaimsOf(tx.db, round, account)) await giveBack(tx, claim, 'holder')
    })
  }
}

export async function unsignClaims(tx: Tx, account: number): Promise<void> {
  for (const { id, round, penName } of await listClaimsBy(tx.db, account)) {
    await setHolder(tx, id, await makeNameless(tx, penName))
    tx.announce({ name: 'holder.renamed', round })
  }
}

export async function signClaimsAgain(tx: Tx, names: readonly StandIn[]): Promise<void> {
  for (const { nameless, own } of names) {
    for (const { id, round } of await listClaimsUnder(tx.db, nameless)) {
      await setHolder(tx, id, own)
      tx.announce({ name: 'holder.renamed', round })
    }
  }
}

export const forgetDeedsOf = (tx: Tx, account: number): Promise<void> => forgetHand(tx, account)
