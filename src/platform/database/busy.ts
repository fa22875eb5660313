// What both engines say when somebody else has held the database for too long.
import { Refusal } from '#src/kit/refusal.ts'

/** How long a write waits for its turn. */
export const BUSY_FOR = 5_000

export const busy = (): Refusal =>
  new Refusal('limit', 'busy', 'The archive is busy right now. Please try again in a moment.')
