// Old texts are cleaned for good from their source: once, without a save, and never over what somebody has saved meanwhile.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepDraft } from '#src/fests/posting/posting.ts'
import { mustEdit } from '#src/library/works/work-access.ts'
import { savesOf } from '#src/library/works/work-saves.ts'
import { reviseWork, type WorkSaid } from '#src/library/works/works.ts'
import { openTexts } from '#src/platform/text/texts.ts'
import { SANITISER_VERSION } from '#src/text/sanitiser-version.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { saidOf } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'
import { cleanOldTexts } from './cleaning-anew.ts'

const old = SANITISER_VERSION - 1
const source = '<p>One</p><p>oOo</p><p onclick="x()">two three</p><script>x()</script>'

const said = (leave: WorkSaid['text']['leave'] = []): WorkSaid => ({
  ...saidOf(),
  text: {
    source,
    form: 'html',
    leave,
    html: '<p onclick="x()">old</p>',
    excerpt: 'old',
    words: 99,
    sanitiserVersion: old,
  },
})

const keep = async (house: TestHouse, piece = said()): Promise<number> =>
  (
    await house.act('oriel', (ctx) =>
      keepDraft(ctx, where, {
        said: piece,
        work: undefined,
        claim: undefined,
        role: 'main',
        when: 'on-the-day',
        reservedName: undefined,
        onceKey: ctx.uid(),
        pressedAt: house.now(),
        zone: undefined,
      }),
    )
  ).work

const kept = (house: TestHouse, work: number) =>
  house.act({ kind: 'host' }, ({ db }) =>
    db
      .selectFrom('chapters')
      .innerJoin('works', 'works.id', 'chapters.work_id')
      .select(['html', 'sanitiser_version', 'excerpt', 'works.words', 'works.version', 'works.changed_at'])
      .where('work_id', '=', work)
      .executeTakeFirstOrThrow(),
  )

test('a text that an older sanitiser cleaned is cleaned from its source, and that is no save', async () => {
  await using house = await openHouse()
  const work = await keep(house)
  const { changed_at } = await kept(house, work)
  house.pass(3_600_000)
  await house.runJobs()
  assert.deepEqual(await kept(house, work), {
    html: '<p>One</p><hr><p>two three</p>',
    sanitiser_version: SANITISER_VERSION,
    excerpt: 'One two three',
    words: 3,
    version: 1,
    changed_at,
  })
  assert.equal((await house.act('oriel', (ctx) => savesOf(ctx, work))).length, 1)
})

test('what its writer wanted left is left', async () => {
  await using house = await openHouse()
  const work = await keep(house, said(['scene-breaks']))
  await house.runJobs()
  assert.equal((await kept(house, work)).html, '<p>One</p><p>oOo</p><p>two three</p>')
})

test('more than can be done at once are done in the end, and doing it again does nothing', async () => {
  await using house = await openHouse()
  const works = []
  for (let count = 0; count < 23; count += 1) works.push(await keep(house))
  const texts = openTexts({ readers: 1 })
  try {
    const clean = () => house.act({ kind: 'clock' }, (ctx) => cleanOldTexts(ctx, texts))
    const left = () =>
      house.act(
        { kind: 'host' },
        async ({ db }) =>
          (await db.selectFrom('chapters').select('id').where('sanitiser_version', '<', SANITISER_VERSION).execute())
            .length,
      )
    const before = await left()
    await clean()
    assert.equal(await left(), before - 20)
    await clean()
    assert.equal(await left(), 0)
    const done = await kept(house, works[0] ?? 0)
    await clean()
    assert.deepEqual(await kept(house, works[0] ?? 0), done)
  } finally {
    await texts.close()
  }
})

test('what somebody saves while it is being cleaned is theirs', async () => {
  await using house = await openHouse()
  const work = await keep(house)
  const real = openTexts({ readers: 1 })
  const newer = { ...said(), text: { ...said().text, html: '<p>newer</p>', sanitiserVersion: SANITISER_VERSION } }
  try {
    await house.act({ kind: 'clock' }, (ctx) =>
      cleanOldTexts(ctx, {
        ...real,
        async clean(pasted) {
          await house.act('oriel', (inner) =>
            inner.atomically('nothing', async (tx) => reviseWork(tx, await mustEdit(tx, work), newer)),
          )
          return real.clean(pasted)
        },
      }),
    )
  } finally {
    await real.close()
  }
  assert.equal((await kept(house, work)).html, '<p>newer</p>')
})

test('a source that is refused today leaves what was kept of it, cleaned', async () => {
  await using house = await openHouse()
  const deep = said()
  const work = await keep(house, { ...deep, text: { ...deep.text, source: '<div>'.repeat(5_000) } })
  await house.runJobs()
  const { html, words, sanitiser_version } = await kept(house, work)
  assert.deepEqual([html, words, sanitiser_version], ['<p>old</p>', 99, SANITISER_VERSION])
})
