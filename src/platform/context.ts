// Everything an operation may touch comes in a ctx; what may write is a Tx, so a forgotten transaction does not compile.
import { AsyncLocalStorage } from 'node:async_hooks'
import { type ConnectionProvider, type DatabaseConnection, Kysely } from 'kysely'
import type { Instant } from '#src/kit/instants.ts'
import { makeUid } from '#src/kit/ids.ts'
import type { Random } from '#src/kit/random.ts'
import type { Event } from '#src/schema/events.ts'
import type { Tables } from '#src/schema/tables.ts'
import type { Clock } from './clock.ts'
import type { Engine, ReadHold } from './database/engine.ts'
import { lockRow } from './database/lock-row.ts'
import { type Errand, type Outbox, writeOutbox } from './events/changes.ts'
import type { Log } from './log.ts'

export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'fn' | 'case' | 'dynamic'>
export type Writer = Pick<
  Kysely<Tables>,
  'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'fn' | 'case' | 'dynamic'
>

/** Who is asking. The clock acts for nobody; the host is whoever runs commands on the machine itself. */
export type Viewer =
  | { readonly kind: 'guest' }
  | { readonly kind: 'person'; readonly account: number; readonly session: number; readonly isAdmin: boolean }
  | { readonly kind: 'clock' }
  | { readonly kind: 'host' }

/** What is decided about, so that two who decide about the same thing do it one after the other. */
export type Hold = { readonly [Table in 'rounds' | 'accounts' | 'communities']?: number } | 'nothing'

export type Ctx = {
  readonly db: Reader
  readonly viewer: Viewer
  readonly now: () => Instant
  readonly uid: () => string
  readonly random: Random
  readonly log: Log
  /** Runs `work` in one transaction; inside another one it joins that. Whatever `work` throws undoes everything. */
  readonly atomically: <T>(hold: Hold, work: (tx: Tx) => Promise<T>) => Promise<T>
}

export type Tx = Omit<Ctx, 'db'> & {
  readonly db: Writer
  /** A fact, written in this same transaction; reactions follow after it. */
  readonly announce: (event: Event) => void
  /** A job, written in this same transaction; one with the same key is not written twice. */
  readonly enqueue: (errand: Errand) => void
  /** The unique index a failed write ran into, by name, or undefined: how an operation turns a conflict into a refusal. */
  readonly conflictOf: (error: unknown) => string | undefined
}

/** What every ctx of a process is made from. */
export type Ground = {
  readonly engine: Engine
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Names of the reactions that follow an event. */
  readonly reactionsTo: (event: Event) => readonly string[]
  /** Called after a commit that left jobs behind. */
  readonly wake: () => void
}

type Running = { open: boolean; readonly tx: Tx; readonly engine: Engine }

const running = new AsyncLocalStorage<Running>()

const kyselyOver = (engine: Engine, provider: ConnectionProvider): Kysely<Tables> =>
  new Kysely<Tables>({
    config: { dialect: neverUsed },
    dialect: neverUsed,
    driver: neverUsed,
    executor: engine.executor.withConnectionProvider(provider),
  })

/** Kysely asks for these in its constructor and uses them only for what our types do not offer. */
const neverUsed = {} as never

export type Visit = { readonly ctx: Ctx; readonly end: () => Promise<void> }

/** A ctx for one request, job or command. Its reads see one moment, until it writes; `end` lets go of the snapshot. */
export function openContext(ground: Ground, viewer: Viewer, log: Log = ground.log): Visit {
  let snapshot: Promise<ReadHold> | undefined
  const end = async (): Promise<void> => {
    const held = snapshot
    snapshot = undefined
    if (held) await (await held).end()
  }
  const provider: ConnectionProvider = {
    async provideConnection(consumer) {
      if (running.getStore()?.open === true) {
        throw new Error('This was asked of the outer ctx inside a transaction: use the inner one')
      }
      snapshot ??= ground.engine.beginRead()
      return consumer((await snapshot).connection)
    },
  }
  const base = {
    viewer,
    log,
    now: ground.clock,
    random: ground.random,
    uid: () => makeUid(ground.clock(), ground.random),
    async atomically<T>(hold: Hold, work: (tx: Tx) => Promise<T>): Promise<T> {
      const outer = running.getStore()
      if (outer?.open === true && outer.engine === ground.engine) return work(outer.tx)
      await end()
      return persistently(ground, base, hold, work)
    },
  }
  return { ctx: { ...base, db: kyselyOver(ground.engine, provider) }, end }
}

/** The database may break off a transaction through no fault of its own making (a deadlock); it is tried three times. */
async function persistently<T>(
  ground: Ground,
  base: Omit<Ctx, 'db'>,
  hold: Hold,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(ground, base, hold, work)
    } catch (error) {
      if (attempt === 3 || !ground.engine.isWorthRetrying(error)) throw error
    }
  }
}

async function once<T>(ground: Ground, base: Omit<Ctx, 'db'>, hold: Hold, work: (tx: Tx) => Promise<T>): Promise<T> {
  const write = await ground.engine.beginWrite()
  const outbox: Outbox = { events: [], errands: [] }
  const state: Running = {
    open: true,
    engine: ground.engine,
    tx: openTx(ground, base, write.connection, outbox, () => state.open),
  }
  let result: T
  try {
    result = await running.run(state, async () => {
      await lockRow(ground.engine, state.tx.db, hold)
      const done = await work(state.tx)
      await writeOutbox(ground, state.tx, outbox)
      return done
    })
  } catch (error) {
    state.open = false
    await write.rollback()
    throw error
  }
  state.open = false
  await write.commit()
  if (outbox.events.length + outbox.errands.length > 0) ground.wake()
  return result
}

function openTx(
  ground: Ground,
  base: Omit<Ctx, 'db'>,
  connection: DatabaseConnection,
  outbox: Outbox,
  isOpen: () => boolean,
): Tx {
  const provider: ConnectionProvider = {
    async provideConnection(consumer) {
      if (!isOpen()) throw new Error('This transaction is over: nothing more can be asked of it')
      return consumer(connection)
    },
  }
  return {
    ...base,
    db: kyselyOver(ground.engine, provider),
    announce: (event) => void outbox.events.push(event),
    enqueue: (errand) => void outbox.errands.push(errand),
    conflictOf: ground.engine.conflictOf,
  }
}
