// A server that is killed in the middle of posting: what was answered is there whole, and a form sent again makes nothing twice.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engineKind } from '../support/database.ts'
import { openClient } from '../support/process-client.ts'
import { fillGround, type ProcessGround } from '../support/process-ground.ts'
import { makePosters, morningOf, type Poster, postingPath, readIn, send, storyOf } from '../support/process-posting.ts'
import { killWhilePosting } from '../support/process-posting-kills.ts'
import { worksOf } from '../support/process-posting-standing.ts'
import { startServer } from '../support/process.ts'

const kills = engineKind === 'sqlite' ? 8 : 3
const people = 12

test(`after ${kills} kills every answered piece and draft is there whole, and sending again makes none twice`, async (t) => {
  const { deeds, unanswered, doneUnanswered } = await killWhilePosting({ kills, people, seed: 20_261_122 })
  t.diagnostic(`${deeds} pieces and drafts; ${unanswered} had no answer at a kill, ${doneUnanswered} of them were done`)
  assert.equal(deeds, kills * people)
  assert.ok(unanswered > kills, `${unanswered} are too few to have been in the middle of anything`)
})

async function pressFiveTimes(act: 'post' | 'draft'): Promise<Awaited<ReturnType<typeof worksOf>>> {
  const { ground, made } = await fillGround(morningOf(0), (engine) => makePosters(engine, 1))
  await using _ = ground
  const [poster] = made
  assert.ok(poster)
  await press(ground, poster, act)
  return await worksOf(ground)
}

async function press(ground: ProcessGround, poster: Poster, act: 'post' | 'draft'): Promise<void> {
  await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  await using client = openClient(server.address)
  const at = postingPath({ claim: poster.claims[0] })
  const sheet = await readIn(client, at, poster.token, `Title: Lamps\n\n${storyOf(poster.name, 20_000)}`)
  const answers = await Promise.all(Array.from({ length: 5 }, () => send(client, sheet, act, poster.token)))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303, 303, 303],
  )
  assert.equal(new Set(answers.map(({ location }) => location)).size, 1, 'all lead to the same page')
  assert.doesNotMatch(server.err(), /"level":(50|60)/, 'no fault was logged')
}

test('a button pressed five times at once posts one piece, once', async () => {
  const works = await pressFiveTimes('post')
  assert.deepEqual(
    works.map(({ state, version, saves, handIns, claimState }) => [state, version, saves, handIns, claimState]),
    [['posted', 1, 1, 1, 'kept']],
  )
})

test('a draft kept five times at once is one draft', async () => {
  const works = await pressFiveTimes('draft')
  assert.deepEqual(
    works.map(({ state, version, saves, handIns, claimState }) => [state, version, saves, handIns, claimState]),
    [['draft', 1, 1, 0, 'held']],
  )
})
