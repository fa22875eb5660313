// What follows for pieces when something happens to a claim.
import { followClaim } from '#src/fests/posting/following-claims.ts'
import { mailOfCorrection } from '#src/fests/posting/mods/corrections.mail.ts'
import { mailOfHiding } from '#src/fests/posting/mods/rulings.mail.ts'
import type { Reaction } from '#src/platform/jobs/job.ts'

export const postingReactions: readonly Reaction[] = [
  {
    name: 'posting/follow-claim',
    on: ['claim.moved', 'claim.given-back', 'claim.set'],
    run: (ctx, event) => ('claim' in event ? followClaim(ctx, event) : Promise.resolve()),
  },
  {
    name: 'posting/tell-of-ruling',
    on: ['ruling.made', 'ruling.lifted'],
    run: (ctx, event) => ('ruling' in event ? mailOfHiding(ctx, event) : Promise.resolve()),
  },
  {
    name: 'posting/tell-of-correction',
    on: ['work.corrected'],
    run: (ctx, event) => ('correction' in event ? mailOfCorrection(ctx, event) : Promise.resolve()),
  },
]
