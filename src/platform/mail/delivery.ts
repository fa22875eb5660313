// Takes the mails that are due, one after the other, dresses each for its reader and hands it to the server.
import { addMillis, millisOf } from '#src/kit/instants.ts'
import { asking, paths } from '#src/schema/paths.ts'
import type { Ctx, Ground } from '../context.ts'
import { asClock } from '../jobs/worker.ts'
import { letterHtml } from './letter-html.ts'
import { type Letter, letterText, paragraphsOf } from './letter.ts'
import { isRefused, noteAccepted, noteRefused } from './refused-addresses.ts'
import type { Mailer, Parcel } from './smtp.ts'
import { isStoppable, listStops, stopKey, topicOf, whyOf, whyWithoutAccount } from './topics.ts'
import { giveUp, markSent, putBack, putBehind, STALE_AFTER, takeMail, type WaitingMail } from './waiting.ts'

/** What a mail is dressed with; accounts and the site bring it, whom the platform does not know. */
export type Dress = {
  /** What addresses of ours begin with, as in https://fest.example. */
  readonly origin: string
  readonly siteName: (db: Ctx['db']) => Promise<string>
  /** Makes the secret of a link for this account, or for nobody’s, at this address, and the path that carries it. */
  readonly secretPath: (
    ctx: Ctx,
    wanted: { purpose: string; account: number | null; email: string; back?: string },
  ) => Promise<string | undefined>
}

export type Delivery = { readonly dress: Dress; readonly mailer: Mailer }

/**
 * Sends what is due until nothing is left or `goesOn` says to stop. False when the server could not be reached:
 * then whoever calls should wait a little.
 */
export async function deliverDue(ground: Ground, delivery: Delivery, goesOn = () => true): Promise<boolean> {
  while (goesOn()) {
    const outcome = await asClock(ground, (ctx) => deliverNext(ground, ctx, delivery))
    if (outcome === 'none') return true
    if (outcome === 'unreachable') return false
  }
  return true
}

async function deliverNext(ground: Ground, ctx: Ctx, delivery: Delivery): Promise<'none' | 'done' | 'unreachable'> {
  const mail = await takeMail(ground, ctx)
  if (!mail) return 'none'
  const why = await whyNot(ctx, mail)
  if (why === undefined && mail.to !== undefined) return send(ctx, delivery, mail, mail.to)
  await giveUp(ctx, mail, why ?? 'nobody')
  return 'done'
}

async function whyNot(ctx: Ctx, mail: WaitingMail): Promise<string | undefined> {
  if (mail.to === undefined) return 'nobody'
  if (addMillis(mail.madeAt, STALE_AFTER) <= ctx.now()) return 'stale'
  const topic = topicOf(mail.kind)
  if (!isStoppable(topic)) return undefined
  if (mail.account !== null && (await listStops(ctx.db, mail.account)).includes(topic)) return 'unwanted'
  return (await isRefused(ctx, mail.to)) ? 'refused' : undefined
}

async function send(
  ctx: Ctx,
  { dress, mailer }: Delivery,
  mail: WaitingMail,
  to: string,
): Promise<'done' | 'unreachable'> {
  const letter = await letterOf(ctx, dress, mail, to)
  if (!letter) {
    await giveUp(ctx, mail, 'overtaken')
    return 'done'
  }
  const outcome = await mailer.send(parcelOf(letter, mail, to, dress.origin))
  if (outcome.kind === 'sent') {
    await markSent(ctx, mail)
    await noteAccepted(ctx, to)
    return 'done'
  }
  const { kind, answer } = outcome
  // Never the mail itself, nor what the server said of it: both hold addresses.
  ctx.log.warn({ mail: mail.id, kind, answer, attempts: mail.attempts }, 'a mail was not taken')
  if (kind === 'unreachable') {
    await putBehind(ctx, mail, answer)
    return 'unreachable'
  }
  if (kind === 'later') await putBack(ctx, mail, answer)
  else await giveUp(ctx, mail, kind, answer)
  if (kind === 'refused') await noteRefused(ctx, to, answer)
  return 'done'
}

/** As its reader gets it, with the secret of its link made now; undefined where there is no use for that any more. */
export async function letterOf(ctx: Ctx, dress: Dress, mail: WaitingMail, to: string): Promise<Letter | undefined> {
  const link = await linkOf(ctx, dress, mail, to)
  if (mail.linkPurpose !== null && link === undefined) return undefined
  const topic = topicOf(mail.kind)
  const stop =
    mail.account !== null && isStoppable(topic)
      ? absolute(dress, asking(paths.mailStop, { key: await stopKey(ctx, { account: mail.account, topic }) }))
      : undefined
  return {
    site: await dress.siteName(ctx.db),
    subject: mail.subject,
    heading: mail.heading ?? undefined,
    paragraphs: paragraphsOf(mail.body),
    link,
    why: mail.account === null ? whyWithoutAccount : whyOf(topic),
    stop,
  }
}

async function linkOf(ctx: Ctx, dress: Dress, mail: WaitingMail, to: string): Promise<Letter['link']> {
  const { linkLabel: label, linkPath, linkPurpose: purpose, account } = mail
  if (label === null) return undefined
  const path =
    purpose !== null
      ? await dress.secretPath(ctx, { purpose, account, email: to, ...(linkPath === null ? {} : { back: linkPath }) })
      : linkPath
  return path == null ? undefined : { label, address: absolute(dress, path) }
}

const absolute = (dress: Dress, path: string): string => new URL(path, dress.origin).href

function parcelOf(letter: Letter, mail: WaitingMail, to: string, origin: string): Parcel {
  return {
    to,
    subject: letter.subject,
    text: letterText(letter),
    html: letterHtml(letter),
    messageId: `<mail-${mail.id}-${millisOf(mail.madeAt)}@${new URL(origin).hostname}>`,
    date: mail.madeAt,
    stop: letter.stop,
  }
}
