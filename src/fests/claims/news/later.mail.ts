// The words of the mail that tells a holder what a mod said of their day: that the piece comes later, or on the day after all.
import { type Happened, newsOf, roundAndButton } from '#src/fests/claims/news/claim-news.ts'
import { sayDay, sayDeadline } from '#src/kit/date-words.ts'
import type { Ctx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'

/** Whoever said it themselves knows. */
export async function mailSaidLater(ctx: Ctx, happened: Happened): Promise<void> {
  const news = await newsOf(ctx, happened)
  if (!news || news.by !== 'mod') return
  const { claim, round, to } = news
  const day = sayDay(claim.on)
  const until = sayDeadline(claim.deadlines.graceEnd, claim.zone)
  const words =
    claim.state === 'later'
      ? {
          subject: `${day}: your piece comes later`,
          body: `A mod has noted for you that your piece for ${day} in ${round} comes later. It is welcome in the free for all, whenever it is ready. You can take that back on the page of your claim until ${until}; a piece that comes until then is on time.`,
        }
      : {
          subject: `${day} after all`,
          body: `A mod has noted for you that your piece for ${day} in ${round} comes on the day after all. It counts as on time until ${until}.`,
        }
  const onceKey = `claim turn ${happened.turn}`
  const mail = { ...to, kind: happened.name, onceKey, ...roundAndButton(news), ...words }
  await ctx.atomically('nothing', (tx) => postMail(tx, mail))
}
