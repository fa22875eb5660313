// Long work in slices: between two of them whoever else waits is served.
import { setImmediate as turn } from 'node:timers/promises'

/** Not inside a transaction, and not while a visit holds what it has read: others wait for either. */
export const letOthersIn = (): Promise<void> => turn()
