// Names what an answer holds by its bytes, and spares whoever has it already from getting it again.
import { createHash } from 'node:crypto'

/** Two answers with the same bytes have the same name, and a change of anything in them changes it. */
export const etagOf = (body: string | Uint8Array): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

/** Whether `If-None-Match` names it; weak names count, because what we compare is what would be shown. */
export function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  const named = ifNoneMatch.split(',').map((part) => part.trim().replace(/^W\//, ''))
  return named.includes('*') || named.includes(etag)
}
