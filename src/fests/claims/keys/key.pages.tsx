// The page that a key link opens, with one button; making the name one's own from there; having the address forgotten.
import { sayDay } from '#src/kit/date-words.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { joinUnderForm } from '#src/people/accounts/accounts.form.ts'
import { JoinUnder } from '#src/people/accounts/names/joining-under.parts.tsx'
import { openSession, SESSION_DAYS } from '#src/people/accounts/sign-in.ts'
import { afterJoining } from '#src/people/accounts/sign-up/welcome.ts'
import { countTry, deviceOf, placeFrom } from '#src/people/accounts/tries.ts'
import { asFirst, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import { keyCookieOf, letIn, putKeyAway, takeKeyIn } from '#src/platform/web/visits.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { zoneChoices } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { Forgetting, KeyOpens, TakeOverByKey } from './key.parts.tsx'
import { forgetAddress, openByKey, seeOpened, whereOf } from './opening.ts'
import { joinByKey, seeNameByKey, seeNameToJoin, takeOverByKey } from './taking-over.ts'

export function keyPages(web: Web): void {
  openingPages(web)
  takingOverPages(web)
  joiningPages(web)
  leavingPages(web)
}

function openingPages(web: Web): void {
  web.get(paths.key, async (c) => {
    const link = c.req.query('link')
    if (link === undefined) return c.redirect(await pathOfDay(c, keyCookieOf(c)), 303)
    countTry(c, 'use-link')
    const { shown, key } = await seeOpened(c.get('ctx'), link)
    c.header('X-Robots-Tag', 'noindex')
    const zone = c.get('zone').name ?? shown.claim.zone
    const props = { shown, zone, to: asking(paths.key, { link }), csrf: c.get('csrf') }
    const isNew = key.askedBy === 'guest' && key.confirmedAt === null
    const main = <KeyOpens {...props} isNew={isNew} isSignedIn={c.get('ctx').viewer.kind === 'person'} />
    return c.get('show')({ title: `${sayDay(shown.claim.on)}, ${shown.round.name}`, ink: shown.round.ink, main })
  })

  web.post(paths.key, async (c) => {
    countTry(c, 'use-link')
    const ctx = c.get('ctx')
    const link = c.req.query('link') ?? ''
    await openByKey(ctx, link)
    takeKeyIn(c, link)
    return c.redirect(ctx.viewer.kind === 'person' ? paths.keyTakingOver : await pathOfDay(c, link), 303)
  })
}

function takingOverPages(web: Web): void {
  web.get(paths.keyTakingOver, async (c) => {
    const ctx = c.get('ctx')
    const name = await seeNameByKey(ctx, mustHaveKey(c))
    const main = <TakeOverByKey name={name} isSignedIn={ctx.viewer.kind === 'person'} csrf={c.get('csrf')} />
    return c.get('show')({ title: `Make ${name.name} your own`, main })
  })

  web.post(paths.keyTakingOver, (c) =>
    pressed(
      c,
      (ctx) => takeOverByKey(ctx, mustHaveKey(c)),
      ({ name }) => {
        putKeyAway(c)
        return { to: paths.mine, notice: `${name} is yours, with its days and works.` }
      },
    ),
  )
}

function joiningPages(web: Web): void {
  const showJoining = async (c: WebContext, again: Again): Promise<Response> => {
    const ctx = c.get('ctx')
    const { name } = await seeNameToJoin(ctx, mustHaveKey(c))
    const zones = zoneChoices(ctx.now())
    const props = { name, again, to: paths.keyJoining, back: paths.keyTakingOver, zones, csrf: c.get('csrf') }
    return c.get('show')({ title: 'Make an account', main: <JoinUnder {...props} />, status: statusOf(again) })
  }

  web.get(paths.keyJoining, (c) => showJoining(c, asFirst))

  web.post(paths.keyJoining, (c) =>
    submitted(c, joinUnderForm, {
      async act(ctx, person) {
        countTry(c, 'sign-up', person.email)
        return openSession(ctx, await joinByKey(ctx, mustHaveKey(c), person), deviceOf(c), placeFrom(c))
      },
      next(token) {
        letIn(c, token, SESSION_DAYS)
        putKeyAway(c)
        return {
          to: paths.mine,
          notice: `${afterJoining(c.get('mailRoad'))} The name is yours, with its days and works.`,
        }
      },
      again: (again) => showJoining(c, again),
    }),
  )
}

/** Having the address forgotten, and putting the key away. */
function leavingPages(web: Web): void {
  web.get(paths.keyForgetting, async (c) => {
    const { shown } = await seeOpened(c.get('ctx'), mustHaveKey(c))
    const main = <Forgetting shown={shown} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Have the address forgotten', ink: shown.round.ink, main })
  })

  web.post(paths.keyForgetting, (c) =>
    pressed(
      c,
      (ctx) => forgetAddress(ctx, mustHaveKey(c)),
      () => {
        putKeyAway(c)
        return { to: paths.home, notice: 'The address is forgotten, and the links that were mailed work no more.' }
      },
    ),
  )

  web.post(paths.keyPuttingAway, (c) =>
    pressed(
      c,
      async () => putKeyAway(c),
      () => ({ to: paths.home, notice: 'Put away on this device. The link in your mail opens your day again.' }),
    ),
  )
}

/** The link in the mail is what opens; without it there is nothing here. */
function mustHaveKey(c: WebContext): string {
  const token = keyCookieOf(c)
  if (token !== undefined) return token
  throw new Refusal('forbidden', 'key/none', 'Please open the link in your mail first: it is the key to your day.')
}

async function pathOfDay(c: WebContext, token: string | undefined): Promise<string> {
  const { key, shown } = await seeOpened(c.get('ctx'), token ?? mustHaveKey(c))
  const where = await whereOf(c.get('ctx'), key)
  return paths.claim(where.community, where.round, shown.claim.id)
}
