// What mods do to a piece turns its claim too: letting it through, saying that it does not count, hiding it, and undoing that.
import { actorOn, findClaim } from '#src/fests/claims/claim-access.ts'
import { asTable, notSaid, recordTurn } from '#src/fests/claims/claim-record.ts'
import { refuseTurn } from '#src/fests/claims/claim-refusal-words.ts'
import { caughtUp } from '#src/fests/claims/claim-sweep.ts'
import { type StoredClaim, updateClaim, updatePieces } from '#src/fests/claims/claims.store.ts'
import type { ClaimEvent } from '#src/fests/claims/table/claim-events.ts'
import type { Pieces } from '#src/fests/claims/table/claim-states.ts'
import { turn } from '#src/fests/claims/table/claim-table.ts'
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { Refusal } from '#src/kit/refusal.ts'
import type { Tx } from '#src/platform/context.ts'

/** To strangers the claim does not exist; its holder is told whose affair this is. */
export async function claimForMods(tx: Tx, home: RoundAtHome, id: number): Promise<StoredClaim> {
  const claim = await findClaim(tx.db, home.round.id, id)
  actorOn(tx, home, claim)
  if (!home.isMod) throw new Refusal('forbidden', 'claim/mods-only', 'Only the mods of this community can do that.')
  return caughtUp(tx, claim)
}

/** Refuses where nothing waits (`claim/nothing-waits`). The claim as it was before is answered. */
export async function letThrough(tx: Tx, home: RoundAtHome, id: number): Promise<StoredClaim> {
  const claim = await claimForMods(tx, home, id)
  await apply(tx, claim, { kind: 'let-through' })
  const { main, part, standIn } = claim.pieces
  await updatePieces(tx, id, { main: wentUp(main), part: wentUp(part), standIn })
  return claim
}

const wentUp = (life: Pieces['main']): Pieces['main'] => (life === 'scheduled' ? 'up' : life)

/** `remaining` is what the claim still has without the piece. Refuses claims that are not kept. */
export async function countNoMore(
  tx: Tx,
  home: RoundAtHome,
  id: number,
  { remaining, reason }: { readonly remaining: Pieces; readonly reason: string },
): Promise<void> {
  const claim = await claimForMods(tx, home, id)
  const isStill = { main: remaining.main !== 'none', part: remaining.part !== 'none' }
  await apply(tx, claim, { kind: 'not-counted', reason, remaining: isStill }, reason)
  await updatePieces(tx, id, remaining)
}

/** `pieces` is what the claim has with it. Refuses where another main piece is in by now. */
export async function countAgain(
  tx: Tx,
  home: RoundAtHome,
  id: number,
  { role, pieces }: { readonly role: 'main' | 'part'; readonly pieces: Pieces },
): Promise<void> {
  const claim = await claimForMods(tx, home, id)
  await apply(tx, claim, { kind: 'counted-again', role })
  await updatePieces(tx, id, pieces)
}

/** The claim stays as it is; where its day is kept by the piece, its log says that a mod hid it. */
export async function logHiding(tx: Tx, home: RoundAtHome, id: number, reason: string): Promise<void> {
  await apply(tx, await claimForMods(tx, home, id), { kind: 'hide' }, reason)
}

type ModEvent = Extract<ClaimEvent, { kind: 'let-through' | 'not-counted' | 'counted-again' | 'hide' }>

async function apply(tx: Tx, claim: StoredClaim, event: ModEvent, reason?: string): Promise<void> {
  const outcome = turn(asTable(claim), event, tx.now())
  if (outcome.kind === 'nothing') return
  if (outcome.kind === 'refused') {
    const { kind, code, sentence } = refuseTurn(outcome)
    throw new Refusal(kind === 'missing' ? 'closed' : kind, code, sentence)
  }
  await updateClaim(tx, claim.id, { state: outcome.to, place: claim.place, ...notSaid(outcome) })
  const days = { fromDay: null, toDay: null }
  const turned = {
    claim: claim.id,
    round: claim.round,
    event: event.kind,
    outcome,
    from: claim.state,
    by: 'mod',
  } as const
  await recordTurn(tx, { ...turned, ...days, ...(reason === undefined ? {} : { reason }), news: 'claim.turned' })
}
