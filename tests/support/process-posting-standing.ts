// What a database says of pieces after its server was killed: every work once and whole, every claim as its piece says.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { unpack } from '#src/platform/text/pack.ts'
import type { ProcessGround } from './process-ground.ts'
import type { Deed } from './process-posting-kills.ts'
import { startServer } from './process.ts'

export type Kept = Awaited<ReturnType<typeof worksOf>>[number]

/** With everything that makes a work whole; a part that is missing is null. */
export function worksOf(ground: ProcessGround) {
  return ground.look(async (db) => {
    const rows = await db
      .selectFrom('works')
      .leftJoin('chapters', 'chapters.work_id', 'works.id')
      .leftJoin('pieces', 'pieces.work_id', 'works.id')
      .leftJoin('claims', 'claims.id', 'pieces.claim_id')
      .select(['works.id', 'works.once_key as onceKey', 'works.state', 'works.version', 'works.words'])
      .select(['chapters.source', 'chapters.html', 'pieces.claim_id as claim', 'pieces.handed_in_at as handedInAt'])
      .select(['pieces.role', 'pieces.day_id as day', 'claims.state as claimState', 'claims.main_life as mainLife'])
      .select((eb) =>
        eb
          .selectFrom('work_revisions')
          .whereRef('work_revisions.work_id', '=', 'works.id')
          .select((inner) => inner.fn.countAll<number>().as('many'))
          .as('saves'),
      )
      .select((eb) =>
        eb
          .selectFrom('claim_turns')
          .whereRef('claim_turns.claim_id', '=', 'pieces.claim_id')
          .where('event', '=', 'hand-in')
          .select((inner) => inner.fn.countAll<number>().as('many'))
          .as('handIns'),
      )
      .orderBy('works.id')
      .execute()
    return rows.map(({ source, saves, handIns, ...row }) => ({
      ...row,
      source: source === null ? undefined : unpack(source),
      saves: Number(saves),
      handIns: Number(handIns),
    }))
  })
}

const byKey = (works: readonly Kept[]): Map<string | null, Kept> => {
  const found = new Map(works.map((work) => [work.onceKey, work]))
  assert.equal(found.size, works.length, 'one row for each key: no piece is there twice')
  return found
}

/** Nothing of a work is there alone: text, saves, place in the round and the turn of its claim came with it or not at all. */
function assertWholeWork(work: Kept, deed: Deed): void {
  const about = `${deed.poster.name}, ${deed.way}, work ${work.id}`
  assert.equal(work.source, deed.story, `${about}: the text as it was typed`)
  assert.equal(work.html?.match(/<p>/g)?.length, deed.story.split('\n\n').length, `${about}: the text as it is read`)
  assert.equal(work.saves, work.version, `${about}: a save for each version`)
  assert.equal(work.claim, deed.claim, `${about}: its place in the round`)
  const isUp = work.state === 'posted'
  assert.equal(work.handedInAt !== null, isUp, about)
  assert.equal(work.day !== null, isUp, about)
  assert.equal(work.claimState === 'kept', isUp, `${about}: the claim is ${work.claimState}`)
  assert.equal(work.mainLife, isUp ? 'up' : 'none', about)
  assert.equal(work.handIns, isUp ? 1 : 0, about)
}

/** After a kill: what was answered is there, what was not is there as a whole or not at all. */
export async function assertNothingLost(ground: ProcessGround, deeds: readonly Deed[]) {
  const works = byKey(await worksOf(ground))
  const counts = { unanswered: 0, doneUnanswered: 0 }
  for (const deed of deeds) {
    const { told, way, onceKey } = deed
    const work = works.get(onceKey)
    if (work) assertWholeWork(work, deed)
    if (told.draft !== undefined) assert.equal(work?.id, told.draft, 'a draft that was answered is there')
    if (told.posted !== undefined) assert.deepEqual([work?.id, work?.state], [told.posted, 'posted'])
    if ((way === 'draft' ? told.draft : told.posted) !== undefined) continue
    counts.unanswered += 1
    if (work?.state === (way === 'draft' ? 'draft' : 'posted')) counts.doneUnanswered += 1
  }
  return counts
}

/** After everybody has sent everything again: every deed is one work, as far on as it was meant to be. */
export async function assertWhole(ground: ProcessGround, deeds: readonly Deed[]): Promise<void> {
  const works = byKey(await worksOf(ground))
  assert.equal(works.size, deeds.length, 'one work for each once key, and no other')
  for (const deed of deeds) {
    const work = works.get(deed.onceKey) ?? assert.fail(`nothing of ${deed.poster.name}`)
    assertWholeWork(work, deed)
    assert.equal(work.state, deed.way === 'draft' ? 'draft' : 'posted')
    if (deed.way !== 'both') assert.equal(work.version, 1, 'a form sent again is no new save')
  }
}

/** Each turn of a claim was announced once, and nobody but these people has anything. */
export async function assertNothingBeyond(ground: ProcessGround, deeds: readonly Deed[]): Promise<void> {
  const { turns, told, pieces, kept } = await ground.look(async (db) => ({
    turns: await db.selectFrom('claim_turns').select('id').where('event', '=', 'hand-in').execute(),
    told: await db.selectFrom('changes').select('data').where('name', 'like', 'claim.%').execute(),
    pieces: await db.selectFrom('pieces').select('work_id').execute(),
    kept: await db.selectFrom('claims').select('id').where('state', '=', 'kept').execute(),
  }))
  const announced = told.map(({ data }) => Number(JSON.parse(data).turn))
  for (const { id } of turns) assert.equal(announced.filter((turn) => turn === id).length, 1)
  const up = deeds.filter(({ way }) => way !== 'draft').length
  assert.deepEqual([pieces.length, kept.length, turns.length], [deeds.length, up, up])
}

/** The jobs go on, those in hand at a kill once their lease is over; none has failed for good. */
export async function assertJobsGone(ground: ProcessGround): Promise<void> {
  await using _ = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  for (let tries = 0; ; tries += 1) {
    await ground.look((db) => db.updateTable('jobs').set({ lease_until: null }).execute())
    const jobs = await ground.look((db) => db.selectFrom('jobs').select('failed_at as failed').execute())
    assert.ok(
      jobs.every(({ failed }) => failed === null),
      'no job failed',
    )
    if (jobs.length === 0) return
    assert.ok(tries < 200, `${jobs.length} jobs are left`)
    await pause(150)
  }
}
