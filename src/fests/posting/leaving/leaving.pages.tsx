// Leaving the site, in two steps of which only the second does anything; and coming back within thirty days.
import { seeOwnPieces } from '#src/fests/posting/own/own-pieces.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { whoLeaves } from '#src/people/accounts/leaving/closing.ts'
import { openSession, SESSION_DAYS } from '#src/people/accounts/sign-in.ts'
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import { letIn, letOut } from '#src/platform/web/visits.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { comingBackForm, lastWordForm, lastWordWithoutPassword, leavingForm } from './leaving.form.ts'
import { comeBack, leaveSite, toSettle } from './leaving.ts'
import { ComingBack, Goodbye, LastWord, Leaving } from './leaving.parts.tsx'

/** As for signing in. */
const TRIES = { tries: 10, perSeconds: 1_200 }
const FROM_ONE_ADDRESS = { tries: 50, perSeconds: 1_200 }

export function leavingPages(web: Web): void {
  const isGuest = (c: WebContext): boolean => c.get('ctx').viewer.kind !== 'person'
  const signInFirst = (c: WebContext): Response => c.redirect(asking(paths.signIn, { back: paths.accountLeaving }), 303)

  web.get(paths.accountLeaving, async (c) => {
    if (isGuest(c)) return signInFirst(c)
    const ctx = c.get('ctx')
    const pieces = await seeOwnPieces(ctx.db, await beholderOf(ctx.db, ctx.viewer))
    return c.get('show')({
      title: 'Leaving this site',
      main: <Leaving settle={await toSettle(ctx)} pieces={pieces} />,
    })
  })

  const lastWord = async (c: WebContext, again: Again): Promise<Response> => {
    const { passwordHash } = await whoLeaves(c.get('ctx'))
    const works = leavingForm.fields.works.read(again.entries.get('works') ?? c.req.query('works') ?? '')
    if ('error' in works) return c.redirect(paths.accountLeaving, 303)
    const props = { works: works.value, hasPassword: passwordHash !== null, again, csrf: c.get('csrf') }
    return c.get('show')({ title: 'Leave now?', main: <LastWord {...props} />, status: statusOf(again) })
  }

  web.get(paths.leavingLastWord, async (c) => (isGuest(c) ? signInFirst(c) : lastWord(c, asFirst)))

  web.post(paths.leavingLastWord, async (c) => {
    const { passwordHash, account } = await whoLeaves(c.get('ctx'))
    const steps = {
      next: () => {
        letOut(c)
        return { to: paths.goodbye }
      },
      again: (again: Again) => lastWord(c, again),
    }
    if (passwordHash === null) {
      return submitted(c, lastWordWithoutPassword, {
        ...steps,
        act: (ctx, { works }) => leaveSite(ctx, { works, password: '' }),
      })
    }
    return submitted(c, lastWordForm, {
      ...steps,
      act(ctx, typed) {
        c.get('rates').take(`leaving as ${account}`, TRIES, ctx.now())
        return leaveSite(ctx, typed)
      },
    })
  })

  web.get(paths.goodbye, (c) => c.get('show')({ title: 'You have left', main: <Goodbye /> }))

  const back = (c: WebContext, again: Again): Promise<Response> =>
    c.get('show')({
      title: 'Come back',
      main: <ComingBack again={again} csrf={c.get('csrf')} />,
      status: statusOf(again),
    })

  web.get(paths.comingBack, (c) => back(c, asFirst))

  web.post(paths.comingBack, (c) =>
    submitted(c, comingBackForm, {
      async act(ctx, typed) {
        c.get('rates').take(`coming back from ${c.get('address')}`, FROM_ONE_ADDRESS, ctx.now())
        c.get('rates').take(`coming back as ${typed.email.toLowerCase()}`, TRIES, ctx.now())
        return openSession(ctx, await comeBack(ctx, typed), c.req.header('user-agent') ?? '')
      },
      next(token) {
        letIn(c, token, SESSION_DAYS)
        return { to: paths.mine, notice: 'Welcome back. Your works are as they were; communities are joined anew.' }
      },
      again: (again) =>
        back(c, { ...again, entries: new Map([...again.entries].filter(([name]) => name !== 'password')) }),
    }),
  )
}
