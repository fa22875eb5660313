// Names for what leaves the house: a uid is a UUIDv7 (RFC 9562), made from our own clock and chance, kept for life.
import type { Instant } from './instants.ts'
import { millisOf } from './instants.ts'
import type { Random } from './random.ts'

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export function makeUid(now: Instant, random: Random): string {
  const bytes = random.bytes(16)
  let millis = millisOf(now)
  for (let at = 5; at >= 0; at -= 1) {
    bytes[at] = millis % 256
    millis = Math.floor(millis / 256)
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return hex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

export const isUid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
