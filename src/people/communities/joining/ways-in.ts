// How one comes into a community, in a sentence, with the button that does it where there is one.
import { type Offer, Refusal } from '#src/kit/refusal.ts'
import { paths } from '#src/schema/paths.ts'
import type { Community } from '../communities.ts'

export type WayIn = { readonly sentence: string; readonly offers: readonly Offer[] }

export function wayInto({ name, slug, joining }: Pick<Community, 'name' | 'slug' | 'joining'>): WayIn {
  if (joining === 'invitation') return { sentence: 'One joins by invitation: a mod can send a link.', offers: [] }
  if (joining === 'approval') {
    return {
      sentence: 'One joins by asking its mods.',
      offers: [{ label: `Ask to join ${name}`, post: paths.joinRequests(slug), fields: {} }],
    }
  }
  return {
    sentence: 'Joining is one button.',
    offers: [{ label: `Join ${name}`, post: paths.members(slug), fields: {} }],
  }
}

/** `what` is for members only, as in "Days are for members of Tidewater." */
export function refuseOutsider(community: Community, code: string, what: string): Refusal {
  const { sentence, offers } = wayInto(community)
  return new Refusal('forbidden', code, `${what} ${sentence}`, { offers })
}
