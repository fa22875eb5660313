// What only admins of the site may do with accounts.
import { Refusal } from '#src/kit/refusal.ts'
import type { Viewer } from '#src/platform/context.ts'

export function mustBeAdmin(viewer: Viewer): void {
  if (viewer.kind === 'host' || (viewer.kind === 'person' && viewer.isAdmin)) return
  throw new Refusal('forbidden', 'accounts/admins-only', 'Only admins of this site decide who may join it.')
}
