// How long a process has worked, where the system tells: a busy machine makes a text wait, and that is not the text's fault.
import { readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second for whoever asks, on every machine. */
const TICK = 10

/** In milliseconds of a processor, since the process began; undefined where nobody says (other systems, or it is gone). */
export function millisUsedBy(pid: number | undefined): number | undefined {
  if (pid === undefined || process.platform !== 'linux') return undefined
  try {
    // The name of the program stands second, in brackets, and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? []
    const used = (Number(fields[11]) + Number(fields[12])) * TICK
    return Number.isFinite(used) ? used : undefined
  } catch {
    return undefined
  }
}
