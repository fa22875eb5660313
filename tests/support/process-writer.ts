// A second process at the same database, as a command or a bulk job would be: `process-writer.ts FOLDER often|once MILLISECONDS`.
// It says "holding" on its first transaction, and goes when its work is done or its line to the test breaks.
import { setTimeout as pause } from 'node:timers/promises'
import { realClock, realRandom } from '#src/platform/clock.ts'
import { type Ctx, type Ground, openContext, type Tx } from '#src/platform/context.ts'
import { openEngine } from '#src/platform/database/open.ts'
import { makeLog } from '#src/platform/log.ts'

const [folder = '', mode = 'once', millis = '300'] = process.argv.slice(2)
const engine = await openEngine(process.env.DATABASE_URL, `${folder}/roundelay.db`)
const ground: Ground = {
  engine,
  clock: realClock,
  random: realRandom,
  log: makeLog({ level: 'silent' }),
  reactionsTo: () => [],
  wake: () => {},
}
process.on('disconnect', () => process.exit(0))
let isOver = false
process.on('SIGTERM', () => (isOver = true))

/** Of the round that the test's people claim in: on PostgreSQL only who wants the same row has to wait. */
async function findRound(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom('rounds')
    .select('id')
    .where('slug', '=', 'the-gathering')
    .executeTakeFirstOrThrow()
  return row.id
}

async function write(tx: Tx, rows: number): Promise<void> {
  const change = { at: tx.now(), name: 'round.changed', data: '{"name":"round.changed","round":1}', touched: 'round:1' }
  const hundred = Array.from({ length: 100 }, () => change)
  for (let written = 0; written < rows; written += 100) await tx.db.insertInto('changes').values(hundred).execute()
}

const { ctx, end } = openContext(ground, { kind: 'host' })
const round = await findRound(ctx)
const hold = (rows: number): Promise<void> =>
  ctx.atomically({ rounds: round }, async (tx) => {
    await write(tx, rows)
    process.stdout.write('holding\n')
    await pause(Number(millis))
  })

if (mode === 'once') await hold(100)
// Now and then a large one: twenty thousand rows in one transaction.
else for (let turn = 1; !isOver; turn += 1) await hold(turn % 5 === 0 ? 20_000 : 100).then(() => pause(30))
await end()
await engine.close()
process.disconnect?.()
