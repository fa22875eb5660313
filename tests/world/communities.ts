// What mods choose for a community of the named world, in a few words.
import { changeCommunity } from '#src/people/communities/settings/settings.ts'
import { findCommunity, foundCommunity } from '#src/people/communities/communities.ts'
import type { Joining, PostingAccess } from '#src/schema/people/communities.ts'
import { readText } from '#src/text/read-text.ts'
import type { TestHouse } from '#tests/support/open-house.ts'

export type Chosen = { readonly joining?: Joining; readonly posting?: PostingAccess; readonly rules?: string }

/** What is not said stays. Another community than Tidewater is founded for it. */
export async function choose(house: TestHouse, chosen: Chosen, name = 'Tidewater'): Promise<void> {
  await house.act('mara', async (ctx) => {
    const slug = name === 'Tidewater' ? 'tidewater' : (await foundCommunity(ctx, { name, about: '', zone: 'UTC' })).slug
    const { about, timeZone: zone, joining, posting } = await findCommunity(ctx.db, slug)
    const { rules = '', ...rest } = chosen
    const { html, sanitiserVersion } = readText({ text: rules, form: 'markdown' })
    const kept = { source: rules, html, sanitiserVersion }
    await changeCommunity(ctx, slug, { name, about, zone, joining, posting, ...rest, rules: kept })
  })
}
