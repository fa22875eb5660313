// Somebody leaves the site: they leave every community, and what they announced there goes on with or without their name.
import { Refusal } from '#src/kit/refusal.ts'
import { makeNameless, namesOf, type StandIn } from '#src/people/accounts/leaving/left-names.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import { leaveCommunity } from '../members/members.ts'
import { deleteTraces, listAnnouncedUnder, listKeptAlone, listSlugsOf, setAnnouncer } from './departing.store.ts'

export type KeptAlone = { readonly id: number; readonly slug: string; readonly name: string }

/** What has to be settled first: a community has at least one mod. */
export const keptAlone = (db: Reader, account: number): Promise<KeptAlone[]> => listKeptAlone(db, account)

/** Refuses the only mod of a community, naming it. */
export async function leaveEveryCommunity(tx: Tx, account: number): Promise<void> {
  const [alone] = await listKeptAlone(tx.db, account)
  if (alone) {
    throw new Refusal(
      'taken',
      'leaving/last-mod',
      `You are the only mod of ${alone.name}. Make somebody else a mod there first.`,
    )
  }
  for (const slug of await listSlugsOf(tx.db, account)) await leaveCommunity(tx, slug)
}

export async function unsignAnnouncements(tx: Tx, account: number): Promise<void> {
  for (const { id, community, penName } of await listAnnouncedUnder(tx.db, await namesOf(tx.db, account))) {
    await setAnnouncer(tx, id, await makeNameless(tx, penName))
    tx.announce({ name: 'announcement.changed', announcement: id, community })
  }
}

export async function signAnnouncementsAgain(tx: Tx, names: readonly StandIn[]): Promise<void> {
  for (const { nameless, own } of names) {
    for (const { id, community } of await listAnnouncedUnder(tx.db, [nameless])) {
      await setAnnouncer(tx, id, own)
      tx.announce({ name: 'announcement.changed', announcement: id, community })
    }
  }
}

export const eraseMember = (tx: Tx, account: number): Promise<void> => deleteTraces(tx, account)
