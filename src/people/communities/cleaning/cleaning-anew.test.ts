// Rules and announcements that an older sanitiser cleaned are cleaned for good; what is newer stays.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeAnnouncement } from '#src/people/communities/announcements/announcements.ts'
import { SANITISER_VERSION } from '#src/text/sanitiser-version.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'

const older = SANITISER_VERSION - 1
const source = 'Be *kind*. <script>x()</script>'
const bad = '<p onclick="x()">old</p>'

const age = (house: TestHouse) =>
  house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      await db
        .updateTable('communities')
        .set({ rules: source, rules_html: bad, rules_version: older })
        .where('id', '=', 1)
        .execute()
      await db
        .updateTable('announcements')
        .set({ source, source_form: 'markdown', html: bad, excerpt: 'old', sanitiser_version: older })
        .where('id', '=', 1)
        .execute()
    }),
  )

const kept = (house: TestHouse) =>
  house.act({ kind: 'host' }, async ({ db }) => ({
    rules: await db
      .selectFrom('communities')
      .select(['rules_html as html', 'rules_version as version'])
      .where('id', '=', 1)
      .executeTakeFirst(),
    announcement: await db
      .selectFrom('announcements')
      .select(['html', 'excerpt', 'sanitiser_version as version', 'edited_at as editedAt'])
      .where('id', '=', 1)
      .executeTakeFirst(),
  }))

test('what an older sanitiser cleaned is cleaned from its source, and nobody has edited it', async () => {
  await using house = await openHouse()
  const text = {
    title: 'News',
    source,
    sourceForm: 'markdown' as const,
    html: bad,
    excerpt: 'old',
    sanitiserVersion: older,
  }
  const { id } = await house.act('mara', (ctx) =>
    writeAnnouncement(ctx, 'tidewater', { text, onceKey: 'a', isUp: true }),
  )
  assert.equal(id, 1)
  await age(house)
  await house.runJobs()
  const clean = { html: '<p>Be <em>kind</em>. </p>\n', version: SANITISER_VERSION }
  assert.deepEqual(await kept(house), {
    rules: clean,
    announcement: { ...clean, excerpt: 'Be kind.', editedAt: null },
  })
  await house.runJobs()
  assert.deepEqual((await kept(house)).rules, clean)
})
