// What mods choose for a community of the named world, in a few words.
import { pinAnnouncement, writeAnnouncement } from '#src/people/communities/announcements/announcements.ts'
import { changeCommunity } from '#src/people/communities/settings/settings.ts'
import { findCommunity, foundCommunity, listCommunities } from '#src/people/communities/communities.ts'
import type { Joining, PostingAccess } from '#src/schema/people/communities.ts'
import { readText } from '#src/text/read-text.ts'
import type { TestHouse } from '#tests/support/open-house.ts'

export type Chosen = { readonly joining?: Joining; readonly posting?: PostingAccess; readonly rules?: string }

/** What is not said stays. A community that is not there yet is founded for it. */
export async function choose(house: TestHouse, chosen: Chosen, name = 'Tidewater'): Promise<void> {
  await house.act('mara', async (ctx) => {
    const there = (await listCommunities(ctx.db)).find((community) => community.name === name)
    const { slug } = there ?? (await foundCommunity(ctx, { name, about: '', zone: 'UTC' }))
    const { about, timeZone: zone, joining, posting } = await findCommunity(ctx.db, slug)
    const { rules = '', ...rest } = chosen
    const { html, sanitiserVersion } = readText({ text: rules, form: 'markdown' })
    const kept = { source: rules, html, sanitiserVersion }
    await changeCommunity(ctx, slug, { name, about, zone, joining, posting, ...rest, rules: kept })
  })
}

/** Up, by Mara; its id. */
export const announce = (house: TestHouse, title: string, text: string, slug = 'tidewater'): Promise<number> =>
  house.act('mara', async (ctx) => {
    const { form: sourceForm, html, excerpt, sanitiserVersion } = readText({ text, form: 'guess' })
    const said = { title, source: text, sourceForm, html, excerpt, sanitiserVersion }
    return (await writeAnnouncement(ctx, slug, { text: said, onceKey: title, isUp: true })).id
  })

export async function pin(house: TestHouse, id: number, slug = 'tidewater'): Promise<void> {
  await house.act('mara', (ctx) => pinAnnouncement(ctx, slug, id, true))
}
