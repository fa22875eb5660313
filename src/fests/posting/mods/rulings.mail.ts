// The words of the mails about a piece that a mod hid or showed again. That it does not count is told with its claim.
import { type Ruling, rulingIfThere } from '#src/fests/posting/mods/rulings.ts'
import { creatorsToTell } from '#src/library/works/correcting/corrections.ts'
import { guestBeholder } from '#src/library/works/beholders.ts'
import { seeCards } from '#src/library/works/works-seen.ts'
import { communityOf } from '#src/people/communities/communities.ts'
import type { Ctx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'
import { paths } from '#src/schema/paths.ts'

/** To each of its creators who has an account, but not to a mod who did it to a piece of their own; nothing once it was undone. */
export async function mailOfHiding(
  ctx: Ctx,
  happened: { readonly ruling: number; readonly name: string },
): Promise<void> {
  const ruling = await rulingIfThere(ctx.db, happened.ruling)
  const isMade = happened.name === 'ruling.made'
  if (!ruling || ruling.kind !== 'hidden' || (ruling.liftedAt === null) !== isMade) return
  for (const account of await creatorsToTell(ctx.db, ruling.work)) {
    if (account === ruling.madeBy) continue
    const [card] = await seeCards(ctx.db, { ...guestBeholder, account }, [ruling.work])
    if (!card) continue
    const mods =
      card.community === undefined ? 'The mods' : `The mods of ${(await communityOf(ctx.db, card.community)).name}`
    const words = isMade ? hidden(ruling, card.title, mods) : shownAgain(ruling, card.title, mods)
    const onceKey = `ruling ${ruling.id} ${isMade ? 'made' : 'lifted'} ${account}`
    await ctx.atomically('nothing', (tx) => postMail(tx, { account, kind: happened.name, onceKey, ...words }))
  }
}

const hidden = ({ reason, work }: Ruling, title: string, mods: string) => ({
  subject: `“${title}” is hidden for now`,
  body: `${mods} have hidden “${title}” for now. They say: “${reason}” Only you and the mods see it meanwhile. Nothing of it is lost, you can change it as always, and a day that it was posted for stays kept. On its page you can change it, and write to the mods if you see it another way, or have changed what it is about.`,
  link: { label: 'To your piece', path: paths.work(work) },
})

const shownAgain = ({ work }: Ruling, title: string, mods: string) => ({
  subject: `“${title}” is shown again`,
  body: `${mods} show “${title}” again, with the date it had. There is nothing for you to do.`,
  link: { label: 'To your piece', path: paths.work(work) },
})
