// Where tests keep what nobody will read again: in memory where a machine offers that, because a disk makes a thousand small databases slow.
import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const MEMORY = '/dev/shm'
/** A container may have a few megabytes there, which is less than a run needs. */
const ENOUGH = 2 * 1_024 ** 3

export function scratchFolder(): string {
  try {
    accessSync(MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize >= ENOUGH ? MEMORY : tmpdir()
  } catch {
    return tmpdir()
  }
}
