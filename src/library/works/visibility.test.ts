// Who may see a work and whose name it shows: the rule, and that its translation to SQL says the same of every work to everybody.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { openHouse } from '#tests/support/open-house.ts'
import {
  type Beholder,
  type ChapterFacts,
  maySee,
  maySeeChapter,
  maySeeInSeries,
  type WorkFacts,
} from './visibility.ts'
import { chapterVisibleTo, namedTo, visibleInSeries, visibleTo } from './visible.store.ts'

const open: WorkFacts = {
  state: 'posted',
  audience: 'everyone',
  community: 1,
  isUnrevealed: false,
  isAnonymous: false,
  isAdult: false,
  isHidden: false,
  isDeleted: false,
  creators: [3],
}

const nobody = new Set<number>()
const guest: Beholder = { account: undefined, memberOf: nobody, modOf: nobody }
const creator: Beholder = { account: 3, memberOf: new Set([1]), modOf: nobody }
const member: Beholder = { account: 4, memberOf: new Set([1]), modOf: nobody }
const mod: Beholder = { account: 1, memberOf: new Set([1]), modOf: new Set([1]) }
const stranger: Beholder = { account: 7, memberOf: nobody, modOf: nobody }

const sees = (change: Partial<WorkFacts>): string[] =>
  Object.entries({ guest, stranger, member, mod, creator })
    .filter(([, beholder]) => maySee({ ...open, ...change }, beholder).kind === 'seen')
    .map(([name]) => name)

test('what is posted for everyone is seen by everyone', () => {
  assert.deepEqual(sees({}), ['guest', 'stranger', 'member', 'mod', 'creator'])
})

test('a draft, a scheduled piece and one that was taken down are its creators’ own: not even mods read them', () => {
  for (const state of ['draft', 'scheduled', 'withdrawn'] as const) assert.deepEqual(sees({ state }), ['creator'])
})

test('what is members-only, unrevealed or hidden is seen by exactly those it is for', () => {
  assert.deepEqual(sees({ audience: 'members' }), ['member', 'mod', 'creator'])
  assert.deepEqual(sees({ audience: 'members', community: null }), ['stranger', 'member', 'mod', 'creator'])
  assert.deepEqual(sees({ isUnrevealed: true }), ['mod', 'creator'])
  assert.deepEqual(sees({ isHidden: true }), ['mod', 'creator'])
})

test('what is deleted is gone for everybody', () => {
  assert.deepEqual(sees({ isDeleted: true }), [])
})

test('an anonymous work shows its name to its creators and mods alone', () => {
  const named = [guest, stranger, member, mod, creator].map((beholder) =>
    maySee({ ...open, isAnonymous: true }, beholder),
  )
  assert.deepEqual(
    named.map((sight) => sight.kind === 'seen' && sight.byline),
    ['hidden', 'hidden', 'hidden', 'named', 'named'],
  )
})

const factsOf: fc.Arbitrary<WorkFacts> = fc.record({
  state: fc.constantFrom('draft', 'scheduled', 'posted', 'posted', 'posted', 'withdrawn'),
  audience: fc.constantFrom('everyone', 'members'),
  community: fc.constantFrom(null, 1, 2),
  isUnrevealed: fc.boolean(),
  isAnonymous: fc.boolean(),
  isAdult: fc.boolean(),
  isHidden: fc.boolean(),
  isDeleted: fc.boolean(),
  creators: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 2 }),
})

const communities = fc.uniqueArray(fc.constantFrom(1, 2), { maxLength: 2 }).map((ids) => new Set(ids))

const beholderOf: fc.Arbitrary<Beholder> = fc
  .record({
    account: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
    memberOf: communities,
    modOf: communities,
  })
  .map((beholder) => (beholder.account === undefined ? guest : beholder))

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)

async function keep(tx: Tx, facts: WorkFacts): Promise<number> {
  const now = tx.now()
  const row = {
    uid: tx.uid(),
    title: 'A',
    title_key: 'a',
    form: '',
    header: '{}',
    summary: '',
    preface: '',
    epigraph: '',
    epigraph_by: '',
    notes: '',
    timing: '',
    words: 0,
    version: 1,
    created_at: now,
    changed_at: now,
    state: facts.state,
    audience: facts.audience,
    community_id: facts.community,
    is_unrevealed: flag(facts.isUnrevealed),
    is_anonymous: flag(facts.isAnonymous),
    is_adult: flag(facts.isAdult),
    hidden_at: facts.isHidden ? now : null,
    deleted_at: facts.isDeleted ? now : null,
  }
  const { id } = await tx.db.insertInto('works').values(row).returning('id').executeTakeFirstOrThrow()
  for (const [position, account] of facts.creators.entries()) {
    await tx.db.insertInto('work_creators').values({ work_id: id, pen_name_id: account, position }).execute()
  }
  return id
}

async function seenInSql(ctx: Ctx, beholder: Beholder): Promise<Map<number, string>> {
  const seen = ctx.db
    .selectFrom('works')
    .select('id')
    .where((eb) => visibleTo(eb, beholder))
    .orderBy('works.id')
  const named = seen.where((eb) => namedTo(eb, beholder))
  const names = new Set((await named.execute()).map(({ id }) => id))
  return new Map((await seen.execute()).map(({ id }) => [id, names.has(id) ? 'named' : 'hidden']))
}

/** Every work has one of each kind. */
const chapterKinds: readonly ChapterFacts[] = (['draft', 'posted', 'withdrawn'] as const).flatMap((state) =>
  [false, true].map((isDeleted) => ({ state, isDeleted })),
)

async function keepChapters(tx: Tx, work: number): Promise<void> {
  const now = tx.now()
  for (const [position, { state, isDeleted }] of chapterKinds.entries()) {
    const row = {
      uid: tx.uid(),
      work_id: work,
      position,
      came_with_work: flag(position === 0),
      title: '',
      notes_before: '',
      notes_after: '',
      state,
      words: 0,
      version: 1,
      created_at: now,
      changed_at: now,
      deleted_at: isDeleted ? now : null,
      sanitiser_version: 1,
      source_form: 'html' as const,
      left_alone: '',
      excerpt: '',
      source: new Uint8Array(),
      html: '',
    }
    await tx.db.insertInto('chapters').values(row).execute()
  }
}

async function chaptersInSql({ db }: Ctx, beholder: Beholder): Promise<string[]> {
  const rows = await db
    .selectFrom('chapters')
    .innerJoin('works', 'works.id', 'chapters.work_id')
    .select(['works.id', 'chapters.position'])
    .where((eb) => chapterVisibleTo(eb, beholder))
    .orderBy('works.id')
    .orderBy('chapters.position')
    .execute()
  return rows.map(({ id, position }) => `${id}/${position}`)
}

/** All of them stand in one, under the name of the third. */
async function keepSeries(tx: Tx, works: readonly number[]): Promise<void> {
  const now = tx.now()
  const row = {
    uid: tx.uid(),
    pen_name_id: 3,
    title: 'S',
    title_key: 's',
    summary: '',
    created_at: now,
    changed_at: now,
  }
  const { id } = await tx.db.insertInto('series').values(row).returning('id').executeTakeFirstOrThrow()
  for (const [position, work] of works.entries())
    await tx.db.insertInto('series_works').values({ series_id: id, work_id: work, position }).execute()
}

async function inSeriesInSql({ db }: Ctx, beholder: Beholder): Promise<number[]> {
  const rows = await db
    .selectFrom('series_works')
    .innerJoin('series', 'series.id', 'series_works.series_id')
    .innerJoin('works', 'works.id', 'series_works.work_id')
    .select('works.id')
    .where((eb) => visibleInSeries(eb, beholder))
    .orderBy('series_works.position')
    .execute()
  return rows.map(({ id }) => id)
}

test('a series under a name shows no work that may not be known to bear it', () => {
  assert.ok(maySeeInSeries(open, guest, true))
  assert.ok(!maySeeInSeries(open, guest, false))
  assert.ok(!maySeeInSeries({ ...open, isAnonymous: true }, guest, true))
  assert.ok(!maySeeInSeries({ ...open, state: 'draft' }, creator, true))
})

test('a chapter that is no longer or not yet for readers is its creators’ own, whatever the work is', () => {
  for (const state of ['draft', 'withdrawn'] as const) {
    const seen = Object.entries({ guest, stranger, member, mod, creator }).filter(([, beholder]) =>
      maySeeChapter({ state, isDeleted: false }, open, beholder),
    )
    assert.deepEqual(
      seen.map(([name]) => name),
      ['creator'],
    )
  }
  assert.ok(!maySeeChapter({ state: 'posted', isDeleted: true }, open, creator))
  assert.ok(!maySeeChapter({ state: 'posted', isDeleted: false }, { ...open, state: 'draft' }, mod))
})

test('SQL says the same as the rule, of every work to everybody', async () => {
  await using house = await openHouse()
  const works = fc.sample(factsOf, { numRuns: 300, seed: 4026 })
  const beholders = [guest, creator, member, mod, stranger, ...fc.sample(beholderOf, { numRuns: 60, seed: 4026 })]
  const ids = await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async (tx) => {
      // A second community, so that being a member of one says nothing about the other.
      const row = {
        uid: tx.uid(),
        slug: 'other',
        name: 'Other',
        about: '',
        time_zone: 'UTC',
        founded_by: 1,
        created_at: tx.now(),
      }
      await tx.db.insertInto('communities').values(row).execute()
      const made: number[] = []
      for (const facts of works) made.push(await keep(tx, facts))
      for (const id of made) await keepChapters(tx, id)
      await keepSeries(tx, made)
      return made
    }),
  )
  // Whoever holds the key to a claim sees what was written for it as its creators do, and of the rest what guests see.
  const keyed = [1, 7].map((step) => ({ ...guest, keyTo: new Set(ids.filter((_, at) => at % step === 0)) }))
  for (const beholder of [...beholders, ...keyed]) {
    const bySql = await house.act({ kind: 'host' }, (ctx) => seenInSql(ctx, beholder))
    const byRule = works.flatMap((facts, at) => {
      const sight = maySee({ ...facts, id: ids[at] ?? 0 }, beholder)
      return sight.kind === 'seen' ? [[ids[at], sight.byline] as const] : []
    })
    const chapters = await house.act({ kind: 'host' }, (ctx) => chaptersInSql(ctx, beholder))
    const chaptersByRule = works.flatMap((facts, at) =>
      chapterKinds.flatMap((chapter, position) =>
        maySeeChapter(chapter, { ...facts, id: ids[at] ?? 0 }, beholder) ? [`${ids[at]}/${position}`] : [],
      ),
    )
    assert.deepEqual(chapters, chaptersByRule)
    const inSeries = await house.act({ kind: 'host' }, (ctx) => inSeriesInSql(ctx, beholder))
    const inSeriesByRule = ids.filter((_, at) => {
      const facts = works[at]
      return facts && maySeeInSeries({ ...facts, id: ids[at] ?? 0 }, beholder, facts.creators.includes(3))
    })
    assert.deepEqual(inSeries, inSeriesByRule)
    assert.deepEqual(
      [...bySql],
      byRule,
      `for ${JSON.stringify(beholder, (_, value) => (value instanceof Set ? [...value] : value))}`,
    )
  }
})
