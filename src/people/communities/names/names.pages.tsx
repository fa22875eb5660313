// The names one writes under: all of them, a new one, which is first, and under which one is in each community.
import {
  addName,
  bringNameBack,
  letNameGo,
  listMyNames,
  makeFirst,
  type OwnName,
} from '#src/people/accounts/names/names.ts'
import { newNameForm } from '#src/people/accounts/names/names.form.ts'
import { isMissing } from '#src/kit/refusal.ts'
import type { Ctx } from '#src/platform/context.ts'
import { asFirst, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { goBy, listMyNamesIn, putAwayUnlessGoneBy } from './names-in.ts'
import { goByForm } from './names-in.form.ts'
import { Names } from './names.parts.tsx'

export function namePages(web: Web): void {
  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const { db, viewer } = c.get('ctx')
    if (viewer.kind !== 'person') throw isMissing('account')
    const main = (
      <Names
        names={await listMyNames(db, viewer.account)}
        communities={await listMyNamesIn(db, viewer.account)}
        again={again}
        csrf={c.get('csrf')}
      />
    )
    return c.get('show')({ title: 'Your names', main, status: statusOf(again) })
  }

  web.get(paths.accountNames, async (c) => {
    if (c.get('ctx').viewer.kind === 'person') return show(c, asFirst)
    return c.redirect(asking(paths.signIn, { back: paths.accountNames }), 303)
  })

  web.post(paths.accountNames, (c) =>
    submitted(c, newNameForm, {
      act: (ctx, { name }) => addName(ctx, name),
      next: ({ name }) => ({ to: paths.accountNames, notice: `${name} is yours.` }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.accountNamesIn, (c) =>
    submitted(c, goByForm, {
      act: goBy,
      next: ({ title }) => ({
        to: paths.accountNames,
        notice: `You go by this name in ${title} from now on. Days and works keep the name they have.`,
      }),
      again: (again) => show(c, again),
    }),
  )

  const press = (path: string, act: (ctx: Ctx, id: number) => Promise<OwnName>, says: (name: string) => string): void =>
    void web.post(path, (c) =>
      pressed(
        c,
        (ctx) => act(ctx, idFrom(c, 'name')),
        ({ name }) => ({ to: paths.accountNames, notice: says(name) }),
      ),
    )

  press(paths.accountNameFirst(':name'), makeFirst, (name) => `${name} is your first name here.`)
  press(paths.accountNameAway(':name'), putAwayUnlessGoneBy, (name) => `${name} is put away. It stays yours.`)
  press(paths.accountNameBack(':name'), bringNameBack, (name) => `${name} can be chosen again.`)
  press(paths.accountNameGone(':name'), letNameGo, (name) => `${name} is let go. Anybody can have it now.`)
}
