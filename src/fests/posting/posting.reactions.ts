// What follows for pieces when something happens to a claim.
import { followClaim } from '#src/fests/posting/following-claims.ts'
import type { Reaction } from '#src/platform/jobs/job.ts'

export const postingReactions: readonly Reaction[] = [
  {
    name: 'posting/follow-claim',
    on: ['claim.moved', 'claim.given-back'],
    run: (ctx, event) => ('claim' in event ? followClaim(ctx, event) : Promise.resolve()),
  },
]
