// Whoever was here before accounts could be unconfirmed counts as confirmed, and keeps everything.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { migrate } from '#src/platform/database/migrate.ts'
import { openGround } from '#tests/support/process-ground.ts'

test('accounts and mails of an older version are brought along', async () => {
  await using ground = await openGround()
  await ground.look(async (_, engine) => {
    await migrate(engine, '0007-deeds-of-mods')
    const at = '2026-10-19T12:00:00.000Z'
    await sql`insert into accounts (uid, email, email_key, created_at) values ('u1', 'Mara@example.org', 'mara@example.org', ${at})`.execute(
      engine.admin,
    )
    await sql`insert into mails (account_id, kind, subject, body, made_at) values (1, 'claim.made', 'Yours', 'A day.', ${at})`.execute(
      engine.admin,
    )
    await migrate(engine)
    const accounts = await sql<
      Record<string, unknown>
    >`select confirmed_at, email_key, unconfirmed_key from accounts`.execute(engine.admin)
    assert.deepEqual(
      { ...accounts.rows[0] },
      { confirmed_at: at, email_key: 'mara@example.org', unconfirmed_key: null },
    )
    const mails = await sql<Record<string, unknown>>`select next_at, attempts, sent_at from mails`.execute(engine.admin)
    assert.deepEqual(
      { ...mails.rows[0], attempts: Number(mails.rows[0]?.attempts) },
      { next_at: at, attempts: 0, sent_at: null },
    )
  })
})
