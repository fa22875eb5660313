// A scripted round at a real server: members claim, give back and post, a mod enters somebody, each one thing after the other.
// Everybody keeps a book of what they were told; what was asked and not answered is asked again after the next start.
import assert from 'node:assert/strict'
import { claimDay } from '#src/fests/claims/claims.ts'
import { openSession } from '#src/people/accounts/sign-in.ts'
import { realRandom } from '#src/platform/clock.ts'
import type { Ground } from '#src/platform/context.ts'
import type { Engine } from '#src/platform/database/engine.ts'
import { makeLog } from '#src/platform/log.ts'
import { paths } from '#src/schema/paths.ts'
import { gathering, makeCrowd, type Member } from '../world/crowd.ts'
import { accountOf, inContext, madeAt } from '../world/tidewater.ts'
import type { Answer, Client } from './process-client.ts'
import type { ProcessGround } from './process-ground.ts'
import { openPaste, postingPath, send, type Sheet, storyOf, workIn } from './process-posting.ts'

export type Posted = {
  readonly claim: number
  readonly role: 'main' | 'stand-in'
  readonly sheet: Sheet
  readonly onceKey: string
  readonly story: string
  /** The work that the answer led to. */
  work: number | undefined
}

/** What somebody was told was done, and what they had asked for when the server was gone. */
export type Book = {
  readonly days: Set<number>
  readonly givenBack: Set<number>
  readonly posted: Posted[]
  readonly refused: string[]
  asked:
    | { readonly claim: number }
    | { readonly day: number }
    | { readonly givingBack: number }
    | { readonly posting: Posted }
    | undefined
}

export type Player = Member & { readonly book: Book }

export type Mod = {
  readonly token: string
  readonly entered: { readonly name: string; readonly day: number }[]
  asked: { readonly name: string; readonly day: number } | undefined
}

export type Round = { readonly players: readonly Player[]; readonly mod: Mod; readonly days: readonly number[] }

const emptyBook = (): Book => ({ days: new Set(), givenBack: new Set(), posted: [], refused: [], asked: undefined })

/** Everybody holds every second day to begin with. */
export async function makeRound(engine: Engine, people: number): Promise<Round> {
  const { members, days } = await makeCrowd(engine, { people, plan: { places: people + 20 } })
  const ground: Ground = {
    engine,
    clock: () => madeAt,
    random: realRandom,
    log: makeLog({ level: 'silent' }),
    reactionsTo: () => [],
    wake: () => {},
  }
  const players = members.map((member): Player => ({ ...member, book: emptyBook() }))
  for (const [number, { account, book }] of players.entries()) {
    for (const day of days.filter((_, at) => (at + number) % 2 === 0)) {
      const viewer = { kind: 'person', account, session: 0, isAdmin: false } as const
      await inContext(ground, viewer, (ctx) => claimDay(ctx, gathering, { day, zone: undefined }))
      book.days.add(day)
    }
  }
  const token = await inContext(ground, { kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', (tx) => openSession(tx, accountOf('mara'), 'a test')),
  )
  return { players, days, mod: { token, entered: [], asked: undefined } }
}

/** Their claims as they stand when a server starts. */
export type Claims = ReadonlyMap<number, readonly { readonly id: number; readonly state: string; main: string }[]>

export async function claimsOf(ground: ProcessGround): Promise<Claims> {
  const rows = await ground.look((db) =>
    db
      .selectFrom('claims')
      .innerJoin('pen_names', 'pen_names.id', 'claims.pen_name_id')
      .select(['claims.id', 'claims.state', 'claims.main_life as main', 'pen_names.account_id as account'])
      .orderBy('claims.id')
      .execute(),
  )
  return Map.groupBy(rows, ({ account }) => account ?? 0)
}

export type Stage = {
  readonly client: Client
  readonly random: () => number
  readonly claims: Claims
  answered: number
  isOver: boolean
}

const pick = <T>(stage: Stage, from: readonly T[]): T | undefined => from[Math.floor(stage.random() * from.length)]

const isDone = ({ status, body }: Answer): boolean => {
  assert.ok([303, 403, 409, 422].includes(status), `${status}: ${body.slice(0, 500)}`)
  return status === 303
}

/** Each goes on until the server is gone; what goes wrong before that is a failure. */
async function whileThere(stage: Stage, live: () => Promise<void>): Promise<void> {
  try {
    await live()
  } catch (error) {
    if (!stage.isOver) throw error
  }
}

export const play = (stage: Stage, round: Round, player: Player): Promise<void> =>
  whileThere(stage, async () => {
    await askAgain(stage, player)
    const mine = (stage.claims.get(player.account) ?? []).filter(({ state }) => state === 'held' || state === 'later')
    while (!stage.isOver) {
      await act(stage, round, player, mine)
      stage.answered += 1
    }
  })

async function askAgain(stage: Stage, player: Player): Promise<void> {
  const { asked } = player.book
  if (asked && 'day' in asked) await claim(stage, player, asked.day)
  if (asked && 'posting' in asked) await post(stage, player, asked.posting)
  // A day that was given back may not be given back twice; whether it was is for the database to say.
  player.book.asked = undefined
}

type Mine = { id: number; state: string; main: string }[]

async function act(stage: Stage, round: Round, player: Player, mine: Mine): Promise<void> {
  const { book } = player
  const chance = stage.random()
  const at = Math.floor(stage.random() * mine.length)
  const chosen = chance < 0.75 ? mine[at] : undefined
  if (!chosen) {
    const day = pick(
      stage,
      round.days.filter((each) => !book.days.has(each)),
    )
    if (day !== undefined) return claim(stage, player, day)
    return void (await stage.client.ask(paths.round(gathering.community, gathering.round), player.token))
  }
  if (chance < 0.1) {
    mine.splice(at, 1)
    return giveBack(stage, player, chosen.id)
  }
  const role = chosen.main === 'none' && chance < 0.5 ? 'main' : 'stand-in'
  if (role === 'main') chosen.main = 'asked'
  return post(stage, player, await prepare(stage, player, chosen.id, role))
}

async function claim(stage: Stage, { token, book }: Player, day: number): Promise<void> {
  book.asked = { day }
  const answer = await stage.client.post(
    paths.claims(gathering.community, gathering.round),
    { day: String(day) },
    token,
  )
  if (isDone(answer)) book.days.add(day)
  book.asked = undefined
}

async function giveBack(stage: Stage, { token, book }: Player, id: number): Promise<void> {
  book.asked = { givingBack: id }
  const answer = await stage.client.post(paths.claimGivingBack(gathering.community, gathering.round, id), {}, token)
  if (isDone(answer)) book.givenBack.add(id)
  book.asked = undefined
}

async function prepare(stage: Stage, player: Player, id: number, role: Posted['role']): Promise<Posted> {
  const { at, fields } = await openPaste(stage.client, postingPath({ claim: id }), player.token)
  const onceKey = `${player.account}/${fields['once']}`
  const story = storyOf(`${role} ${onceKey}`, role === 'main' ? 4_000 : 600)
  const said = { title: `A ${role} for ${id}`, text: story, textForm: 'plain', audience: 'everyone', role }
  const sheet = { at, fields: { ...fields, ...said } }
  return { claim: id, role, sheet, onceKey, story, work: undefined }
}

async function post(stage: Stage, { token, book }: Player, posting: Posted): Promise<void> {
  book.asked = { posting }
  const answer = await send(stage.client, posting.sheet, 'post', token)
  if (isDone(answer)) {
    posting.work = workIn(answer)
    book.posted.push(posting)
  } else book.refused.push(posting.onceKey)
  book.asked = undefined
}

/** A mod enters people who have no account. */
export const enter = (stage: Stage, { mod, days }: Round): Promise<void> =>
  whileThere(stage, async () => {
    while (!stage.isOver) {
      const day = pick(stage, days) ?? 0
      mod.asked ??= { name: `Letter writer ${Math.floor(stage.random() * 1e9)}`, day }
      const fields = { name: mod.asked.name, day: String(mod.asked.day), zone: '' }
      const path = paths.claimForAnother(gathering.community, gathering.round)
      if (isDone(await stage.client.post(path, fields, mod.token))) mod.entered.push(mod.asked)
      mod.asked = undefined
      stage.answered += 1
    }
  })
