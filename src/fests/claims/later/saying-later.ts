// "It will come later", and "on the day after all": said by the holder, or by a mod for them.
import { asTable, notSaid, recordTurn } from '#src/fests/claims/claim-record.ts'
import { refuseTurn } from '#src/fests/claims/claim-refusal-words.ts'
import { onClaim, refuse, type Where } from '#src/fests/claims/claims.ts'
import { type StoredClaim, updateClaim } from '#src/fests/claims/claims.store.ts'
import type { Actor } from '#src/fests/claims/table/claim-events.ts'
import type { ClaimRefusal, Turn } from '#src/fests/claims/table/claim-row.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import { sayMoment } from '#src/kit/date-words.ts'
import { addMillis, hours, type Instant } from '#src/kit/instants.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'

type Saying = 'say-later' | 'unsay-later'

/** Said twice is said once. Refuses before the last 24 hours before the day, and while the main piece waits to go up. */
export async function sayLater(ctx: Ctx, where: Where, id: number): Promise<StoredClaim> {
  return onClaim(ctx, where, id, async (tx, { claim, by }) => {
    if (claim.state === 'later' && claim.saidLater) return
    await say(tx, claim, 'say-later', by)
  })
}

/** Refuses once grace is over. */
export async function unsayLater(ctx: Ctx, where: Where, id: number): Promise<StoredClaim> {
  return onClaim(ctx, where, id, async (tx, { claim, by }) => {
    if (claim.state === 'held') return
    await say(tx, claim, 'unsay-later', by)
  })
}

async function say(tx: Tx, claim: StoredClaim, event: Saying, by: Actor): Promise<void> {
  const outcome = turn(asTable(claim), { kind: event, by }, tx.now())
  if (outcome.kind !== 'turned') throw refuse(exactly(refuseTurn(outcome), claim))
  const said = event === 'say-later' ? { saidLater: true } : notSaid(outcome)
  await updateClaim(tx, claim.id, { state: outcome.to, place: claim.place, ...said })
  await recordTurn(tx, {
    claim: claim.id,
    round: claim.round,
    event,
    outcome,
    from: claim.state,
    fromDay: null,
    toDay: null,
    by,
    news: 'claim.said-later',
  })
}

export type ToSay = { readonly kind: Saying } | { readonly kind: 'nothing'; readonly sentence: string }

/** What can be said of a claim now, as the table has it; else the sentence why nothing can. */
export function whatToSay(claim: StoredClaim, by: Actor, now: Instant): ToSay {
  const may = (kind: Saying): Turn => turn(asTable(claim), { kind, by }, now)
  const saying = may('say-later')
  if (saying.kind === 'turned') return { kind: 'say-later' }
  if (may('unsay-later').kind === 'turned') return { kind: 'unsay-later' }
  return { kind: 'nothing', sentence: exactly(refuseTurn(saying), claim).sentence }
}

/** From when it can be said is a moment of this day, in its own zone. */
function exactly(refusal: ClaimRefusal, { deadlines: { start } }: StoredClaim): ClaimRefusal {
  if (refusal.code !== 'claim/too-soon') return refusal
  const from = sayMoment(addMillis(start.at, -hours(24)), start.zone)
  return { ...refusal, sentence: `This can be said from ${from} on. Until then the day can be moved or given back.` }
}
