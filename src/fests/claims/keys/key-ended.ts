// Whoever has answered by a key hears of it when the key ends by another's doing: a mod's, or that of whoever has the name now.
import type { StoredClaim } from '#src/fests/claims/claims.store.ts'
import { sayDay } from '#src/kit/date-words.ts'
import type { Tx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'

/** The key goes to another address from now on. */
export const tellKeyMoved = (tx: Tx, email: string, { on, name }: StoredClaim, round: string): Promise<void> =>
  tell(tx, email, {
    subject: `${sayDay(on)}: your link has ended`,
    heading: round,
    body: `A mod of ${round} has given another address for ${name} on ${sayDay(on)}. The links that were mailed to you work no more, and a new one went there. If it was not you who asked for it, write to the mods.`,
  })

export const tellNameTaken = (tx: Tx, email: string, name: string): Promise<void> =>
  tell(tx, email, {
    subject: `${name} has an account now`,
    body: `The name ${name} belongs to an account here from now on, with its days and works. The links that were mailed to you work no more; sign in instead. If it was not you, write to the mods.`,
  })

async function tell(tx: Tx, email: string, words: { subject: string; body: string; heading?: string }): Promise<void> {
  await postMail(tx, { account: null, to: email, kind: 'key.ended', onceKey: `key ended ${tx.uid()}`, ...words })
}
