// The words of the mails about belonging: nobody is let in, turned away, removed or made a mod without being told.
import type { Ctx } from '#src/platform/context.ts'
import { type MailLink, postMail } from '#src/platform/mail/outbox.ts'
import { paths } from '#src/schema/paths.ts'
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

/** To every mod: somebody waits for an answer. Nothing where they have one, or have taken it back. */
export async function mailModsOfRequest(ctx: Ctx, turn: number): Promise<void> {
  const news = await memberNews(ctx, turn)
  if (!news?.request.isWaiting) return
  const { name, slug } = news.community
  const line = quoted(news.turn.says, `${news.turn.name} writes`)
  await ctx.atomically('nothing', async (tx) => {
    for (const account of news.mods) {
      await postMail(tx, {
        account,
        kind: 'member.asked',
        onceKey: `member turn ${turn} mod ${account}`,
        subject: `${news.turn.name} asks to join ${name}`,
        body: `${news.turn.name} asks to join ${name}.${line} You answer on the page of its members; one answer by one mod is enough.`,
        link: { label: 'Answer', path: paths.members(slug) },
      })
    }
  })
}

type Words = { readonly subject: string; readonly body: string; readonly link: MailLink }

function wordsOf({ turn, community, request }: MemberNews): Words | undefined {
  const { name, slug } = community
  const home = { label: `To the page of ${name}`, path: paths.community(slug) }
  const toMods = { label: 'Write to the mods', path: paths.newLetter(slug) }
  const line = quoted(turn.says, 'A mod writes')
  switch (turn.what) {
    case 'accepted':
      return {
        subject: `You are a member of ${name}`,
        body: `The mods of ${name} have said yes: you are a member now.${line}`,
        link: request.cameFrom === '' ? home : { label: 'Go on where you were', path: request.cameFrom },
      }
    case 'declined':
      return {
        subject: `${name} has answered`,
        body: `The mods of ${name} have said no for now.${line} You can ask again after two weeks; nothing needs to be explained.`,
        link: { label: 'To the page on which you asked', path: paths.joining(slug) },
      }
    case 'removed':
      return {
        subject: `You are no longer a member of ${name}`,
        body: `A mod has removed you from ${name}.${line} Days that you held there are open again; your pieces stay, and are yours. You can take them down at any time; as long as you are no member, those that are up cannot be changed. You can join again as everybody can.`,
        link: toMods,
      }
    case 'banned':
      return {
        subject: `You are no longer a member of ${name}`,
        body: `A mod has removed you from ${name}, and closed it to you.${line} Days that you held there are open again; your pieces stay, and are yours. You can take them down at any time; as long as you are no member, those that are up cannot be changed. Its mods can lift that.`,
        link: toMods,
      }
    case 'ban-lifted':
      return {
        subject: `${name} is open to you again`,
        body: `The mods of ${name} have lifted what kept you out: you can join again as everybody can.`,
        link: { label: `Join ${name}`, path: paths.joining(slug) },
      }
    case 'made-mod':
      return {
        subject: `You are a mod of ${name}`,
        body: `A mod has made you a mod of ${name}. You can lay it down at any time on the page of its members.`,
        link: { label: 'To the desk', path: paths.desk(slug) },
      }
    case 'unmade-mod':
      return {
        subject: `You are no longer a mod of ${name}`,
        body: `A mod has taken back that you are a mod of ${name}. You are a member as before.`,
        link: home,
      }
    case 'approved':
      return {
        subject: `You may post in ${name}`,
        body: `The mods of ${name} have approved you: you may take days and post on free-for-all days.`,
        link: home,
      }
    case 'unapproved':
      return {
        subject: `Posting in ${name}`,
        body: `A mod has taken back that you may take days and post on free-for-all days in ${name}. Days that you have stay yours.`,
        link: toMods,
      }
    default:
      return undefined
  }
}

const quoted = (line: string, who: string): string => (line === '' ? '' : `\n\n${who}: “${line}”\n\n`)
