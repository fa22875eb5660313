// Names of an older version keep their owners, and the oldest of each person's stands first.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { migrate } from '#src/platform/database/migrate.ts'
import { openGround } from '#tests/support/process-ground.ts'

test('names of an older version are brought along: the oldest of somebody’s is the first, reserved ones are nobody’s', async () => {
  await using ground = await openGround()
  await ground.look(async (_, engine) => {
    await migrate(engine, '0011-works-for-adults')
    const at = '2026-10-19T12:00:00.000Z'
    for (const id of [1, 2])
      await sql`insert into accounts (uid, email, email_key, created_at) values (${`a${id}`}, ${`${id}@example.org`}, ${`${id}@example.org`}, ${at})`.execute(
        engine.admin,
      )
    const names = [
      ['Mara Quill', 1],
      ['Ann Teak', null],
      ['Brindle', 1],
      ['Oriel Finch', 2],
    ] as const
    for (const [name, account] of names)
      await sql`insert into pen_names (uid, account_id, name, name_key, created_at) values (${name}, ${account}, ${name}, ${name}, ${at})`.execute(
        engine.admin,
      )
    await migrate(engine)
    const kept = await sql<{
      name: string
      first: unknown
    }>`select name, is_first as first from pen_names order by id`.execute(engine.admin)
    assert.deepEqual(
      kept.rows.map(({ name, first }) => [name, Number(first)]),
      [
        ['Mara Quill', 1],
        ['Ann Teak', 0],
        ['Brindle', 0],
        ['Oriel Finch', 1],
      ],
    )
  })
})
