// Who may take days and post on free-for-all days in a community: the one answer that claiming and posting ask for.
import { Refusal } from '#src/kit/refusal.ts'
import type { Reader, Viewer } from '#src/platform/context.ts'
import { paths } from '#src/schema/paths.ts'
import { type Community, type Membership, membershipOf } from './communities.ts'
import { refuseOutsider } from './joining/ways-in.ts'

/** What somebody wants to do: take a day, or post a piece without one. */
export type Wish = 'claim' | 'post'

const forMembers = {
  claim: (name: string) => `Days are for members of ${name}.`,
  post: (name: string) => `Pieces are posted by members of ${name}.`,
}

const forApproved = {
  claim: (name: string) =>
    `In ${name} days are taken by members whom its mods have approved, one by one. You can write to them.`,
  post: (name: string) =>
    `In ${name} pieces are posted by members whom its mods have approved, or for a day that one has. It can be kept as a draft until then.`,
}

const forMods = {
  claim: (name: string) => `In ${name} days are given out by its mods. They can enter you for one.`,
  post: (name: string) =>
    `In ${name} its mods post the pieces, and whoever has a day. What you have written can be kept as a draft.`,
}

/** `back` is the page that one wants to be on. Undefined where nothing is in the way. A day that somebody has already is theirs, whatever is chosen afterwards. */
export function whyNot(
  wish: Wish,
  community: Community,
  membership: Membership | undefined,
  back?: string,
): Refusal | undefined {
  const { name, slug, posting } = community
  // What is chosen here only its mods can change, or make an exception from.
  const more = { offers: [{ label: 'Write to the mods', to: paths.newLetter(slug) }] }
  if (!membership) return refuseOutsider(community, `${wish}/not-a-member`, forMembers[wish](name), back)
  if (membership.role === 'mod' || posting === 'members') return undefined
  if (posting === 'mods') return new Refusal('forbidden', `${wish}/mods-post`, forMods[wish](name), more)
  return membership.isApproved
    ? undefined
    : new Refusal('forbidden', `${wish}/not-approved`, forApproved[wish](name), more)
}

/** Where everybody may join by a button and members take days, a day may be taken without joining, and without an account. */
export const guestsMayClaim = ({ joining, posting }: Pick<Community, 'joining' | 'posting'>): boolean =>
  joining === 'open' && posting === 'members'

/** Refuses with the way in, which leads to `back` in the end, or with what is chosen here. */
export async function mustBeLet(
  db: Reader,
  wish: Wish,
  { community, viewer, back }: { readonly community: Community; readonly viewer: Viewer; readonly back?: string },
): Promise<Membership> {
  const membership = await membershipOf(db, community.id, viewer)
  const refusal = whyNot(wish, community, membership, back)
  if (refusal ?? !membership) throw refusal ?? new Error('Nothing but a membership lets anybody in')
  return membership
}
