// What follows when somebody asks to join, is answered, or is something else in a community than before: they are told.
import type { Reaction } from '#src/platform/jobs/job.ts'
import { mailOfLetter } from './letters/letters.mail.ts'
import { mailModsOfRequest, mailPerson } from './members/members.mail.ts'

export const communityReactions: readonly Reaction[] = [
  {
    name: 'communities/tell-mods',
    on: ['member.asked'],
    run: (ctx, event) => (event.name === 'member.asked' ? mailModsOfRequest(ctx, event.turn) : Promise.resolve()),
  },
  {
    name: 'communities/tell-of-letter',
    on: ['letter.written'],
    run: (ctx, event) => (event.name === 'letter.written' ? mailOfLetter(ctx, event.letter) : Promise.resolve()),
  },
  {
    name: 'communities/tell-person',
    on: ['member.answered', 'member.changed', 'member.removed', 'ban.lifted'],
    run: (ctx, event) => ('turn' in event && 'account' in event ? mailPerson(ctx, event.turn) : Promise.resolve()),
  },
]
