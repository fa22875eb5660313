// A round that is killed again and again: while people do things, while the clock moves on, and while a server starts and catches up.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { addMillis, type Instant, toInstant } from '#src/kit/instants.ts'
import { openClient } from './process-client.ts'
import { assertSound, fillGround, type ProcessGround } from './process-ground.ts'
import { seeded } from './process-kills.ts'
import { assertJobsGone } from './process-posting-standing.ts'
import { claimsOf, enter, makeRound, play, type Round, type Stage } from './process-round.ts'
import { assertNothingOwed, assertRoundStands, type Minutes } from './process-round-standing.ts'
import { run, startServer } from './process.ts'

const begins = toInstant('2026-11-01T10:00:00.000Z')
/** Every claim is over then: the last free day is the 13th, and its grace ends with the 14th. */
const ends = toInstant('2026-11-15T12:00:00.000Z')

type Life = {
  readonly ground: ProcessGround
  readonly round: Round
  readonly random: () => number
  readonly now: Instant
  readonly next: Instant
}

/** Returns how long the server took to start. */
async function liveAndDie({ ground, round, random, now, next }: Life): Promise<number> {
  ground.setClock(now)
  const claims = await claimsOf(ground)
  const began = performance.now()
  await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  const took = performance.now() - began
  await using client = openClient(server.address)
  const stage: Stage = { client, random, claims, answered: 0, isOver: false }
  const lives = [enter(stage, round), ...round.players.map((player) => play(stage, round, player))]
  await Promise.race([passing(stage, () => ground.setClock(next)), Promise.all(lives)])
  stage.isOver = true
  process.kill(server.pid, 'SIGKILL')
  await server.ended
  await Promise.all(lives)
  assert.doesNotMatch(server.err(), /"level":(50|60)/, 'no fault was logged')
  return took
}

/** Some things are done, midnights pass in the middle of others, and then it is over at no moment in particular. */
async function passing(stage: Stage, moveClock: () => void): Promise<void> {
  const untilAnswered = async (answers: number): Promise<void> => {
    while (stage.answered < answers) await pause(1)
  }
  await untilAnswered(1 + stage.random() * 40)
  moveClock()
  await untilAnswered(stage.answered + stage.random() * 30)
  await pause(stage.random() * 30)
}

/** Killed while it starts, when what the clock owes is done first of all. */
async function dieStarting({ ground, random, next }: Life, usual: number): Promise<void> {
  ground.setClock(next)
  const started = run(['start', '--data', ground.folder, '--port', '0', '--test'], ground.env)
  await pause(usual * (0.6 + random() * 0.6))
  started.child.kill('SIGKILL')
  await started.ended
  assert.doesNotMatch(started.err(), /"level":(50|60)/, 'no fault was logged')
}

/** The server that was started last is left alone until it has done all that was owed. */
async function untilCaughtUp(ground: ProcessGround): Promise<void> {
  await using _ = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  const owed = (): Promise<object[]> =>
    ground.look(async (db) => [
      ...(await db.selectFrom('claims').select('id').where('state', 'in', ['held', 'later']).execute()),
      ...(await db.selectFrom('works').select('id').where('goes_up_at', '<=', ends).execute()),
    ])
  for (let tries = 0; (await owed()).length > 0; tries += 1) {
    assert.ok(tries < 200, JSON.stringify(await owed()))
    await pause(100)
  }
}

export type RoundKills = {
  readonly kills: number
  readonly people: number
  readonly seed: number
  readonly kind?: 'sqlite' | 'postgres'
}

const clockTurns = (ground: ProcessGround): Promise<number> =>
  ground.look(
    async (db) => (await db.selectFrom('claim_turns').select('id').where('by_whom', '=', 'clock').execute()).length,
  )

/** Every second kill hits a start. Returns what there was at the end. */
export async function killARound({ kills, people, seed, kind }: RoundKills) {
  const random = seeded(seed)
  const { ground, made: round } = await fillGround(begins, (engine) => makeRound(engine, people), kind)
  await using _ = ground
  const minutes: Minutes = new Map()
  const step = (Date.parse(ends) - Date.parse(begins)) / Math.ceil(kills / 2)
  let usual = 0
  let caughtUpPartly = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const at = Math.floor(kill / 2)
    const life = { ground, round, random, now: addMillis(begins, at * step), next: addMillis(begins, (at + 1) * step) }
    const before = await clockTurns(ground)
    if (kill % 2 === 0) usual = await liveAndDie(life)
    else await dieStarting(life, usual)
    if (kill % 2 === 1 && (await clockTurns(ground)) > before) caughtUpPartly += 1
    await assertSound(ground)
    await assertRoundStands(ground, round, minutes, life.next)
  }
  ground.setClock(ends)
  await untilCaughtUp(ground)
  await assertJobsGone(ground)
  assertNothingOwed(await assertRoundStands(ground, round, minutes, ends), ends)
  const posted = round.players.reduce((sum, { book }) => sum + book.posted.length, 0)
  return { posted, entered: round.mod.entered.length, clock: await clockTurns(ground), caughtUpPartly }
}
