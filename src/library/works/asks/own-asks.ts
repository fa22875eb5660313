// Asks as those see them whose they are: what was said of one's own work and what became of it, and what one is asked oneself.
import { NAMELESS } from '#src/kit/nameless.ts'
import type { Instant } from '#src/kit/instants.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { type OwnWork, openOwnWork } from '#src/library/works/chapters/own-chapters.ts'
import type { Beholder } from '#src/library/works/visibility.ts'
import { findFields } from '#src/library/works/work-saves.store.ts'
import { seeCards, type WorkCard } from '#src/library/works/works-seen.ts'
import { findName } from '#src/people/accounts/accounts.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import type { AskKind, AskState } from '#src/schema/library/works.ts'
import { type KeptAsk, listAsksFor, listAsksOf, listNamesOn } from './asks.store.ts'
import { mayKnow, mustBeAsked } from './asks.ts'
import { namesIn } from './thanked.ts'

type Looking = Pick<Ctx, 'db' | 'viewer'>

export type SaidOfWork = {
  readonly id: number
  readonly kind: AskKind
  readonly role: string
  /** A gift that was declined looks as if nobody had answered yet. */
  readonly state: AskState
  /** A name, or what another work is called. */
  readonly to: string
  readonly toWork: number | undefined
  readonly toUrl: string | undefined
  readonly askedAt: Instant
}

/** Somebody whom the header thanks, and who is a member here. */
export type Thanked = { readonly name: string; readonly role: string }

export type OwnPeople = OwnWork & {
  readonly names: readonly string[]
  readonly said: readonly SaidOfWork[]
  readonly thanked: readonly Thanked[]
  readonly recipients: readonly string[]
}

export async function openOwnPeople(looking: Looking, id: number): Promise<OwnPeople> {
  const { db, viewer } = looking
  const work = await openOwnWork(looking, id)
  const beholder = await beholderOf(db, viewer)
  const asks = await listAsksOf(db, id)
  const said = await Promise.all(asks.map((ask) => saidOf(db, beholder, ask)))
  const names = (await listNamesOn(db, id)).map(({ name }) => name)
  const taken = [...names, ...said.map(({ to }) => to)]
  const header = (await findFields(db, id))?.fields.header ?? {}
  const beta = (await membersIn(db, header.beta, taken)).map((name) => ({ name, role: 'beta' }))
  const thanks = (await membersIn(db, header.thanks, [...taken, ...beta.map(({ name }) => name)])).map((name) => ({
    name,
    role: 'thanks',
  }))
  const recipients = await membersIn(db, [header.recipient, header.dedication].filter(Boolean).join(', '), taken)
  return { ...work, names, said, thanked: [...beta, ...thanks], recipients }
}

async function saidOf(db: Reader, beholder: Beholder, ask: KeptAsk): Promise<SaidOfWork> {
  const [card] = ask.toWork === null ? [] : await seeCards(db, beholder, [ask.toWork])
  const isQuiet = ask.kind === 'gift' && ask.state === 'declined'
  return {
    id: ask.id,
    kind: ask.kind,
    role: ask.role,
    state: isQuiet ? 'open' : ask.state,
    // A work that has gone out of sight since is a work, and no more.
    to:
      ask.toWork === null
        ? ask.gone === null
          ? (ask.name ?? ask.toWords)
          : NAMELESS
        : (card?.title ?? 'a work that is not to be seen now'),
    toWork: card?.id,
    toUrl: ask.toUrl ?? undefined,
    askedAt: ask.askedAt,
  }
}

async function membersIn(db: Reader, text: string | undefined, taken: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const each of namesIn(text ?? '')) {
    const name = await findName(db, each)
    if (name?.account != null && !taken.includes(name.name) && !found.includes(name.name)) found.push(name.name)
  }
  return found
}

export type AskedOfMe = {
  readonly id: number
  readonly kind: AskKind
  readonly role: string
  readonly state: AskState
  readonly askedAt: Instant
  /** Under which of one's names one is asked. */
  readonly as: string | undefined
  /** One's own work that the other one came from. */
  readonly ownWork: string | undefined
  readonly title: string
  readonly work: number
  /** Undefined for a draft, that only its creators read. */
  readonly card: WorkCard | undefined
  /** Who asks; none where no name may be told. */
  readonly by: readonly string[]
}

/** Those that may be known, the newest first. */
export async function listAskedOf({ db, viewer }: Looking): Promise<AskedOfMe[]> {
  if (viewer.kind !== 'person') return []
  const beholder = await beholderOf(db, viewer)
  const found: AskedOfMe[] = []
  for (const ask of await listAsksFor(db, viewer.account)) {
    if (ask.state !== 'plain' && (await mayKnow(db, ask, beholder))) found.push(await askedOf(db, beholder, ask))
  }
  return found
}

export async function openAsked(looking: Looking, id: number): Promise<AskedOfMe> {
  const ask = await mustBeAsked(looking.db, looking, id)
  return askedOf(looking.db, await beholderOf(looking.db, looking.viewer), ask)
}

async function askedOf(db: Reader, beholder: Beholder, ask: KeptAsk): Promise<AskedOfMe> {
  const [card] = await seeCards(db, beholder, [ask.work])
  const [own] = ask.toWork === null ? [] : await seeCards(db, beholder, [ask.toWork])
  const names = await listNamesOn(db, ask.work)
  const common = {
    id: ask.id,
    kind: ask.kind,
    role: ask.role,
    state: ask.state,
    askedAt: ask.askedAt,
    as: ask.name ?? undefined,
    ownWork: own?.title,
    work: ask.work,
    title: card?.title ?? names[0]?.title ?? '',
    card,
  }
  // Whoever invites somebody to be named beside them says who they are; in all else the work keeps its name as it does for everybody.
  if (ask.kind === 'co-author') return { ...common, by: inviters(names, ask) }
  return { ...common, by: card?.byline.kind === 'named' ? card.byline.names : [] }
}

function inviters(names: Awaited<ReturnType<typeof listNamesOn>>, ask: KeptAsk): string[] {
  const others = names.filter(({ penName }) => penName !== ask.toPenName)
  const asker = others.filter(({ account }) => account !== null && account === ask.askedBy)
  return (asker.length > 0 ? asker : others).map(({ name }) => name)
}
