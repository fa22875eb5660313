// The words of the mails about belonging: nobody is let in, turned away, removed or made a mod without being told.
import type { Ctx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'
import { type MemberNews, memberNews } from './member-news.ts'

/** Says nothing of what somebody did themselves. */
export async function mailPerson(ctx: Ctx, turn: number): Promise<void> {
  const news = await memberNews(ctx, turn)
  const words = news && wordsOf(news)
  if (!words || news.turn.by === news.turn.account) return
  const { account, what } = news.turn
  const mail = { account, kind: `member.${what}`, onceKey: `member turn ${turn}`, ...words }
  await ctx.atomically('nothing', (tx) => postMail(tx, mail))
}

/** To every mod: somebody waits for an answer. */
export async function mailModsOfRequest(ctx: Ctx, turn: number): Promise<void> {
  const news = await memberNews(ctx, turn)
  if (!news) return
  const { name } = news.community
  const line = quoted(news.turn.says, `${news.turn.name} writes`)
  await ctx.atomically('nothing', async (tx) => {
    for (const account of news.mods) {
      await postMail(tx, {
        account,
        kind: 'member.asked',
        onceKey: `member turn ${turn} mod ${account}`,
        subject: `${news.turn.name} asks to join ${name}`,
        body: `${news.turn.name} asks to join ${name}.${line} You answer on the page of its members; one answer by one mod is enough.`,
      })
    }
  })
}

function wordsOf({ turn, community }: MemberNews): { subject: string; body: string } | undefined {
  const { name } = community
  const line = quoted(turn.says, 'A mod writes')
  switch (turn.what) {
    case 'accepted':
      return {
        subject: `You are a member of ${name}`,
        body: `The mods of ${name} have said yes: you are a member now.${line}`,
      }
    case 'declined':
      return {
        subject: `${name} has answered`,
        body: `The mods of ${name} have said no for now.${line} You can ask again after two weeks; nothing needs to be explained.`,
      }
    case 'removed':
      return {
        subject: `You are no longer a member of ${name}`,
        body: `A mod has removed you from ${name}.${line} Days that you held there are open again; your pieces stay, and are yours. You can join again as everybody can.`,
      }
    case 'banned':
      return {
        subject: `You are no longer a member of ${name}`,
        body: `A mod has removed you from ${name}, and closed it to you.${line} Days that you held there are open again; your pieces stay, and are yours. Its mods can lift that.`,
      }
    case 'ban-lifted':
      return {
        subject: `${name} is open to you again`,
        body: `The mods of ${name} have lifted what kept you out: you can join again as everybody can.`,
      }
    case 'made-mod':
      return {
        subject: `You are a mod of ${name}`,
        body: `A mod has made you a mod of ${name}. You can lay it down at any time on the page of its members.`,
      }
    case 'unmade-mod':
      return {
        subject: `You are no longer a mod of ${name}`,
        body: `A mod has taken back that you are a mod of ${name}. You are a member as before.`,
      }
    case 'approved':
      return {
        subject: `You may post in ${name}`,
        body: `The mods of ${name} have approved you: you may take days and post on free-for-all days.`,
      }
    case 'unapproved':
      return {
        subject: `Posting in ${name}`,
        body: `A mod has taken back that you may take days and post on free-for-all days in ${name}. Days that you have stay yours.`,
      }
    default:
      return undefined
  }
}

const quoted = (line: string, who: string): string => (line === '' ? '' : `\n\n${who}: “${line}”\n\n`)
