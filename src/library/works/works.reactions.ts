// What follows for the people of a work when something happens to it.
import type { Reaction } from '#src/platform/jobs/job.ts'
import { mailAsks, mailCoAuthor } from './asks/asks.mail.ts'

export const workReactions: readonly Reaction[] = [
  {
    name: 'works/ask',
    on: ['ask.made', 'work.posted', 'work.unhidden'],
    run: (ctx, event) => ('work' in event ? mailAsks(ctx, event.work) : Promise.resolve()),
  },
  {
    name: 'works/tell-of-co-author',
    on: ['ask.answered'],
    run: (ctx, event) => (event.name === 'ask.answered' ? mailCoAuthor(ctx, event.ask) : Promise.resolve()),
  },
]
