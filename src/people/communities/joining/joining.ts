// Coming into a community: at once where it is open, by asking its mods, or with a link that one of them has sent.
import { addMillis, daysLong, type Instant } from '#src/kit/instants.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { lastingUntil, makeInvitation, spendLink } from '#src/people/accounts/links.ts'
import { listMyPenNames } from '#src/people/accounts/accounts.ts'
import type { Ctx, Reader, Tx } from '#src/platform/context.ts'
import { tokenHash } from '#src/platform/tokens.ts'
import { paths } from '#src/schema/paths.ts'
import { type Community, enrol, findCommunity, isMember, mustMod } from '../communities.ts'
import { insertMemberTurn, isBannedFrom } from '../members/member-turns.store.ts'
import {
  answerRequestRow,
  deleteRequest,
  findInvitation,
  findRequestById,
  findRequestOf,
  insertInvitation,
  type JoinRequest,
  keepRequest,
  listWaiting,
  markInvitationUsed,
  type Waiting,
} from './joining.store.ts'
import { wayInto } from './ways-in.ts'

export type { JoinRequest, Waiting } from './joining.store.ts'

/** Who was told no can ask again after this long. */
const PATIENCE = daysLong(14)

/** Joining twice is joining once. Refuses guests, those who may not come back, and where joining is not one button. */
export const joinCommunity = (ctx: Ctx, slug: string): Promise<Community> =>
  comingInto(ctx, slug, async (tx, community, account) => {
    if (community.joining !== 'open') throw notByItself(community)
    await letIn(tx, community.id, account)
  })

function notByItself(community: Community): Refusal {
  const { sentence, offers } = wayInto(community)
  return new Refusal('forbidden', `member/by-${community.joining}`, sentence, { offers })
}

export type Asking = {
  readonly says: string
  /** A path of ours on which they were, and where the answer leads them. */
  readonly cameFrom?: string | undefined
}

/** Asking twice is asking once; the newer line counts. Refuses for a while after a no. */
export const askToJoin = (ctx: Ctx, slug: string, { says, cameFrom }: Asking): Promise<Community> =>
  comingInto(ctx, slug, async (tx, community, account) => {
    if (community.joining !== 'approval') throw notByItself(community)
    const before = await findRequestOf(tx.db, community.id, account)
    const again = before && mayAskAgainAt(before)
    if (again !== undefined && tx.now() < again) throw tooSoon()
    await keepRequest(tx, community.id, account, { says, cameFrom: cameFrom ?? '' })
    if (before?.state === 'waiting') return
    const turn = await insertMemberTurn(tx, { ...(await nameOf(tx, community.id, account)), what: 'asked', says })
    tx.announce({ name: 'member.asked', community: community.id, account, turn })
  })

/** By whoever asked. What was answered stays answered; nobody is told, and they may ask again. */
export async function takeRequestBack(
  ctx: Ctx,
  slug: string,
): Promise<{ readonly community: Community; readonly wasWaiting: boolean }> {
  const { viewer } = ctx
  const community = await findCommunity(ctx.db, slug)
  if (viewer.kind !== 'person')
    throw new Refusal('forbidden', 'member/sign-in', 'Please sign in first, then you can take it back.')
  return ctx.atomically({ communities: community.id }, async (tx) => {
    const request = await findRequestOf(tx.db, community.id, viewer.account)
    const wasWaiting = request?.state === 'waiting'
    if (wasWaiting) await deleteRequest(tx, request.id)
    return { community, wasWaiting }
  })
}

/** Undefined where nobody has said no. */
export const mayAskAgainAt = ({ state, answeredAt }: JoinRequest): Instant | undefined =>
  state === 'declined' && answeredAt !== null ? addMillis(answeredAt, PATIENCE) : undefined

const tooSoon = (): Refusal =>
  new Refusal(
    'closed',
    'member/asked-lately',
    'The mods have answered no. After two weeks you can ask again; nothing needs to be explained.',
  )

/** A line to the person may go with the answer. Refuses everybody but mods. What was answered or taken back stays as it is. */
export async function answerRequest(
  ctx: Ctx,
  slug: string,
  id: number,
  said: { readonly isYes: boolean; readonly line: string },
): Promise<Waiting | undefined> {
  const community = await findCommunity(ctx.db, slug)
  return ctx.atomically({ communities: community.id }, async (tx) => {
    await mustMod(tx.db, community.id, tx.viewer)
    const request = await findRequestById(tx.db, community.id, id)
    if (request?.state !== 'waiting') return undefined
    const { account } = request
    const what = said.isYes ? 'accepted' : 'declined'
    const waiting = (await listWaiting(tx.db, community.id)).find((each) => each.id === id)
    await answerRequestRow(tx, id, { state: what, answer: said.line })
    if (said.isYes && !(await isMember(tx.db, community.id, account))) await admit(tx, community.id, account)
    const turn = await insertMemberTurn(tx, { ...(await nameOf(tx, community.id, account)), what, says: said.line })
    tx.announce({ name: 'member.answered', community: community.id, account, turn })
    return waiting
  })
}

/** The secret of a link with which one person comes in, and makes an account with if they have none. */
export async function inviteTo(ctx: Ctx, slug: string): Promise<{ community: Community; link: string }> {
  const community = await findCommunity(ctx.db, slug)
  await mustMod(ctx.db, community.id, ctx.viewer)
  const by = ctx.viewer.kind === 'person' ? ctx.viewer.account : null
  return ctx.atomically('nothing', async (tx) => {
    const link = await makeInvitation(tx, by)
    const expiresAt = lastingUntil(tx.now())
    await insertInvitation(tx, { community: community.id, hash: tokenHash(link), by, expiresAt })
    return { community, link }
  })
}

/** Opening it changes nothing. Refuses a link that has been used or is too old, and one for another community. */
export async function checkInvitation(
  ctx: { db: Reader; now: Ctx['now'] },
  community: Community,
  link: string,
): Promise<number> {
  const found = await findInvitation(ctx.db, community.id, tokenHash(link))
  if (!found || found.usedAt !== null || found.expiresAt <= ctx.now()) throw deadInvitation()
  return found.id
}

const deadInvitation = (): Refusal =>
  new Refusal(
    'forbidden',
    'invitation/dead',
    'This invitation has been used, or is older than seven days. Please ask whoever sent it for a new one.',
  )

export const joinByInvitation = (ctx: Ctx, slug: string, link: string): Promise<Community> =>
  comingInto(ctx, slug, async (tx, community, account) => {
    const id = await checkInvitation(tx, community, link)
    if (!(await markInvitationUsed(tx, id, account))) throw deadInvitation()
    // Nobody makes a second account with a link that has let somebody in.
    await spendLink(tx, link, account)
    await letIn(tx, community.id, account)
  })

/** The frame of every way in: signed in, not yet a member, not banned; under the lock under which mods decide. */
async function comingInto(
  ctx: Ctx,
  slug: string,
  deed: (tx: Tx, community: Community, account: number) => Promise<void>,
): Promise<Community> {
  const { viewer } = ctx
  const { id } = await findCommunity(ctx.db, slug)
  if (viewer.kind !== 'person')
    throw new Refusal('forbidden', 'member/sign-in', 'Please sign in first, then you can join.')
  return ctx.atomically({ communities: id }, async (tx) => {
    const community = await findCommunity(tx.db, slug)
    if (await isMember(tx.db, id, viewer.account)) return community
    if (await isBannedFrom(tx.db, id, viewer.account)) throw banned(community)
    await deed(tx, community, viewer.account)
    return community
  })
}

const banned = ({ name, slug }: Community): Refusal =>
  new Refusal('forbidden', 'member/banned', `The mods of ${name} have closed it to you. They can lift that.`, {
    offers: [{ label: 'Write to the mods', to: paths.newLetter(slug) }],
  })

/** Whoever had asked before has their answer by it. */
async function letIn(tx: Tx, community: number, account: number): Promise<void> {
  const request = await findRequestOf(tx.db, community, account)
  if (request?.state === 'waiting') await answerRequestRow(tx, request.id, { state: 'accepted', answer: '' })
  await admit(tx, community, account)
}

async function admit(tx: Tx, community: number, account: number): Promise<void> {
  const penName = await enrol(tx, { community, account, role: 'member' })
  await insertMemberTurn(tx, { community, account, penName, what: 'joined', says: '' })
  tx.announce({ name: 'member.joined', community, account })
}

async function nameOf(tx: Tx, community: number, account: number) {
  const [penName] = await listMyPenNames(tx.db, account)
  if (!penName) throw new Refusal('forbidden', 'member/no-name', 'An account without a name cannot join a community.')
  return { community, account, penName: penName.id }
}
