// The words of the mails about letters: to a person what the mods write, and to the mods that somebody has written.
import type { Ctx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'
import { paths } from '#src/schema/paths.ts'
import { letterNews, type LetterNews } from './letter-news.ts'

export async function mailOfLetter(ctx: Ctx, id: number): Promise<void> {
  const news = await letterNews(ctx.db, id)
  if (!news) return
  const mails = news.letter.side === 'mods' ? [toPerson(news)] : news.mods.map((mod) => toMod(news, mod))
  await ctx.atomically('nothing', async (tx) => {
    for (const mail of mails) await postMail(tx, mail)
  })
}

const common = ({ letter, thread, home }: LetterNews, account: number) => ({
  account,
  onceKey: `letter ${letter.id} ${account}`,
  heading: home.name,
  link: { label: 'Read and answer', path: paths.letter(home.slug, thread.id) },
})

/** Whole, because they may read it where they are not signed in. */
function toPerson(news: LetterNews) {
  const { letter, thread, home } = news
  const who =
    letter.name === undefined ? `The mods of ${home.name} write` : `${letter.name} writes for the mods of ${home.name}`
  return {
    ...common(news, thread.account),
    kind: 'letter.from-mods',
    subject: `${home.name}: ${thread.subject}`,
    body: [
      `${who} to you, ${thread.name}:`,
      letter.body,
      'You answer on the page of these letters, by the link beneath. An answer to this mail reaches nobody; the mods do not see your address.',
    ].join('\n\n'),
  }
}

/** Without its text, which goes with whoever wrote it when they leave. */
function toMod(news: LetterNews, account: number) {
  const { thread, home } = news
  return {
    ...common(news, account),
    kind: 'letter.to-mods',
    subject: `${thread.name} writes to the mods of ${home.name}`,
    body: `${thread.name} has written to the mods of ${home.name}. Every mod can read the letter, and one answer by one mod is enough.`,
  }
}
