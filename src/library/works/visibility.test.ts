// Who may see a work and whose name it shows: the rule, and that its translation to SQL says the same of every work to everybody.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Ctx, Tx } from '#src/platform/context.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { type Beholder, maySee, type WorkFacts } from './visibility.ts'
import { namedTo, visibleTo } from './visible.store.ts'

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
  const named = seen.where((eb) => namedTo(eb, beholder))
  const names = new Set((await named.execute()).map(({ id }) => id))
  return new Map((await seen.execute()).map(({ id }) => [id, names.has(id) ? 'named' : 'hidden']))
}

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
    assert.deepEqual(
      [...bySql],
      byRule,
      `for ${JSON.stringify(beholder, (_, value) => (value instanceof Set ? [...value] : value))}`,
    )
  }
})
