// The door to reading text from outside, in processes of their own and within limits; a visitor waits without holding anybody up.
import type { Document, Opened } from '#src/text/documents/document.ts'
import type { Cleaned, Pasted } from '#src/text/read-text.ts'
import type { Help } from '#src/text/header/read-post.ts'
import { openReaders, type PoolOptions } from './reader-pool.ts'
import { type Limits, ordinaryLimits } from './reader-process.ts'
import type { ReadPost } from './text-worker.ts'

export type Texts = {
  /** Throws the refusals text/too-long, text/too-deep, text/too-slow and text/busy; never inside a transaction. */
  readonly clean: (pasted: Pasted) => Promise<Cleaned>
  /** A whole post, taken apart; within the same limits and with the same refusals. */
  readonly read: (pasted: Pick<Pasted, 'text' | 'form' | 'leave'> & { readonly help?: Help }) => Promise<ReadPost>
  /** The text of a file; within the same limits, and with the refusals document/… as well. */
  readonly open: (document: Document) => Promise<Opened>
}

export type TextReaders = Texts & {
  /** For one visitor, of whom one text is read at a time; `rest` is done before each wait. */
  readonly of: (who: string, rest: () => Promise<void>) => Texts
  readonly close: () => Promise<void>
}

/** Two readers, so that one text that takes its two seconds does not hold up everybody else. */
const ordinary = { readers: 2, idleMillis: 30_000, mostWaiting: 100, mostOfOne: 20 }

export type TextsOptions = Partial<Limits & Omit<PoolOptions, 'limits'>>

export function openTexts({ millis, megabytes, script, ...options }: TextsOptions = {}): TextReaders {
  const limits = {
    millis: millis ?? ordinaryLimits.millis,
    megabytes: megabytes ?? ordinaryLimits.megabytes,
    script: script ?? ordinaryLimits.script,
  }
  const pool = openReaders({ ...ordinary, ...options, limits })
  const textsOf = (who: string | undefined, before: () => Promise<void>): Texts => ({
    async clean(pasted) {
      await before()
      const done = await pool.read(pasted, who)
      if (done.is !== 'cleaned') throw new Error('A text was read as if it were a post')
      return done.cleaned
    },
    async read(pasted) {
      await before()
      const done = await pool.read({ ...pasted, isPost: true }, who)
      if (done.is !== 'read') throw new Error('A post was read as if it were a text alone')
      return done.reading
    },
    async open(document) {
      await before()
      const done = await pool.read({ document }, who)
      if (done.is !== 'opened') throw new Error('A file was read as if it were a text')
      return done.opened
    },
  })
  return {
    ...textsOf(undefined, async () => {}),
    of: textsOf,
    close: pool.close,
  }
}
