// Whoever mods have removed: what they wrote stays theirs, to read, to keep and to take down, but they say nothing new where the community reads.
import { type Offer, Refusal } from '#src/kit/refusal.ts'
import type { Reader, Viewer } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'
import { communityOf, membershipOf } from './communities.ts'
import { wayInto } from './joining/ways-in.ts'
import { findLastGoing, isBannedFrom } from './members/member-turns.store.ts'

/** Who left by themselves is not meant: they may go on mending what they left. */
export async function isPutOut(db: Reader, community: number, viewer: Viewer): Promise<boolean> {
  if (viewer.kind !== 'person' || (await membershipOf(db, community, viewer))) return false
  const went = await findLastGoing(db, community, viewer.account)
  return went === 'removed' || went === 'banned'
}

const sentences = {
  change: (name: string) =>
    `You are no longer a member of ${name}, so what is up there cannot be changed by you. It stays yours: you can read every save of it, and take it down at any time.`,
  'put-up': (name: string) =>
    `You are no longer a member of ${name}, so this cannot be put up there again. It stays yours, with every save of it.`,
}

/** Refuses them with what they can do instead: take it down, come back where they may, or write to the mods. */
export async function mustNotBePutOut(
  db: Reader,
  viewer: Viewer,
  piece: { readonly work: number; readonly community: number; readonly wish: keyof typeof sentences },
): Promise<void> {
  if (viewer.kind !== 'person' || !(await isPutOut(db, piece.community, viewer))) return
  const community = await communityOf(db, piece.community)
  const isBanned = await isBannedFrom(db, community.id, viewer.account)
  const back = piece.wish === 'change' ? paths.workEdit(piece.work) : paths.work(piece.work)
  const offers: Offer[] = [
    ...(piece.wish === 'change' ? [{ label: 'Take it down', to: paths.workTakingDown(piece.work) }] : []),
    ...(isBanned ? [] : wayInto(community, back).offers),
    { label: 'Write to the mods', to: paths.newLetter(community.slug) },
  ]
  throw new Refusal('forbidden', 'piece/put-out', sentences[piece.wish](community.name), { offers })
}
