// The words of the mails about a claim: a receipt for what one did oneself, and a note when a mod did it.
import { type Happened, newsOf, roundAndButton, type StoredClaim } from '#src/fests/claims/news/claim-news.ts'
import { sayDay, sayDeadline } from '#src/kit/date-words.ts'
import type { Ctx } from '#src/platform/context.ts'
import { type MailLink, postMail } from '#src/platform/mail/outbox.ts'
import { paths } from '#src/schema/paths.ts'

/** Says nothing to reserved names for which no address was given, and nothing of a turn that has been overtaken by another. */
export async function mailHolder(ctx: Ctx, happened: Happened): Promise<void> {
  const news = await newsOf(ctx, happened)
  if (!news) return
  const { claim, round, to, by } = news
  const mail = {
    ...to,
    kind: happened.name,
    onceKey: `claim turn ${happened.turn}`,
    ...roundAndButton(news),
    ...wordsOf(happened.name, claim, round, by),
  }
  await ctx.atomically('nothing', (tx) => postMail(tx, mail))
}

/** Nobody has confirmed the address: what that meant, and that it can be mended. */
const lapsed = (day: string, round: string, hasAccount: boolean): string =>
  [
    `${day} in ${round} was held for you for 48 hours. Your address has not been confirmed since, so the day is open again for everybody.`,
    hasAccount
      ? 'Nothing else has changed, and what you have written stays yours. Once your address is confirmed you can take the day again, if it is still open, or another one; on the page of your account the link can be sent again.'
      : 'If it was you, the link says so still, and you can take the day back for a while as long as nobody else has it. If it was not you, there is nothing to do.',
  ].join('\n\n')

type Words = {
  readonly subject: string
  readonly body: string
  /** Where it is not the claim that can be mended. */
  readonly link?: MailLink
}

function wordsOf(name: string, claim: StoredClaim, round: string, by: string): Words {
  const day = sayDay(claim.on)
  const whom = by === 'mod' ? 'A mod has entered this for you. ' : ''
  const until =
    claim.state === 'later'
      ? 'It is welcome in the free for all, whenever it is ready.'
      : `It is yours until ${sayDeadline(claim.deadlines.end, claim.zone)}; a piece counts as on time until ${sayDeadline(claim.deadlines.graceEnd, claim.zone)}.`
  if (name === 'claim.given-back' && by === 'clock') {
    const link = { label: 'To the page of your account', path: paths.account }
    return {
      subject: `${day} is open again`,
      body: lapsed(day, round, claim.account !== null),
      ...(claim.account === null ? {} : { link }),
    }
  }
  if (name === 'claim.given-back') {
    return {
      subject: `${day} is given back`,
      body: `${by === 'mod' ? 'A mod has given your day back for you. ' : ''}${day} in ${round} is no longer yours. You can take it back for a while on the page of your claim. Thank you for having been in.`,
    }
  }
  const subject = name === 'claim.moved' ? `Your day is now ${day}` : `Your day: ${day}`
  return {
    subject,
    body: `${whom}${day} in ${round} is yours. ${until} You can move it or give it back on the page of your claim; nobody asks why.`,
  }
}
