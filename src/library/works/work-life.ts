// Whether a work is a draft, scheduled, up or taken down: for the clock and for operations, never for pages.
import type { Instant } from '#src/kit/instants.ts'
import { findLife } from '#src/library/works/works.store.ts'
import type { Reader } from '#src/platform/context.ts'
import type { WorkState } from '#src/schema/library/works.ts'

export const lifeOf = (db: Reader, work: number): Promise<{ state: WorkState; goesUpAt: Instant | null } | undefined> =>
  findLife(db, work)
