// To the mods: a place has come open because its holder is no longer in the community. Why is not said.
import { sayDay } from '#src/kit/date-words.ts'
import type { Ctx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'
import { type Happened, placeNews } from './place-news.ts'

export async function mailModsOfPlace(ctx: Ctx, happened: Happened): Promise<void> {
  const news = await placeNews(ctx, happened)
  if (!news) return
  const day = sayDay(news.on)
  await ctx.atomically('nothing', async (tx) => {
    for (const account of news.mods) {
      await postMail(tx, {
        account,
        kind: 'claim.place-open',
        onceKey: `claim turn ${happened.turn} mod ${account}`,
        subject: `A place is open: ${day}`,
        body: `A place on ${day} in ${news.round} is open again. It can be taken like every other.`,
        heading: news.round,
        link: { label: 'To the calendar', path: news.path },
      })
    }
  })
}
