// Secrets that travel in links and cookies: 256 bits, of which we keep only the SHA-256.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Random } from '#src/kit/random.ts'

export const makeToken = (random: Random): string => Buffer.from(random.bytes(32)).toString('base64url')

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The word that a session's forms carry: it follows from the session's secret and says nothing about it. */
export const formWord = (token: string): string => createHash('sha256').update(`form ${token}`).digest('base64url')

/** In the same time wherever they differ. */
export function isSameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
