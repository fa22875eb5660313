// Everything an operation may touch comes in a ctx; what may write is a Tx, so a forgotten transaction does not compile.
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ConnectionProvider, type DatabaseConnection, Kysely } from 'kysely'
import type { Instant } from '#src/kit/instants.ts'
import { makeUid } from '#src/kit/ids.ts'
import type { Random } from '#src/kit/random.ts'
import { type Event, touchedBy } from '#src/schema/events.ts'
import type { Tables } from '#src/schema/tables.ts'
import type { Clock } from './clock.ts'
import type { Engine, ReadHold } from './database/engine.ts'
import { lockRow } from './database/lock-row.ts'
import { type Errand, type Outbox, writeOutbox } from './events/changes.ts'
import type { Log } from './log.ts'
import type { TextReaders } from './text/texts.ts'

export type Reader = Pick<Kysely<Tables>, 'selectFrom' | 'fn' | 'case' | 'dynamic'>
export type Writer = Pick<
  Kysely<Tables>,
  'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'fn' | 'case' | 'dynamic'
>

/** Who is asking. The clock acts for nobody; the host is whoever runs commands on the machine itself. */
export type Viewer =
  | { readonly kind: 'guest' }
  | { readonly kind: 'person'; readonly account: number; readonly session: number; readonly isAdmin: boolean }
  /** Somebody without an account, who came by the key link of one claim that stands under a reserved name. */
  | { readonly kind: 'key'; readonly claim: number; readonly penName: number }
  | { readonly kind: 'clock' }
  | { readonly kind: 'host' }

/** What is decided about, so that two who decide about the same thing do it one after the other. */
export type Hold = { readonly [Table in 'rounds' | 'accounts' | 'communities' | 'works']?: number } | 'nothing'

export type Ctx = {
  readonly db: Reader
  readonly viewer: Viewer
  readonly now: () => Instant
  readonly uid: () => string
  readonly random: Random
  readonly log: Log
  /**
   * Runs `work` in one transaction; inside another one it joins that. Whatever is thrown in it undoes everything,
   * and so does a query that failed, even if `work` catches it. It may run more than once when the database breaks it off.
   */
  readonly atomically: <T>(hold: Hold, work: (tx: Tx) => Promise<T>) => Promise<T>
}

export type Tx = Omit<Ctx, 'db'> & {
  readonly db: Writer
  /** A fact, written in this same transaction; reactions follow after it. */
  readonly announce: (event: Event) => void
  /** A job, written in this same transaction; one with the same key is not written twice. */
  readonly enqueue: (errand: Errand) => void
  /** The columns of the unique index a failed write ran into, or undefined: how an operation turns a conflict into a refusal. */
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
  /** For what the clock has to have read; without it there is no such work. */
  readonly texts?: TextReaders | undefined
  /** Called after a commit that left jobs behind. */
  readonly wake: () => void
  /** Called after a commit with what it touched, before anybody is answered. */
  readonly told?: ((touched: readonly string[]) => void) | undefined
}

/** A transaction of this call chain. Once something in it has failed, it can only be undone. */
type Running = {
  isOpen: boolean
  failure: { readonly error: unknown } | undefined
  readonly tx: Tx
  readonly engine: Engine
}

const running = new AsyncLocalStorage<Running>()

const runningOn = (engine: Engine): Running | undefined => {
  const state = running.getStore()
  return state?.isOpen === true && state.engine === engine ? state : undefined
}

const kyselyOver = (engine: Engine, provider: ConnectionProvider): Kysely<Tables> =>
  new Kysely<Tables>({
    config: { dialect: neverUsed },
    dialect: neverUsed,
    driver: neverUsed,
    executor: engine.executor.withConnectionProvider(provider),
  })

/** Kysely asks for these in its constructor and uses them only for what our types do not offer. */
const neverUsed = {} as never

export type Visit = {
  readonly ctx: Ctx
  /** Before a long wait: gives back what its reads hold, of which there are few. What is read afterwards is of a later moment. */
  readonly rest: () => Promise<void>
  readonly end: () => Promise<void>
}

/** A ctx for one request, job or command. Its reads see one moment, until it writes or rests; after `end` nothing is read by it. */
export function openContext(ground: Ground, viewer: Viewer, log: Log = ground.log): Visit {
  const { engine } = ground
  let isOver = false
  let snapshot: Promise<ReadHold> | undefined
  const letGo = async (): Promise<void> => {
    const held = snapshot
    snapshot = undefined
    await (await held?.catch(() => undefined))?.end()
  }
  const mustLast = (): void => {
    // A snapshot taken now would never be given back, and a few of those would stop the whole house.
    if (isOver) throw new Error('This was asked of a ctx whose visit is over')
  }
  const provider: ConnectionProvider = {
    async provideConnection(consumer) {
      if (runningOn(engine)) throw new Error('This was asked of the outer ctx inside a transaction: use the inner one')
      mustLast()
      const held = (snapshot ??= engine.beginRead())
      try {
        return await consumer((await held).connection)
      } catch (error) {
        // PostgreSQL answers nothing more in it, and there is still an error page to be shown.
        if (snapshot === held) await letGo()
        throw error
      }
    },
  }
  const base = {
    viewer,
    log,
    now: ground.clock,
    random: ground.random,
    uid: () => makeUid(ground.clock(), ground.random),
    async atomically<T>(hold: Hold, work: (tx: Tx) => Promise<T>): Promise<T> {
      const outer = runningOn(engine)
      if (outer) return join(outer, base, hold, work)
      mustLast()
      await letGo()
      try {
        return await persistently(ground, base, hold, work)
      } finally {
        // What was read meanwhile, beside the transaction, is old now.
        await letGo()
      }
    },
  }
  return {
    ctx: { ...base, db: kyselyOver(engine, provider) },
    async rest() {
      if (runningOn(engine)) throw new Error('Nothing waits inside a transaction: this has to be done before it')
      await letGo()
    },
    async end() {
      isOver = true
      await letGo()
    },
  }
}

type Base = Omit<Ctx, 'db'>

/** Within another's transaction: what it decides about is locked all the same, and it acts for its own viewer. */
async function join<T>(outer: Running, base: Base, hold: Hold, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    await lockRow(outer.engine, outer.tx.db, hold)
    return await work({ ...outer.tx, ...base })
  } catch (error) {
    outer.failure ??= { error }
    throw error
  }
}

const ATTEMPTS = 5

/** The database may break off a transaction through no fault of its own making (a deadlock): then it is tried again. */
async function persistently<T>(ground: Ground, base: Base, hold: Hold, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(ground, base, hold, work)
    } catch (error) {
      if (attempt === ATTEMPTS || !ground.engine.isWorthRetrying(error)) throw error
      // Not in step with the one it ran into, or they would meet again.
      await sleep(Math.random() * 20 * attempt)
    }
  }
}

async function once<T>(ground: Ground, base: Base, hold: Hold, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { engine } = ground
  const write = await engine.beginWrite()
  const outbox: Outbox = { events: [], errands: [] }
  const state: Running = {
    isOpen: true,
    failure: undefined,
    engine,
    tx: openTx(ground, base, write.connection, outbox, () => state),
  }
  let result: T
  try {
    result = await running.run(state, async () => {
      await lockRow(engine, state.tx.db, hold)
      const done = await work(state.tx)
      if (state.failure) throw state.failure.error
      await writeOutbox(ground, state.tx, outbox)
      return done
    })
  } catch (error) {
    state.isOpen = false
    await write.rollback()
    throw state.failure && engine.isWorthRetrying(state.failure.error) ? state.failure.error : error
  }
  state.isOpen = false
  await write.commit()
  if (outbox.events.length > 0) ground.told?.(outbox.events.flatMap(touchedBy))
  if (outbox.events.length + outbox.errands.length > 0) ground.wake()
  return result
}

function openTx(
  ground: Ground,
  base: Base,
  connection: DatabaseConnection,
  outbox: Outbox,
  stateOf: () => Running,
): Tx {
  const mustBeOpen = (): void => {
    if (!stateOf().isOpen) throw new Error('This transaction is over: nothing more can be asked of it')
  }
  const provider: ConnectionProvider = {
    async provideConnection(consumer) {
      mustBeOpen()
      const state = stateOf()
      // PostgreSQL answers nothing more in such a transaction; SQLite would, and write the half of it.
      if (state.failure)
        throw new Error('Something failed in this transaction, so it can only end', { cause: state.failure.error })
      try {
        return await consumer(connection)
      } catch (error) {
        state.failure ??= { error }
        throw error
      }
    },
  }
  return {
    ...base,
    db: kyselyOver(ground.engine, provider),
    announce(event) {
      mustBeOpen()
      outbox.events.push(event)
    },
    enqueue(errand) {
      mustBeOpen()
      outbox.errands.push(errand)
    },
    conflictOf: ground.engine.conflictOf,
  }
}
