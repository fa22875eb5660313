// Goes round as long as the house is open: mails that are due are sent beside everything else, so that a slow server holds up nothing.
import type { Ground } from '../context.ts'
import { type Delivery, deliverDue } from './delivery.ts'

const ROUND = 2_000

/** While the server cannot be reached: seconds between tries. */
const PATIENCE = [5, 15, 30, 60, 120, 300]

export type Postman = { readonly stop: () => Promise<void> }

export function startPostman(ground: Ground, delivery: Delivery, stopWithin = 10_000): Postman {
  let isStopping = false
  let failures = 0
  let rouse = (): void => {}

  const pause = (millis: number): Promise<void> =>
    new Promise((resolve) => {
      if (isStopping) return resolve()
      const timer = setTimeout(resolve, millis)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const goRound = async (): Promise<number> => {
    try {
      failures = (await deliverDue(ground, delivery, () => !isStopping)) ? 0 : failures + 1
    } catch (error) {
      failures += 1
      ground.log.error({ err: error }, 'mails could not be sent')
    }
    return failures === 0 ? ROUND : (PATIENCE[Math.min(failures, PATIENCE.length) - 1] ?? 300) * 1_000
  }

  const loop = async (): Promise<void> => {
    while (!isStopping) await pause(await goRound())
  }

  const done = loop()
  return {
    /** A mail that is on its way is waited for, but not for ever: its lease ends by itself, and it is tried again. */
    async stop() {
      isStopping = true
      rouse()
      let timer: NodeJS.Timeout | undefined
      const over = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, stopWithin)
      })
      await Promise.race([done, over])
      clearTimeout(timer)
    },
  }
}
