// Members and mods: leaving, being removed and let back in, becoming a mod and ceasing to be one, being approved for posting.
import { nameKey } from '#src/kit/fold.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Ctx, Tx } from '#src/platform/context.ts'
import type { MemberDeed } from '#src/schema/people/communities.ts'
import { type Community, findCommunity, mayMod, membershipOf, modsOf, mustMod } from '../communities.ts'
import {
  type Ban,
  deleteBan,
  insertBan,
  insertMemberTurn,
  listBansOf,
  listDeedsOfMods,
  type MemberTurn,
} from './member-turns.store.ts'
import {
  deleteMembership,
  findMember,
  listMembers,
  type Member,
  type Membership,
  updateApproval,
  updateRole,
} from './memberships.store.ts'

export type { Ban, MemberTurn } from './member-turns.store.ts'
export type { Member } from './memberships.store.ts'

/** By themselves, without a reason. Refuses the last mod. Leaving twice is leaving once. */
export async function leaveCommunity(ctx: Ctx, slug: string): Promise<Community> {
  const community = await findCommunity(ctx.db, slug)
  return ctx.atomically({ communities: community.id }, async (tx) => {
    const mine = await membershipOf(tx.db, community.id, tx.viewer)
    if (!mine) return community
    await mustNotBeLastMod(tx, mine, 'You are its only mod. Make somebody else a mod first, then you can leave.')
    await deleteMembership(tx, mine.id)
    const turn = await insertMemberTurn(tx, { ...mine, what: 'left', says: '' })
    tx.announce({ name: 'member.left', community: community.id, account: mine.account, turn })
    return community
  })
}

export type Removing = { readonly mayComeBack: boolean; readonly line: string }

/** Told to the person, with the line if there is one. Refuses mods, whose being a mod is taken back first. */
export async function removeMember(
  ctx: Ctx,
  slug: string,
  id: number,
  { mayComeBack, line }: Removing,
): Promise<Member> {
  return onMember(ctx, slug, id, async (tx, member) => {
    if (member.role === 'mod') throw modStays(member)
    await deleteMembership(tx, member.id)
    if (!mayComeBack) await insertBan(tx, member)
    const turn = await insertMemberTurn(tx, { ...member, what: mayComeBack ? 'removed' : 'banned', says: line })
    tx.announce({ name: 'member.removed', community: member.community, account: member.account, turn })
  })
}

const modStays = ({ name }: Member): Refusal =>
  new Refusal('taken', 'member/is-mod', `${name} is a mod here. Take that back first.`)

/** From now on they may join again, as everybody may. */
export async function liftBan(ctx: Ctx, slug: string, id: number): Promise<Ban | undefined> {
  const community = await findCommunity(ctx.db, slug)
  return ctx.atomically({ communities: community.id }, async (tx) => {
    await mustMod(tx.db, community.id, tx.viewer)
    const ban = (await listBansOf(tx.db, community.id)).find((each) => each.id === id)
    if (!ban) return undefined
    await deleteBan(tx, id)
    const { account, penName } = ban
    const who = { community: community.id, account, penName }
    const turn = await insertMemberTurn(tx, { ...who, what: 'ban-lifted', says: '' })
    tx.announce({ name: 'ban.lifted', community: community.id, account, turn })
    return ban
  })
}

/** Every mod is as much a mod as every other, whoever founded the community. */
export const makeMod = (ctx: Ctx, slug: string, id: number): Promise<Member> =>
  onMember(ctx, slug, id, async (tx, member) => {
    if (member.role === 'mod') return
    await updateRole(tx, member.id, 'mod')
    await tellChange(tx, member, 'made-mod')
  })

/** Taken back by another mod, or laid down by oneself; the person stays a member. Refuses the last mod. */
export const unmakeMod = (ctx: Ctx, slug: string, id: number): Promise<Member> =>
  onMember(ctx, slug, id, async (tx, member) => {
    if (member.role !== 'mod') return
    await mustNotBeLastMod(tx, member, 'A community has at least one mod. Make somebody else a mod first.')
    await updateRole(tx, member.id, 'member')
    await tellChange(tx, member, 'unmade-mod')
  })

/** Where posting is for those whom the mods have approved. */
export const approveMember = (ctx: Ctx, slug: string, id: number, isApproved: boolean): Promise<Member> =>
  onMember(ctx, slug, id, async (tx, member) => {
    if (member.isApproved === isApproved) return
    await updateApproval(tx, member.id, isApproved)
    await tellChange(tx, member, isApproved ? 'approved' : 'unapproved')
  })

async function tellChange(tx: Tx, member: Member, what: MemberDeed): Promise<void> {
  const turn = await insertMemberTurn(tx, { ...member, what, says: '' })
  tx.announce({ name: 'member.changed', community: member.community, account: member.account, turn })
}

async function mustNotBeLastMod(tx: Tx, member: Membership, sentence: string): Promise<void> {
  const mods = await modsOf(tx.db, member.community)
  if (mods.some(({ id }) => id !== member.id) || member.role !== 'mod') return
  throw new Refusal('taken', 'member/last-mod', sentence)
}

/** Refuses everybody but mods; decided one after the other, so that two mods cannot take it from one another at once. */
async function onMember(
  ctx: Ctx,
  slug: string,
  id: number,
  deed: (tx: Tx, member: Member) => Promise<void>,
): Promise<Member> {
  const community = await findCommunity(ctx.db, slug)
  return ctx.atomically({ communities: community.id }, async (tx) => {
    await mustMod(tx.db, community.id, tx.viewer)
    const member = await findMember(tx.db, community.id, id)
    if (!member) throw isMissing('member')
    await deed(tx, member)
    return member
  })
}

/** For mods alone: one member with what can be done. */
export async function openMember(
  ctx: Pick<Ctx, 'db' | 'viewer'>,
  slug: string,
  id: number,
): Promise<{ community: Community; member: Member }> {
  const community = await findCommunity(ctx.db, slug)
  await mustMod(ctx.db, community.id, ctx.viewer)
  const member = await findMember(ctx.db, community.id, id)
  if (!member) throw isMissing('member')
  return { community, member }
}

export type MemberList = {
  readonly mods: readonly Member[]
  /** None for those who are not in: the names of members are for members. */
  readonly members: readonly Member[] | undefined
  /** Where the list goes on. */
  readonly next: number | undefined
  readonly isMod: boolean
  readonly myself: number | undefined
}

const PAGE = 100

export async function seeMembers(
  { db, viewer }: Pick<Ctx, 'db' | 'viewer'>,
  community: Community,
  asked: { readonly name: string; readonly from: number },
): Promise<MemberList> {
  const mine = await membershipOf(db, community.id, viewer)
  const isMod = await mayMod(db, community.id, viewer)
  const mods = await modsOf(db, community.id)
  if (!mine && !isMod) return { mods, members: undefined, next: undefined, isMod, myself: undefined }
  const wanted = { nameKey: nameKey(asked.name), from: asked.from, most: PAGE + 1 }
  const found = await listMembers(db, community.id, wanted)
  const next = found.length > PAGE ? asked.from + PAGE : undefined
  return { mods, members: found.slice(0, PAGE), next, isMod, myself: mine?.id }
}

/** What mods did lately, and who may not come back: for mods. */
export async function seeDeeds(
  { db, viewer }: Pick<Ctx, 'db' | 'viewer'>,
  community: Community,
): Promise<{ deeds: readonly MemberTurn[]; bans: readonly Ban[] }> {
  await mustMod(db, community.id, viewer)
  return { deeds: await listDeedsOfMods(db, community.id, 20), bans: await listBansOf(db, community.id) }
}
