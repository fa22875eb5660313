// Passwords as argon2id, in the usual text form; hashed before a transaction begins, because it takes a while by design.
import { argon2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Random } from '#src/kit/random.ts'

const derive = promisify(argon2)

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '')

function tag(password: string, nonce: Uint8Array, cost: typeof COST): Promise<Buffer> {
  return derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, tagLength: 32, ...cost })
}

export async function hashPassword(password: string, random: Random): Promise<string> {
  const nonce = random.bytes(16)
  const made = await tag(password, nonce, COST)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(made)}`
}

/** Takes as long for an account that does not exist, so that nobody can tell from the clock. */
export async function isPassword(password: string, stored: string | null | undefined): Promise<boolean> {
  const found = FORM.exec(stored ?? '')
  const [, memory, passes, parallelism, nonce = '', expected = ''] = found ?? []
  const cost = found ? { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) } : COST
  const made = await tag(password, found ? Buffer.from(nonce, 'base64') : Buffer.alloc(16), cost)
  const wanted = Buffer.from(expected, 'base64')
  return found !== null && wanted.length === made.length && timingSafeEqual(wanted, made)
}
