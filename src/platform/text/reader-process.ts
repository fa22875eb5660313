// One process of its own that reads one text at a time, within limits of time and memory; what takes long goes on behind everybody else.
import { type ChildProcess, fork } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { Socket } from 'node:net'
import { setPriority } from 'node:os'
import { Refusal } from '#src/kit/refusal.ts'
import type { Answer, Asked } from './text-worker.ts'
import { millisUsedBy } from './time-used.ts'

export type Done = Extract<Answer, { is: 'cleaned' | 'read' | 'opened' }>

export type Limits = {
  /** For one text, of work on it; where the system does not say who worked, by the clock. */
  readonly millis: number
  readonly megabytes: number
  /** The file that the process runs; tests have others. */
  readonly script: URL
}

export const ordinaryLimits: Limits = {
  millis: 2_000,
  megabytes: 256,
  script: new URL('./text-worker.ts', import.meta.url),
}

/** A cold machine may take this long to load the parser, which is not the text's fault. */
const START = 15_000

/** On a machine with much else to do a text may wait in between, but not for ever. */
const MOST_BY_THE_CLOCK = 4

/** Ordinary texts have long been read by then; what takes longer lets every page go first. */
const PATIENCE = 1_000
const NICENESS = 5

export type Reader = {
  readonly read: (asked: Asked) => Promise<Done>
  /** False once it was stopped, or took long over a text: it reads no other. */
  readonly isAlive: () => boolean
  /** False while it is still starting. */
  readonly isReady: () => boolean
  readonly stop: () => Promise<void>
}

const tooSlow = (): Refusal =>
  new Refusal(
    'limit',
    'text/too-slow',
    'This text took more time or memory to read than we allow for one text. What you pasted is still in the field; pasting it as plain text, or in parts, will work.',
  )

const refusalIn = ({ code, sentence, about }: Extract<Answer, { is: 'refused' }>): Refusal =>
  new Refusal('limit', code, sentence, about === undefined ? {} : { about })

type Waiting = { readonly done: (done: Done) => void; readonly fail: (error: Error) => void }

/** How a process ends that wants more memory than it may have: by its own hand, or by that of the system. */
const isOutOfMemory = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  code === 134 || ['SIGABRT', 'SIGTRAP', 'SIGILL', 'SIGKILL'].includes(signal ?? '')

/** Settings of this process, its environment and its loader are none of the reader's business. */
function startProcess({ script, megabytes }: Limits): ChildProcess {
  return fork(script, {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      `--max-old-space-size=${megabytes}`,
      '--max-semi-space-size=16',
    ],
    env: { NODE_COMPILE_CACHE: getCompileCacheDir() },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
}

function stepBack({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICENESS)
  } catch {
    // It has just ended, or the system lets nobody set this: then it goes on as it was.
  }
}

/** One that could not even be started has no other end. */
const endOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('close', () => resolve())
    if (child.pid === undefined) child.once('error', () => resolve())
  })

/** A process without a text to read must not keep this one from ending. */
function holdOpen(child: ChildProcess, isHeld: boolean): void {
  const act = isHeld ? 'ref' : 'unref'
  child[act]()
  child.channel?.[act]()
  if (child.stderr instanceof Socket) child.stderr[act]()
}

type Watch = { readonly wait: (next: () => void, millis: number) => void; readonly over: () => void }

/** Looks again as soon as its time could be over. */
function watchWork({ pid }: ChildProcess, millis: number, { wait, over }: Watch): void {
  const before = millisUsedBy(pid)
  const until = performance.now() + MOST_BY_THE_CLOCK * millis
  const look = (): void => {
    const now = millisUsedBy(pid)
    const left = now === undefined || before === undefined ? 0 : millis - (now - before)
    if (left <= 0 || performance.now() >= until) over()
    else wait(look, Math.max(left, 20))
  }
  wait(look, millis)
}

export function startReader(limits: Limits, onReady: () => void): Reader {
  const child = startProcess(limits)
  let waiting: Waiting | undefined
  let timer: NodeJS.Timeout | undefined
  let patience: NodeJS.Timeout | undefined
  let isReady = false
  let isAlive = true
  /** Stepped back, which nobody may undo: somebody fresh reads the next text. */
  let isTired = false
  let pending: Asked | undefined
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-2_000)))
  const ended = endOf(child)

  const settle = (): Waiting | undefined => {
    const settled = waiting
    clearTimeout(timer)
    clearTimeout(patience)
    waiting = undefined
    holdOpen(child, false)
    return settled
  }
  const stop = async (): Promise<void> => {
    isAlive = false
    settle()?.fail(new Error('The process that reads texts was stopped.'))
    // Whoever waits for its end may have nothing else that keeps the loop open.
    holdOpen(child, true)
    child.kill('SIGKILL')
    await ended
  }
  const giveUp = (error: Error): void => {
    isAlive = false
    settle()?.fail(error)
    child.kill('SIGKILL')
  }
  const begin = (asked: Asked): void => {
    clearTimeout(timer)
    watchWork(child, limits.millis, {
      wait: (next, millis) => (timer = setTimeout(next, millis)),
      over: () => giveUp(tooSlow()),
    })
    patience = setTimeout(() => {
      stepBack(child)
      isTired = true
    }, PATIENCE)
    child.send(asked, (error) => error && giveUp(error))
  }
  child.on('message', (answer: Answer) => {
    if (answer.is === 'ready') {
      isReady = true
      if (pending) begin(pending)
      pending = undefined
      onReady()
      return
    }
    const settled = settle()
    if (answer.is === 'cleaned' || answer.is === 'read' || answer.is === 'opened') settled?.done(answer)
    else if (answer.is === 'refused') settled?.fail(refusalIn(answer))
    else settled?.fail(new Error(`The text could not be read: ${answer.message}`))
  })
  child.on('error', giveUp)
  child.on('close', (code, signal) =>
    giveUp(
      isReady && isOutOfMemory(code, signal) ? tooSlow() : new Error(`The process that reads texts ended. ${said}`),
    ),
  )

  return {
    isAlive: () => isAlive && !isTired,
    isReady: () => isReady,
    stop,
    read: (asked) =>
      new Promise((done, fail) => {
        waiting = { done, fail }
        holdOpen(child, true)
        if (isReady) return begin(asked)
        pending = asked
        timer = setTimeout(() => giveUp(new Error('The process that reads texts did not start.')), START)
      }),
  }
}
