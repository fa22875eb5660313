// Everybody at once, over real connections: a day has as many holders as places, and nobody is told less than why.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from '#src/schema/paths.ts'
import { type Crowd, gathering, makeCrowd } from '../world/crowd.ts'
import { madeAt } from '../world/tidewater.ts'
import { load } from '../support/html.ts'
import { type Answer, type Client, openClient } from '../support/process-client.ts'
import { fillGround, type ProcessGround } from '../support/process-ground.ts'
import { startServer } from '../support/process.ts'

const claims = paths.claims(gathering.community, gathering.round)

type Rush = { readonly ground: ProcessGround; readonly crowd: Crowd; readonly client: Client }

async function inARush(people: number, places: number, work: (rush: Rush) => Promise<void>): Promise<void> {
  const { ground, made } = await fillGround(madeAt, (engine) => makeCrowd(engine, { people, plan: { places } }))
  await using _ = ground
  await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  await using client = openClient(server.address)
  await work({ ground, crowd: made, client })
  assert.doesNotMatch(server.err(), /"level":(50|60)/, 'no fault was logged')
}

const holdersOf = (ground: ProcessGround, day: number | undefined) =>
  ground.look((db) =>
    db
      .selectFrom('claims')
      .select(['place', 'pen_name_id as who'])
      .where('day_id', '=', day ?? 0)
      .where('place', 'is not', null)
      .orderBy('place')
      .execute(),
  )

const tally = (answers: readonly Answer[]): Record<number, number> => {
  const found: Record<number, number> = {}
  for (const { status } of answers) found[status] = (found[status] ?? 0) + 1
  return found
}

test('of 200 people who want one of 20 places at once, 20 have one and 180 are told which days are open', async (t) => {
  await inARush(200, 20, async ({ ground, crowd, client }) => {
    const [, , , , day] = crowd.days
    const began = performance.now()
    const answers = await Promise.all(
      crowd.members.map(({ token }) => client.post(claims, { day: String(day) }, token)),
    )
    t.diagnostic(`200 claims in ${Math.round(performance.now() - began)} ms`)
    const taken = answers.filter(({ status }) => status === 303)
    assert.equal(taken.length, 20, JSON.stringify(tally(answers)))
    for (const { location } of taken) assert.equal(location, paths.round(gathering.community, gathering.round))
    for (const { status, body } of answers.filter((answer) => answer.status !== 303)) {
      assert.ok(status === 409 || status === 422, `${status}`)
      assert.match(
        load(body).text,
        /20 people have taken Friday 6 November\. Wednesday 4 November, Thursday 5 November and Saturday 7 November are open\./,
      )
    }
    const holders = await holdersOf(ground, day)
    assert.deepEqual(
      holders.map(({ place }) => place),
      Array.from({ length: 20 }, (_, at) => at + 1),
    )
    assert.equal(new Set(holders.map(({ who }) => who)).size, 20)
  })
})

test('the last place of a day goes to one of 20 people who all click five times', async () => {
  await inARush(21, 1, async ({ ground, crowd, client }) => {
    const [day] = crowd.days
    const clicks = crowd.members.slice(0, 20).flatMap(({ token }) => Array.from({ length: 5 }, () => token))
    const answers = await Promise.all(clicks.map((token) => client.post(claims, { day: String(day) }, token)))
    const lucky = new Set(clicks.filter((_, at) => answers[at]?.status === 303))
    assert.equal(lucky.size, 1, 'one person has it')
    assert.equal(answers.filter(({ status }) => status === 303).length, 5, 'having it already is having it')
    assert.equal((await holdersOf(ground, day)).length, 1)
    const turns = await ground.look((db) => db.selectFrom('claim_turns').select('id').execute())
    assert.equal(turns.length, 1)
  })
})

test('one who clicks five times has one claim, one entry in its log and one mail', async () => {
  await inARush(1, 20, async ({ ground, crowd, client }) => {
    const [member] = crowd.members
    const again = Array.from({ length: 5 }, () => client.post(claims, { day: String(crowd.days[0]) }, member?.token))
    for (const { status } of await Promise.all(again)) assert.equal(status, 303)
    const counts = await ground.look(async (db) => [
      (await db.selectFrom('claims').select('id').execute()).length,
      (await db.selectFrom('claim_turns').select('id').execute()).length,
    ])
    assert.deepEqual(counts, [1, 1])
    for (let tries = 0; tries < 50; tries += 1) {
      const left = await ground.look((db) => db.selectFrom('jobs').select('id').execute())
      if (left.length === 0) break
    }
    assert.equal((await ground.look((db) => db.selectFrom('mails').select('id').execute())).length, 1)
  })
})
