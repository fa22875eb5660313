// How one comes into a community, in a sentence, with the button that does it where there is one; and where one goes on after it.
import { type Offer, Refusal } from '#src/kit/refusal.ts'
import { asking, paths } from '#src/schema/paths.ts'
import type { Community } from '../communities.ts'

export type WayIn = { readonly sentence: string; readonly offers: readonly Offer[] }

type Door = Pick<Community, 'name' | 'slug' | 'joining'>

/** What a form or an address carries of where somebody came from, and wants to be in the end. */
export const cameFrom = (back: string | undefined): Readonly<Record<string, string>> =>
  back === undefined ? {} : { back }

/** Whoever came from a round wanted to be there. */
export const joined = ({ slug, name }: Pick<Community, 'slug' | 'name'>, back: string | undefined) => ({
  to: back ?? paths.community(slug),
  notice: `You are a member of ${name} now.`,
})

/** The page on which one joins or asks to. */
export const joiningPage = (slug: string, back?: string): string => asking(paths.joining(slug), cameFrom(back))

export function wayInto({ name, slug, joining }: Door, back?: string): WayIn {
  if (joining === 'invitation') return { sentence: 'One joins by invitation: a mod can send a link.', offers: [] }
  if (joining === 'approval') {
    return {
      sentence: 'One joins by asking its mods.',
      // A page and no button: its rules are read, and a line to the mods written, before one asks.
      offers: [{ label: `Ask to join ${name}`, to: joiningPage(slug, back) }],
    }
  }
  return {
    sentence: 'Joining is one button.',
    offers: [{ label: `Join ${name}`, post: paths.members(slug), fields: cameFrom(back) }],
  }
}

/** `what` is for members only, as in "Days are for members of Tidewater." */
export function refuseOutsider(community: Community, code: string, what: string, back?: string): Refusal {
  const { sentence, offers } = wayInto(community, back)
  return new Refusal('forbidden', code, `${what} ${sentence}`, { offers })
}
