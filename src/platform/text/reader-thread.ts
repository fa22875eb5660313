// One worker thread that reads one text at a time, within limits of time and memory.
import { Worker } from 'node:worker_threads'
import { Refusal } from '#src/kit/refusal.ts'
import type { Answer, Asked } from './text-worker.ts'

export type Done = Extract<Answer, { is: 'cleaned' | 'read' }>

export type Limits = {
  /** For one text, from when the thread begins to read it. */
  readonly millis: number
  readonly megabytes: number
  /** The file that the thread runs; tests have others. */
  readonly script: URL
}

export const ordinaryLimits: Limits = {
  millis: 2_000,
  megabytes: 256,
  script: new URL('./text-worker.ts', import.meta.url),
}

/** A cold machine may take this long to load the parser, which is not the text's fault. */
const START = 15_000

export type Thread = {
  readonly read: (asked: Asked) => Promise<Done>
  /** False once it was stopped: it then reads nothing any more. */
  readonly isAlive: () => boolean
  readonly stop: () => Promise<void>
}

const tooSlow = (): Refusal =>
  new Refusal(
    'limit',
    'text/too-slow',
    'This text took more time or memory to read than we allow for one text. What you pasted is still in the field; pasting it as plain text, or in parts, will work.',
  )

type Waiting = { readonly done: (done: Done) => void; readonly fail: (error: Error) => void }

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Settings of this process, its environment and its loader are none of the thread's business. */
const startWorker = ({ script, megabytes }: Limits): Worker =>
  new Worker(script, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  })

export function startThread(limits: Limits): Thread {
  const worker = startWorker(limits)
  let waiting: Waiting | undefined
  let timer: NodeJS.Timeout | undefined
  let isReady = false
  let isAlive = true
  let pending: Asked | undefined

  const settle = (): Waiting | undefined => {
    const settled = waiting
    clearTimeout(timer)
    waiting = undefined
    // A thread without work must not keep a process from ending.
    worker.unref()
    return settled
  }
  const stop = async (): Promise<void> => {
    isAlive = false
    settle()?.fail(new Error('The thread that reads texts was stopped.'))
    await worker.terminate()
  }
  const giveUp = (error: Error): void => {
    settle()?.fail(error)
    void stop()
  }
  const watch = (millis: number, error: () => Error): void => {
    clearTimeout(timer)
    timer = setTimeout(() => giveUp(error()), millis)
  }
  const begin = (asked: Asked): void => {
    watch(limits.millis, tooSlow)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(asked)
  }
  worker.on('message', (answer: Answer) => {
    if (answer.is === 'ready') {
      isReady = true
      if (pending) begin(pending)
      pending = undefined
      return
    }
    const settled = settle()
    if (answer.is === 'cleaned' || answer.is === 'read') settled?.done(answer)
    else if (answer.is === 'refused') settled?.fail(new Refusal('limit', answer.code, answer.sentence))
    else settled?.fail(new Error(`The text could not be read: ${answer.message}`))
  })
  worker.on('error', (error) => giveUp(isOutOfMemory(error) ? tooSlow() : asError(error)))
  worker.on('exit', () => giveUp(new Error('The thread that reads texts ended.')))

  return {
    isAlive: () => isAlive,
    stop,
    read: (asked) =>
      new Promise((done, fail) => {
        waiting = { done, fail }
        worker.ref()
        if (isReady) return begin(asked)
        pending = asked
        watch(START, () => new Error('The thread that reads texts did not start.'))
      }),
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
