// The mails about asks: to whoever is asked, once they may know of the work; and to whoever invited a co-author who agreed.
import { beholderOf } from '#src/library/works/beholders.ts'
import { creatorsToTell } from '#src/library/works/correcting/corrections.ts'
import type { Ctx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'
import { paths } from '#src/schema/paths.ts'
import { agreeingWords, askedWords } from './ask-words.ts'
import { askIfThere, type KeptAsk, mayKnow, openAccountsOf, openAsksOf } from './asks.ts'
import { openAsked } from './own-asks.ts'

/** Of all that is still open about a work: a draft has waited until it is up. Nobody is written to twice about the same. */
export async function mailAsks(ctx: Ctx, work: number): Promise<void> {
  for (const ask of await openAsksOf(ctx.db, work)) {
    const accounts = ask.toWork === null ? [ask.account ?? 0] : await creatorsToTell(ctx.db, ask.toWork)
    for (const account of await openAccountsOf(ctx.db, accounts)) await mailOne(ctx, ask, account)
  }
}

async function mailOne(ctx: Ctx, ask: KeptAsk, account: number): Promise<void> {
  const viewer = { kind: 'person', account, session: 0, isAdmin: false } as const
  if (!(await mayKnow(ctx.db, ask, await beholderOf(ctx.db, viewer)))) return
  const asked = await openAsked({ db: ctx.db, viewer }, ask.id)
  const as = asked.as === undefined ? '' : ` You are asked as ${asked.as}.`
  const mail = {
    account,
    kind: 'work.asked',
    // The same question taken back and put again is the same question.
    onceKey: `asked ${ask.kind} ${ask.work} ${ask.toPenName ?? ''} ${ask.toWork ?? ''} ${account}`,
    subject: `A question about “${asked.title}”`,
    body: `${askedWords(asked)}${as}\n\n${agreeingWords(asked.kind)} Nothing shows until then, and if you would rather not, nobody asks why.`,
    link: { label: 'Read and answer', path: paths.ask(ask.id) },
  }
  await ctx.atomically('nothing', (tx) => postMail(tx, mail))
}

/** To the other creators. */
export async function mailCoAuthor(ctx: Ctx, id: number): Promise<void> {
  const ask = await askIfThere(ctx.db, id)
  if (ask?.kind !== 'co-author' || ask.state !== 'agreed' || ask.askedBy === null || ask.name === null) return
  const [account] = await openAccountsOf(ctx.db, [ask.askedBy])
  if (account === undefined || account === ask.account) return
  const mail = {
    account,
    kind: 'work.co-author',
    onceKey: `co-author ${id} ${ask.answeredAt ?? ''}`,
    subject: `${ask.name} has agreed`,
    body: `The work that you asked ${ask.name} about bears both names now, and both of you can change it.`,
    link: { label: 'To the work', path: paths.work(ask.work) },
  }
  await ctx.atomically('nothing', (tx) => postMail(tx, mail))
}
