// What a database says after its server was killed: who holds which day, that no place is held twice, that no job is lost.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { ProcessGround } from './process-ground.ts'
import { startServer } from './process.ts'

export type Standing = { readonly day: number | undefined; readonly turns: number }

/** By account. Somebody who holds two days at once is an error in itself here: nobody asks for that. */
export async function standingOf(ground: ProcessGround): Promise<Map<number, Standing>> {
  const claims = await ground.look((db) =>
    db
      .selectFrom('claims')
      .innerJoin('pen_names', 'pen_names.id', 'claims.pen_name_id')
      .innerJoin('claim_turns', 'claim_turns.claim_id', 'claims.id')
      .select(['claims.id', 'claims.day_id as day', 'claims.place', 'claims.state', 'pen_names.account_id as account'])
      .select((eb) => eb.fn.countAll<number>().as('turns'))
      .groupBy(['claims.id', 'claims.day_id', 'claims.place', 'claims.state', 'pen_names.account_id'])
      .execute(),
  )
  const all = await ground.look((db) => db.selectFrom('claims').select('id').execute())
  assert.equal(claims.length, all.length, 'every claim has a turn in its log')
  const found = new Map<number, { day: number | undefined; turns: number }>()
  for (const { account, day, place, state, turns } of claims) {
    assert.equal(place !== null, state === 'held')
    const standing = found.get(account ?? 0) ?? { day: undefined, turns: 0 }
    if (place !== null) assert.equal(standing.day, undefined, `account ${account} holds two days`)
    found.set(account ?? 0, { day: place === null ? standing.day : day, turns: standing.turns + turns })
  }
  return found
}

export async function assertNoPlaceTwice(ground: ProcessGround): Promise<void> {
  const held = await ground.look((db) =>
    db
      .selectFrom('claims')
      .innerJoin('days', 'days.id', 'claims.day_id')
      .select(['day_id as day', 'place', 'places'])
      .where('place', 'is not', null)
      .execute(),
  )
  assert.equal(new Set(held.map(({ day, place }) => `${day} ${place}`)).size, held.length)
  for (const { place, places } of held) assert.ok((place ?? 0) <= places)
}

const jobsOf = (ground: ProcessGround) =>
  ground.look((db) => db.selectFrom('jobs').select(['id', 'lease_until as leased', 'failed_at as failed']).execute())

/** The jobs go on: those that nobody had in hand at once, the others when their lease is over. */
export async function assertJobsDone(ground: ProcessGround): Promise<void> {
  await using _ = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  await untilLeft(ground, (jobs) => jobs.every(({ leased }) => leased !== null))
  // Two minutes pass.
  await ground.look((db) =>
    db.updateTable('jobs').set({ lease_until: null }).where('lease_until', 'is not', null).execute(),
  )
  await untilLeft(ground, (jobs) => jobs.length === 0)
  await assertToldOnce(ground)
}

async function untilLeft(
  ground: ProcessGround,
  isRight: (jobs: Awaited<ReturnType<typeof jobsOf>>) => boolean,
): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const jobs = await jobsOf(ground)
    assert.ok(jobs.every(({ failed }) => failed === null))
    if (isRight(jobs)) return
    assert.ok(tries < 300, `${jobs.length} jobs are left`)
    await pause(100)
  }
}

/** One change for each turn, at most one mail for each, and surely one for what happened last. */
async function assertToldOnce(ground: ProcessGround): Promise<void> {
  const { changes, turns, mails } = await ground.look(async (db) => ({
    changes: await db.selectFrom('changes').select('data').where('name', 'like', 'claim.%').execute(),
    turns: await db.selectFrom('claim_turns').select(['id', 'claim_id as claim']).orderBy('id').execute(),
    mails: await db.selectFrom('mails').select('once_key as key').execute(),
  }))
  const announced = changes.map(({ data }) => Number(JSON.parse(data).turn)).toSorted((one, other) => one - other)
  assert.deepEqual(
    announced,
    turns.map(({ id }) => id),
    'every turn was announced, once',
  )
  const keys = mails.map(({ key }) => key)
  assert.equal(new Set(keys).size, keys.length)
  const last = new Map(turns.map(({ claim, id }) => [claim, id]))
  for (const turn of last.values()) assert.ok(keys.includes(`claim turn ${turn}`), `nobody was told of turn ${turn}`)
}
