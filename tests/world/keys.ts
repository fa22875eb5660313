// Key links in the named world: somebody without an account, the address that a mod typed for them, and coming in by the mail.
import { linkIn, openPost } from '#tests/support/mailed.ts'
import type { TestHouse } from '#tests/support/open-house.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { type Claimed, dayOn, enter, type OnDay } from './deeds.ts'
import { where } from './tidewater.ts'

export const asMailing = { mail: 'sent' } as const

/** Whose name is Ann Teak where nothing else is said. */
export const address = 'ann.teak@mail.example'

export const enterByMail = (
  house: TestHouse,
  on: OnDay,
  who: { name?: string; email?: string; zone?: string } = {},
): Promise<Claimed> => enter(house, 'mara', who.name ?? 'Ann Teak', on, who.zone, who.email ?? address)

/** The newest link that was mailed there. */
export const keyLink = async (house: TestHouse, email: string = address, subject?: RegExp): Promise<string> =>
  linkIn(await openPost(house).find(email, subject))

/** At the page of the day, after opening the link and pressing its button. */
export async function comeIn(visitor: Visitor, link: string): Promise<Seen> {
  await visitor.visit(link)
  return visitor.submit('/key')
}

export async function holderOf(house: TestHouse, email: string = address): Promise<Visitor> {
  const visitor = house.guest()
  await comeIn(visitor, await keyLink(house, email))
  return visitor
}

export const pageOf = ({ id }: Pick<Claimed, 'id'>): string =>
  `/c/${where.community}/rounds/${where.round}/claims/${id}`

/** As a guest on the page of that day, with a name and an address. */
export async function takeAsGuest(
  house: TestHouse,
  on: OnDay,
  said: { name: string; email: string; zone?: string },
  visitor: Visitor = house.guest(),
): Promise<Seen> {
  const { id } = await dayOn(house, on)
  await visitor.visit(`/c/${where.community}/rounds/${where.round}/days/${id}/taking`)
  return visitor.submit(`/c/${where.community}/rounds/${where.round}/claims/without-account`, {
    zone: 'Europe/Lisbon',
    ...said,
  })
}
