// The processes that read texts: started when they are needed, started again when they were stopped, and let go, with all
// their memory, when nobody has pasted anything for a while. Who waits for one, and in which order.
import { Refusal } from '#src/kit/refusal.ts'
import { MOST_CHARACTERS, tooLong } from '#src/text/clean.ts'
import { type Done, type Limits, type Reader, startReader } from './reader-process.ts'
import type { Asked } from './text-worker.ts'

export type ReaderPool = {
  /** Of one `who` one text is read at a time; what comes from nobody in particular just waits its turn. */
  readonly read: (asked: Asked, who: string | undefined) => Promise<Done>
  readonly close: () => Promise<void>
}

export type PoolOptions = {
  readonly limits: Limits
  readonly readers: number
  readonly idleMillis: number
  readonly mostWaiting: number
  readonly mostOfOne: number
}

type Waiting = {
  readonly asked: Asked
  readonly who: string | undefined
  readonly done: (done: Done) => void
  readonly fail: (error: unknown) => void
}

const busy = (): Refusal =>
  new Refusal(
    'limit',
    'text/busy',
    'So many texts are being read at this moment that yours would wait too long. What you pasted is still in the field; please try again in a minute.',
  )

const closed = (): Error => new Error('Texts are no longer read: the house is closing.')

export function openReaders({ limits, readers, idleMillis, mostWaiting, mostOfOne }: PoolOptions): ReaderPool {
  const free: Reader[] = []
  const all = new Set<Reader>()
  const queue: Waiting[] = []
  const beingRead = new Set<string | undefined>()
  let idle: NodeJS.Timeout | undefined
  let isClosed = false

  const letGo = async (): Promise<void> => {
    const going = free.splice(0)
    for (const reader of going) all.delete(reader)
    await Promise.all(going.map((reader) => reader.stop()))
  }
  const rest = (reader: Reader): void => {
    if (!reader.isAlive() || isClosed) {
      all.delete(reader)
      void reader.stop()
      return
    }
    free.push(reader)
    clearTimeout(idle)
    idle = setTimeout(() => void letGo(), idleMillis).unref()
  }
  const freeReader = (): Reader | undefined => {
    const reader = free.pop()
    if (reader && !reader.isAlive()) {
      all.delete(reader)
      return freeReader()
    }
    if (reader || all.size >= readers) return reader
    // One start at a time: each takes a whole processor, and the first may be enough for all who wait.
    if ([...all].some((other) => !other.isReady())) return undefined
    const started = startReader(limits, next)
    all.add(started)
    return started
  }
  /** In the order they came, but nobody's second text before their first was read. */
  const next = (): void => {
    const at = queue.findIndex(({ who }) => who === undefined || !beingRead.has(who))
    const reader = at < 0 ? undefined : freeReader()
    const waiting = reader && queue.splice(at, 1)[0]
    if (!waiting) return
    beingRead.add(waiting.who)
    void reader
      .read(waiting.asked)
      .then(waiting.done, waiting.fail)
      .finally(() => {
        beingRead.delete(waiting.who)
        rest(reader)
        next()
      })
  }
  const read: ReaderPool['read'] = async (asked, who) => {
    if (isClosed) throw closed()
    if ('text' in asked && asked.text.length > MOST_CHARACTERS) throw tooLong()
    const ofOne = who === undefined ? 0 : queue.filter((other) => other.who === who).length
    if (queue.length >= mostWaiting || ofOne >= mostOfOne) throw busy()
    return new Promise<Done>((done, fail) => {
      queue.push({ asked, who, done, fail })
      next()
    })
  }
  return {
    read,
    async close() {
      isClosed = true
      clearTimeout(idle)
      for (const waiting of queue.splice(0)) waiting.fail(closed())
      await Promise.all([...all].map((reader) => reader.stop()))
    },
  }
}
