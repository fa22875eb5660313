// The door to reading text from outside: threads that are started when they are needed, restarted when they were stopped,
// and let go when nobody has pasted anything for a while.
import { Refusal } from '#src/kit/refusal.ts'
import { MOST_CHARACTERS, tooLong } from '#src/text/clean.ts'
import type { Cleaned, Pasted } from '#src/text/read-text.ts'
import { type Done, type Limits, type Thread, ordinaryLimits, startThread } from './reader-thread.ts'
import type { Asked, ReadPost } from './text-worker.ts'

export type Texts = {
  /** Throws the refusals text/too-long, text/too-deep, text/too-slow and text/busy; never inside a transaction. */
  readonly clean: (pasted: Pasted) => Promise<Cleaned>
  /** A whole post, taken apart; within the same limits and with the same refusals. */
  readonly read: (pasted: Pick<Pasted, 'text' | 'form'>) => Promise<ReadPost>
  readonly close: () => Promise<void>
}

export type TextsOptions = Partial<Limits> & {
  /** Two, so that one text that takes its two seconds does not hold up everybody else. */
  readonly threads?: number
  readonly idleMillis?: number
  readonly mostWaiting?: number
}

type Waiting = {
  readonly asked: Asked
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

export function openTexts(options: TextsOptions = {}): Texts {
  const { threads = 2, idleMillis = 30_000, mostWaiting = 100, ...limits } = options
  const free: Thread[] = []
  const all = new Set<Thread>()
  const queue: Waiting[] = []
  let idle: NodeJS.Timeout | undefined
  let isClosed = false

  const letGo = async (): Promise<void> => {
    const going = free.splice(0)
    for (const thread of going) all.delete(thread)
    await Promise.all(going.map((thread) => thread.stop()))
  }
  const rest = (thread: Thread): void => {
    if (!thread.isAlive() || isClosed) {
      all.delete(thread)
      void thread.stop()
      return
    }
    free.push(thread)
    clearTimeout(idle)
    idle = setTimeout(() => void letGo(), idleMillis).unref()
  }
  const freeThread = (): Thread | undefined => {
    const thread = free.pop()
    if (thread && !thread.isAlive()) {
      all.delete(thread)
      return freeThread()
    }
    if (thread || all.size >= threads) return thread
    const started = startThread({ ...ordinaryLimits, ...limits })
    all.add(started)
    return started
  }
  const next = (): void => {
    const thread = queue.length > 0 ? freeThread() : undefined
    const waiting = thread && queue.shift()
    if (!waiting) return
    void thread
      .read(waiting.asked)
      .then(waiting.done, waiting.fail)
      .finally(() => {
        rest(thread)
        next()
      })
  }
  const ask = async (asked: Asked): Promise<Done> => {
    if (isClosed) throw closed()
    if (asked.text.length > MOST_CHARACTERS) throw tooLong()
    if (queue.length >= mostWaiting) throw busy()
    return new Promise<Done>((done, fail) => {
      queue.push({ asked, done, fail })
      next()
    })
  }
  return {
    async clean(pasted) {
      const done = await ask(pasted)
      if (done.is !== 'cleaned') throw new Error('A text was read as if it were a post')
      return done.cleaned
    },
    async read(pasted) {
      const done = await ask({ ...pasted, isPost: true })
      if (done.is !== 'read') throw new Error('A post was read as if it were a text alone')
      return done.reading
    },
    async close() {
      isClosed = true
      clearTimeout(idle)
      for (const waiting of queue.splice(0)) waiting.fail(closed())
      await Promise.all([...all].map((thread) => thread.stop()))
    },
  }
}
