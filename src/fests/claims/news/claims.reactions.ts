// What follows when something happens to a claim, a few lines to whom it concerns, and when days change under claims.
import { followDays } from '#src/fests/claims/claim-sweep.ts'
import type { Reaction } from '#src/platform/jobs/job.ts'
import { giveBackAllOf } from '#src/fests/claims/leaving/leaving.ts'
import { mailHolder } from './claims.mail.ts'
import { mailModsOfPlace } from './places.mail.ts'
import { mailOfTurn } from './turns.mail.ts'
import { mailSaidLater } from './later.mail.ts'

export const claimReactions: readonly Reaction[] = [
  {
    name: 'claims/tell-holder',
    on: ['claim.made', 'claim.moved', 'claim.given-back', 'claim.taken-back'],
    run: (ctx, event) => ('claim' in event ? mailHolder(ctx, event) : Promise.resolve()),
  },
  {
    name: 'claims/give-back-what-is-left',
    on: ['member.left', 'member.removed'],
    run: (ctx, event) =>
      event.name === 'member.left' || event.name === 'member.removed'
        ? giveBackAllOf(ctx, { ...event, by: event.name === 'member.left' ? 'holder' : 'mod' })
        : Promise.resolve(),
  },
  {
    name: 'claims/tell-mods-of-a-place',
    on: ['claim.given-back'],
    run: (ctx, event) => (event.name === 'claim.given-back' ? mailModsOfPlace(ctx, event) : Promise.resolve()),
  },
  {
    name: 'claims/tell-of-turn',
    on: ['claim.turned', 'claim.set'],
    run: (ctx, event) => ('claim' in event ? mailOfTurn(ctx, event) : Promise.resolve()),
  },
  {
    name: 'claims/tell-of-later',
    on: ['claim.said-later'],
    run: (ctx, event) => ('claim' in event && 'turn' in event ? mailSaidLater(ctx, event) : Promise.resolve()),
  },
  {
    name: 'claims/follow-days',
    on: ['round.changed', 'round.restored'],
    run: (ctx, event) => ('round' in event ? followDays(ctx, event.round) : Promise.resolve()),
  },
]
