// Every reaction to an event: what follows, as a job of its own, after the operation that announced it.
import { claimReactions } from '#src/fests/claims/news/claims.reactions.ts'
import { communityReactions } from '#src/people/communities/communities.reactions.ts'
import { postingReactions } from '#src/fests/posting/posting.reactions.ts'
import { workReactions } from '#src/library/works/works.reactions.ts'
import type { Reaction } from '#src/platform/jobs/job.ts'

export const reactions: readonly Reaction[] = [
  ...communityReactions,
  ...workReactions,
  ...claimReactions,
  ...postingReactions,
]
