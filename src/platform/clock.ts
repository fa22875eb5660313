// The clock and the dice of the real world; tests bring their own.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Instant, instantAt, millisOf, toInstant } from '#src/kit/instants.ts'
import type { Random } from '#src/kit/random.ts'

export type Clock = () => Instant

export const realClock: Clock = () => instantAt(Date.now())

export const realRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) }

/** Of a process: the real one, unless a test has laid a file for it. */
export const clockOf = (file: string | undefined): Clock => (file === undefined ? realClock : clockFromFile(file))

/** For a process under test: the file holds the moment it should believe in, and the time runs on from there. */
export function clockFromFile(path: string): Clock {
  let text = ''
  let since = 0
  return () => {
    const found = readFileSync(path, 'utf8').trim()
    if (found !== text) {
      text = found
      since = performance.now()
    }
    return instantAt(millisOf(toInstant(text)) + Math.floor(performance.now() - since))
  }
}
