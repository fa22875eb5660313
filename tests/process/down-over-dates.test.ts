// A server that is down when dates pass: on its return everything that was due is done, once, and with the date it should have had.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { paths } from '#src/schema/paths.ts'
import { gathering } from '../world/crowd.ts'
import { type Client, openClient } from '../support/process-client.ts'
import { fillGround, type ProcessGround } from '../support/process-ground.ts'
import { makePosters, openPaste, type Poster, postingPath, send, storyOf, workIn } from '../support/process-posting.ts'
import { assertJobsGone } from '../support/process-posting-standing.ts'
import { startServer } from '../support/process.ts'

const before = '2026-11-01T10:00:00.000Z'
const onTheDay = '2026-11-02T10:00:00.000Z'
const startOfSecond = '2026-11-03T00:00:00.000Z'
const graceOfFirst = '2026-11-04T00:00:00.000Z'
const roundOver = '2026-11-15T00:00:00.000Z'

type Scene = { readonly client: Client; readonly poster: Poster }

/** While it is up; then it is stopped, and the clock goes on without it. */
async function upAt<T>(
  ground: ProcessGround,
  at: string,
  poster: Poster,
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  ground.setClock(at)
  await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  await using client = openClient(server.address)
  const result = await work({ client, poster })
  await server.stop()
  assert.doesNotMatch(server.err(), /"level":(50|60)/, 'no fault was logged')
  return result
}

/** Which claim is told by its place in the calendar. */
async function post({ client, poster }: Scene, at: number, role: 'main' | 'stand-in'): Promise<number> {
  const sheet = await openPaste(client, postingPath({ claim: poster.claims[at] }), poster.token)
  const said = { title: `A ${role}`, text: storyOf(role, 500), textForm: 'plain', audience: 'everyone', role }
  const answer = await send(client, { at: sheet.at, fields: { ...sheet.fields, ...said } }, 'post', poster.token)
  assert.equal(answer.status, 303, answer.body.slice(0, 500))
  return workIn(answer)
}

async function giveBack({ client, poster }: Scene, at: number): Promise<void> {
  const path = paths.claimGivingBack(gathering.community, gathering.round, poster.claims[at] ?? 0)
  assert.equal((await client.post(path, {}, poster.token)).status, 303)
}

/** By the clock, each claim named by its place in the calendar. */
async function clockTurns(ground: ProcessGround, poster: Poster): Promise<string[]> {
  const turns = await ground.look((db) =>
    db.selectFrom('claim_turns').selectAll().where('by_whom', '=', 'clock').orderBy('id').execute(),
  )
  return turns.map(
    ({ claim_id: claim, event, row_number: row, to_state: to, counts_at: at }) =>
      `${poster.claims.indexOf(claim)}: ${event}, row ${row}, ${to} at ${at}`,
  )
}

const worksOf = (ground: ProcessGround) =>
  ground.look((db) =>
    db
      .selectFrom('works')
      .select(['id', 'state', 'posted_at as postedAt', 'revealed_at as revealedAt'])
      .orderBy('id')
      .execute(),
  )

/** Back again after `at`, until it has done as many turns as are owed, and for two more rounds of sweeps. */
async function returnAt(ground: ProcessGround, at: string, poster: Poster, turns: number): Promise<void> {
  await upAt(ground, at, poster, async () => {
    for (let tries = 0; (await clockTurns(ground, poster)).length < turns; tries += 1) {
      assert.ok(tries < 150, (await clockTurns(ground, poster)).join('\n'))
      await pause(100)
    }
  })
  // Started once more it finds nothing left to do.
  await assertJobsGone(ground)
}

const mailsOf = (ground: ProcessGround) =>
  ground.look((db) => db.selectFrom('mails').select('once_key as key').orderBy('id').execute())

/** Feeds, mails and pages follow what was announced: each turn and each piece that went up, once. */
async function assertAnnouncedOnce(ground: ProcessGround): Promise<void> {
  const { changes, turns, works } = await ground.look(async (db) => ({
    changes: await db.selectFrom('changes').select(['name', 'data']).execute(),
    turns: await db.selectFrom('claim_turns').select('id').orderBy('id').execute(),
    works: await db.selectFrom('works').select('id').where('state', '=', 'posted').orderBy('id').execute(),
  }))
  const idsIn = (pattern: RegExp, field: string): number[] =>
    changes
      .flatMap(({ name, data }) => (pattern.test(name) ? [Number(JSON.parse(data)[field])] : []))
      .toSorted((one, other) => one - other)
  const ids = (rows: readonly { readonly id: number }[]): number[] => rows.map(({ id }) => id)
  assert.deepEqual(idsIn(/^claim\./, 'turn'), ids(turns))
  assert.deepEqual(idsIn(/^work\.posted$/, 'work'), ids(works))
}

async function inRound(work: (ground: ProcessGround, poster: Poster) => Promise<void>): Promise<void> {
  const { ground, made } = await fillGround(before, (engine) => makePosters(engine, 1))
  await using _ = ground
  const [poster] = made
  assert.ok(poster)
  await work(ground, poster)
}

test('grace that passed while the server was down: the claim is expected later from the minute that was promised', async () => {
  await inRound(async (ground, poster) => {
    const standIn = await upAt(ground, onTheDay, poster, async (scene) => {
      const work = await post(scene, 0, 'stand-in')
      await giveBack(scene, 9)
      return work
    })
    // Seven hours after the end of grace.
    await returnAt(ground, '2026-11-04T07:00:00.000Z', poster, 1)
    assert.deepEqual(await clockTurns(ground, poster), [`0: grace-passes, row 15, later at ${graceOfFirst}`])
    assert.deepEqual(
      (await worksOf(ground)).map(({ id, state }) => [id, state]),
      [[standIn, 'posted']],
    )
    await assertAnnouncedOnce(ground)
    const told = await ground.look((db) =>
      db
        .selectFrom('claim_turns')
        .select('id')
        .where('event', 'in', ['give-back', 'grace-passes'])
        .orderBy('id')
        .execute(),
    )
    assert.deepEqual(
      await mailsOf(ground),
      told.map(({ id }) => ({ key: `claim turn ${id}` })),
      'who gave a day back just before is written to, and whose grace passed, each once',
    )
  })
})

test('a piece whose minute passed while the server was down goes up with that minute, and its claim is kept from then', async () => {
  await inRound(async (ground, poster) => {
    const works = await upAt(ground, before, poster, async (scene) => [
      await post(scene, 1, 'stand-in'),
      await post(scene, 1, 'main'),
      await post(scene, 9, 'main'),
    ])
    // A day and a half after the second day began, and after the grace of the first.
    await returnAt(ground, '2026-11-04T12:00:00.000Z', poster, 2)
    assert.deepEqual((await clockTurns(ground, poster)).toSorted(), [
      `0: grace-passes, row 15, later at ${graceOfFirst}`,
      `1: goes-live, row 11, kept at ${startOfSecond}`,
    ])
    const [standIn, main, later] = works
    assert.deepEqual(
      (await worksOf(ground)).map((work) => ({ ...work })),
      [
        { id: standIn, state: 'posted', postedAt: startOfSecond, revealedAt: startOfSecond },
        { id: main, state: 'posted', postedAt: startOfSecond, revealedAt: startOfSecond },
        { id: later, state: 'scheduled', postedAt: null, revealedAt: null },
      ],
    )
    await assertAnnouncedOnce(ground)
  })
})

test('a piece scheduled for its day is on time, however many days after grace the server returns', async () => {
  await inRound(async (ground, poster) => {
    await upAt(ground, before, poster, (scene) => post(scene, 0, 'main'))
    await returnAt(ground, '2026-11-09T12:00:00.000Z', poster, 6)
    const turns = await clockTurns(ground, poster)
    assert.deepEqual(
      turns.filter((turn) => turn.startsWith('0:')),
      ['0: goes-live, row 11, kept at 2026-11-02T00:00:00.000Z'],
    )
    assert.equal(turns.length, 6)
  })
})

test('a server that is down from the first day until the round is over does all of it on its return, in order and once', async () => {
  await inRound(async (ground, poster) => {
    await upAt(ground, before, poster, (scene) => post(scene, 3, 'main'))
    const days = poster.claims.length
    // Each but one passes its grace and is closed; that one goes live.
    await returnAt(ground, '2026-11-20T08:00:00.000Z', poster, (days - 1) * 2 + 1)
    const turns = await clockTurns(ground, poster)
    assert.deepEqual(
      turns.toSorted(),
      poster.claims
        .flatMap((_, at) => {
          const day = (plus: number): string => `2026-11-${String(2 + at + plus).padStart(2, '0')}T00:00:00.000Z`
          if (at === 3) return [`3: goes-live, row 11, kept at ${day(0)}`]
          return [
            `${at}: grace-passes, row 15, later at ${day(2)}`,
            `${at}: round-ends, row 22, closed at ${roundOver}`,
          ]
        })
        .toSorted(),
    )
    await assertAnnouncedOnce(ground)
  })
})
