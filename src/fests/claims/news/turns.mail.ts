// The words of the mails about what the clock or a mod did to a claim: one of each, kind, and with nothing to explain.
import {
  type Happened,
  landingOf,
  listClosedWith,
  type News,
  newsOf,
  roundAndButton,
  type StoredClaim,
} from '#src/fests/claims/news/claim-news.ts'
import { stateWords } from '#src/fests/claims/news/claim-log-words.ts'
import { sayDay, sayDeadline, sayList } from '#src/kit/date-words.ts'
import type { Ctx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'

type Words = { readonly subject: string; readonly body: string; readonly onceKey: string }

/** Most turns are their holder's own doing, and need no mail. */
export async function mailOfTurn(ctx: Ctx, happened: Happened): Promise<void> {
  const news = await newsOf(ctx, happened)
  const words = news && (await wordsOf(ctx, news, `claim turn ${happened.turn}`))
  if (!news || !words) return
  await ctx.atomically('nothing', (tx) =>
    postMail(tx, { ...news.to, kind: `claim.${news.turn.event}`, ...roundAndButton(news), ...words }),
  )
}

async function wordsOf(ctx: Ctx, news: News, onceKey: string): Promise<Words | undefined> {
  switch (news.turn.event) {
    case 'grace-passes':
      // Whoever said that it will be later knows; and a piece that is in has nothing to wait for.
      return news.turn.row !== 15 || news.claim.saidLater ? undefined : { ...(await gracePassed(ctx, news)), onceKey }
    case 'round-ends':
      return news.turn.row === 22 ? stillWelcome(ctx, news) : undefined
    case 'let-through':
      return { ...letThrough(news), onceKey }
    case 'not-counted':
      return { ...countsNoMore(news), onceKey }
    case 'counted-again':
      return { ...countsAgain(news), onceKey }
    case 'set':
      return { ...setRight(news), onceKey }
    default:
      return undefined
  }
}

async function gracePassed(ctx: Ctx, { claim, round }: News): Promise<Omit<Words, 'onceKey'>> {
  const landing = await landingOf(ctx, claim)
  const next = landing?.nextFreeDay
  const where =
    next === undefined
      ? 'Your piece is welcome whenever it is ready, and goes up as soon as you post it.'
      : `Your piece has moved to the free for all and is welcome there, whenever it is ready. The next free-for-all day is ${sayDay(next)}.${landing?.isAtOnce ? ' It need not wait for it: this round puts it up as soon as you post it.' : ''}`
  return {
    subject: next === undefined ? `Your piece for ${round} is welcome` : `Your piece is welcome on ${sayDay(next)}`,
    body: `${sayDay(claim.on)} in ${round} and its grace have passed. ${where} It is posted from the page of your claim, as before. Nothing to explain.`,
  }
}

const AFTERWARDS = {
  welcome: 'it is still welcome: it can be posted from the page of your claim.',
  'ask-mods':
    'it is still welcome. Please ask the mods first, with a letter from the page of your claim; then it can be posted there.',
} as const

/** One for each person and round, however many of their days stayed open; none where nothing more is taken. */
async function stillWelcome(ctx: Ctx, { claim, round, to }: News): Promise<Words | undefined> {
  const afterwards = (await landingOf(ctx, claim))?.afterwards ?? 'closed'
  if (afterwards === 'closed') return undefined
  const days = (await listClosedWith(ctx.db, claim, to)).map((each) => sayDay(each.on))
  return {
    subject: `${round} is over, and your piece is still welcome`,
    body: `The last day of ${round} has passed. Should your piece for ${sayList(days)} be ready one day, ${AFTERWARDS[afterwards]} Nothing to explain, and no more reminders. Thank you for having been in.`,
    onceKey: `round ${claim.round} still welcome ${to.account ?? `claim ${claim.id}`}`,
  }
}

function letThrough({ claim, round }: News): Omit<Words, 'onceKey'> {
  const day = sayDay(claim.on)
  return {
    subject: `Your piece for ${day} is up`,
    body: `A mod of ${round} has let your piece for ${day} through: it is up now, and did not have to wait for the next free-for-all day. You can change it or take it down on its own page.`,
  }
}

function countsNoMore({ claim, round, turn }: News): Omit<Words, 'onceKey'> {
  const day = sayDay(claim.on)
  return {
    subject: `About your piece for ${day}`,
    body: `The mods of ${round} have said that your piece does not count for ${day}. They say: “${turn.reason ?? ''}” It stays up, as an extra, and everything in it stays yours. ${standingOf(claim)} If you see it another way, you can write to them on the page of your claim.`,
  }
}

function countsAgain({ claim, round }: News): Omit<Words, 'onceKey'> {
  const day = sayDay(claim.on)
  return {
    subject: `Your piece counts for ${day}`,
    body: `The mods of ${round} have said that your piece counts for ${day} after all. There is nothing for you to do.`,
  }
}

function setRight({ claim, round, turn }: News): Omit<Words, 'onceKey'> {
  const day = sayDay(claim.on)
  return {
    subject: `Your claim on ${day} was set right`,
    body: `A mod of ${round} has set your claim on ${day} right. It is now: ${stateWords[claim.state]}. They say: “${turn.reason ?? ''}” Nobody but you and the mods reads this reason. ${standingOf(claim)} If something is wrong with it, you can write to them on the page of your claim.`,
  }
}

function standingOf({ state, deadlines, zone }: StoredClaim): string {
  if (state === 'held') return `A piece for the day is on time until ${sayDeadline(deadlines.graceEnd, zone)}.`
  if (state === 'later') return 'A piece for the day is welcome in the free for all, whenever it is ready.'
  return state === 'closed' ? 'A piece for the day is still welcome.' : 'There is nothing for you to do.'
}
