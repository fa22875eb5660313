// A server that is killed again and again while many people claim, move and give back; and what must hold after each kill.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { paths } from '#src/schema/paths.ts'
import { type Crowd, gathering, makeCrowd, type Member } from '../world/crowd.ts'
import { madeAt } from '../world/tidewater.ts'
import { type Client, openClient } from './process-client.ts'
import { assertSound, fillGround, type ProcessGround } from './process-ground.ts'
import { startServer } from './process.ts'
import { assertJobsDone, assertNoPlaceTwice, standingOf } from './process-standing.ts'

/** Numbers that follow from a seed, from 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What somebody has been promised by answers: the day they hold, and how many turns there have been. */
type Promised = { day: number | undefined; turns: number }

type Person = Member & {
  readonly promised: Promised
  /** What would hold if the deed that was asked for and not answered was done. */
  asked: Promised | undefined
  claimPath: string | undefined
}

type Scene = {
  readonly client: Client
  readonly crowd: Crowd
  readonly random: () => number
  answered: number
  isOver: boolean
}

const claims = paths.claims(gathering.community, gathering.round)
const round = paths.round(gathering.community, gathering.round)

/** One deed of one person; a person does one thing after the other. */
async function act(scene: Scene, person: Person): Promise<void> {
  const { client, crowd, random } = scene
  const day = crowd.days[Math.floor(random() * crowd.days.length)]
  const { promised } = person
  if (promised.day === undefined) return ask(person, day, () => client.post(claims, { day: String(day) }, person.token))
  const path = (person.claimPath ??= await findClaimPath(client, person))
  if (random() < 0.3) return ask(person, undefined, () => client.post(`${path}/giving-back`, {}, person.token))
  if (day === promised.day) return
  return ask(person, day, () => client.post(`${path}/day`, { day: String(day) }, person.token))
}

async function ask(person: Person, day: number | undefined, send: () => ReturnType<Client['post']>): Promise<void> {
  const { promised } = person
  person.asked = { day, turns: promised.turns + 1 }
  const { status, body } = await send()
  if (status === 303) {
    if (promised.day === undefined || day === undefined) person.claimPath = undefined
    Object.assign(promised, person.asked)
  } else assert.ok(status === 409 || status === 422, `${status}: ${body.slice(0, 300)}`)
  person.asked = undefined
}

/** The page of a round leads everybody to their own claim. */
async function findClaimPath(client: Client, person: Person): Promise<string> {
  const { body } = await client.ask(round, person.token)
  return new RegExp(`"(${claims}/\\d+)"`).exec(body)?.[1] ?? assert.fail(`no way to the claim of ${person.name}`)
}

/** Each goes on until the server is gone; what goes wrong before that is a failure. */
async function liveOn(scene: Scene, person: Person): Promise<void> {
  try {
    while (!scene.isOver) {
      await act(scene, person)
      scene.answered += 1
    }
  } catch (error) {
    if (!scene.isOver) throw error
  }
}

/** Every answer that was given is true, and what was not answered was done as a whole or not at all. */
async function assertPromisesKept(ground: ProcessGround, people: readonly Person[]): Promise<void> {
  const standing = await standingOf(ground)
  for (const person of people) {
    const found = standing.get(person.account) ?? { day: undefined, turns: 0 }
    const expected = [person.promised, ...(person.asked ? [person.asked] : [])]
    const isTrue = expected.some(({ day, turns }) => day === found.day && turns === found.turns)
    assert.ok(isTrue, `${person.name} was promised ${JSON.stringify(expected)} and has ${JSON.stringify(found)}`)
    Object.assign(person.promised, { day: undefined }, found)
    person.asked = undefined
    person.claimPath = undefined
  }
}

/** Counted in answers, so that a slow machine is in the middle of things too; and then at no moment in particular. */
async function untilAnswered(scene: Scene, answers: number): Promise<void> {
  while (scene.answered < answers) await pause(1)
  await pause(scene.random() * 20)
}

async function liveAndDie(ground: ProcessGround, crowd: Crowd, people: readonly Person[], random: () => number) {
  await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  await using client = openClient(server.address)
  const scene: Scene = { client, crowd, random, answered: 0, isOver: false }
  const lives = people.map((person) => liveOn(scene, person))
  await Promise.race([untilAnswered(scene, 1 + random() * 100), ...lives])
  scene.isOver = true
  process.kill(server.pid, 'SIGKILL')
  await server.ended
  await Promise.all(lives)
  assert.doesNotMatch(server.err(), /"level":(50|60)/, 'no fault was logged')
}

export type Kills = { readonly kills: number; readonly seed: number; readonly kind?: 'sqlite' | 'postgres' }

/** Returns how many turns were taken in all. */
export async function killAgainAndAgain({ kills, seed, kind }: Kills): Promise<number> {
  const random = seeded(seed)
  const { ground, made } = await fillGround(
    madeAt,
    (engine) => makeCrowd(engine, { people: 60, plan: { places: 5 } }),
    kind,
  )
  await using _ = ground
  const people = made.members.map((member): Person => ({
    ...member,
    promised: { day: undefined, turns: 0 },
    asked: undefined,
    claimPath: undefined,
  }))
  for (let kill = 0; kill < kills; kill += 1) {
    await liveAndDie(ground, made, people, random)
    await assertSound(ground)
    await assertPromisesKept(ground, people)
    await assertNoPlaceTwice(ground)
  }
  await assertJobsDone(ground)
  return people.reduce((sum, { promised }) => sum + promised.turns, 0)
}
