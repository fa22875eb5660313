// Keeps the pages kept in memory true to the log of changes, also to those that other processes wrote.
import { type Ground, openContext } from '../context.ts'
import type { PageCache } from './page-cache.ts'

export type Following = { readonly stop: () => Promise<void> }

const POLL = 800
/** Whoever is further behind than this begins anew. */
const FAR = 1_000

/** What this process changes is dropped at its commit already; this finds what commands and other servers did. */
export async function followChanges(ground: Ground, cache: PageCache): Promise<Following> {
  let position = await newest(ground)
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let turn: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    try {
      position = await dropSince(ground, cache, position)
    } catch (error) {
      // Nobody knows what has changed while the log cannot be read.
      cache.dropAll()
      if (!isStopped) ground.log.warn({ err: error }, 'the log of changes could not be followed')
    }
    if (!isStopped) wait()
  }
  const wait = (): void => {
    timer = setTimeout(() => void (turn = look()), POLL).unref()
  }
  wait()
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await turn
    },
  }
}

async function dropSince(ground: Ground, cache: PageCache, position: number): Promise<number> {
  const rows = await reading(ground, (ctx) =>
    ctx.db
      .selectFrom('changes')
      .select(['seq', 'touched'])
      .where('seq', '>', position)
      .orderBy('seq')
      .limit(FAR)
      .execute(),
  )
  if (rows.length === FAR) {
    cache.dropAll()
    return newest(ground)
  }
  if (rows.length > 0) cache.drop(rows.flatMap(({ touched }) => touched.split(' ')))
  return rows.at(-1)?.seq ?? position
}

const newest = (ground: Ground): Promise<number> =>
  reading(ground, async (ctx) => {
    const row = await ctx.db.selectFrom('changes').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
    return row?.seq ?? 0
  })

async function reading<T>(
  ground: Ground,
  work: (ctx: ReturnType<typeof openContext>['ctx']) => Promise<T>,
): Promise<T> {
  const { ctx, end } = openContext(ground, { kind: 'clock' })
  try {
    return await work(ctx)
  } finally {
    await end()
  }
}
