// What ties something small for the day to the piece it stands for, and until when that is awaited.
import type { PlacedPiece } from '#src/fests/posting/placed-pieces.store.ts'
import type { Instant } from '#src/kit/instants.ts'
import type { Byline, WorkCard } from '#src/library/works/works-seen.ts'

type Tied = { readonly piece: { readonly claim: number | null }; readonly work: Pick<WorkCard, 'byline'> }

/**
 * Both came for the same day, and both show the same name. Where either hides its name, or they are of two pen names, a link
 * would tell who wrote what.
 */
export const mayBeTied = (one: Tied, other: Tied): boolean =>
  one.piece.claim !== null && one.piece.claim === other.piece.claim && shareName(one.work.byline, other.work.byline)

const shareName = (one: Byline, other: Byline): boolean =>
  one.kind === 'named' && other.kind === 'named' && one.names.some((name) => other.names.includes(name))

type Awaiting = Pick<PlacedPiece, 'work' | 'claim' | 'role' | 'forClaim'>

/**
 * `seen` are the pieces of the round that this viewer may see: a main piece that is up for others only has not come for them.
 * What was given back is awaited no longer, and neither is anything once the round is over.
 */
export function stillToCome(piece: Awaiting, seen: readonly Awaiting[], now: Instant): boolean {
  const { claim, role, forClaim } = piece
  if (claim === null || forClaim === undefined || (role !== 'stand-in' && role !== 'part')) return false
  if (!['held', 'later', 'kept'].includes(forClaim.state) || (now >= forClaim.roundEnd && now >= forClaim.graceEnd))
    return false
  const answers = role === 'part' ? ['main'] : ['main', 'part']
  return !seen.some((other) => other.claim === claim && other.work !== piece.work && answers.includes(other.role))
}
