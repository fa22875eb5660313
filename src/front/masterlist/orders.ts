// The orders of a masterlist in words, each with its address.
import { asking } from '#src/schema/paths.ts'
import { type Order, orders } from './arranging.ts'

export const orderWords: Readonly<Record<Order, string>> = {
  day: 'days',
  creator: 'creators',
  kind: 'kinds',
  rating: 'ratings',
  timing: 'canon',
}

export const orderWays = (
  page: string,
  here: Order,
  asked: Readonly<Record<string, string>> = {},
): { to: string; says: string; isHere: boolean }[] =>
  orders.map((by) => ({ to: asking(page, { by, ...asked }), says: orderWords[by], isHere: by === here }))
