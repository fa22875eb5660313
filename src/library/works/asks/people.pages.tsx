// The people of a work, for its creators: co-authors, credits, for whom it is, and the works it came from.
import type { Fields, Form as FormOf, ValuesOf } from '#src/kit/form.ts'
import { pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import type { Ctx } from '#src/platform/context.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { coAuthorForm, creditForm, giftForm, tieForm, tieTo } from './asks.form.ts'
import { creditSomebody, giveWork, inviteCoAuthor, takeAskBack, tieWork } from './asks.ts'
import { openOwnPeople } from './own-asks.ts'
import { type FormName, PeopleOfWork } from './people.parts.tsx'

export function peoplePages(web: Web): void {
  web.get(paths.workPeople(':id'), (c) => show(c))

  const at = <F extends Fields>(
    path: string,
    name: FormName,
    form: FormOf<F>,
    act: (ctx: Ctx, id: number, said: ValuesOf<F>, c: WebContext) => Promise<void>,
  ): void => {
    web.post(path, (c) =>
      submitted(c, form, {
        act: (ctx, said) => act(ctx, idFrom(c, 'id'), said, c),
        next: () => ({ to: paths.workPeople(idFrom(c, 'id')), notice: 'It stands in the list now.' }),
        again: (again) => show(c, { name, again }),
      }),
    )
  }

  at(paths.workCoAuthors(':id'), 'coAuthor', coAuthorForm, (ctx, id, { coAuthor }) => inviteCoAuthor(ctx, id, coAuthor))
  at(paths.workCredits(':id'), 'credit', creditForm, (ctx, id, { credited, role }) =>
    creditSomebody(ctx, id, { name: credited, role }),
  )
  at(paths.workGifts(':id'), 'gift', giftForm, (ctx, id, { recipient }) => giveWork(ctx, id, recipient))
  at(paths.workTies(':id'), 'tie', tieForm, (ctx, id, { kind, where, words }, c) =>
    tieWork(ctx, id, { kind, to: tieTo(c.get('origin'), where, words) }),
  )

  web.post(paths.workPerson(':id', ':ask'), (c) =>
    pressed(
      c,
      (ctx) => takeAskBack(ctx, { work: idFrom(c, 'id'), ask: idFrom(c, 'ask') }),
      () => ({ to: paths.workPeople(idFrom(c, 'id')), notice: 'Taken back.' }),
    ),
  )
}

async function show(c: WebContext, came?: { readonly name: FormName; readonly again: Again }): Promise<Response> {
  const own = await openOwnPeople(c.get('ctx'), idFrom(c, 'id'))
  const main = <PeopleOfWork own={own} came={came} csrf={c.get('csrf')} />
  return c.get('show')({
    title: `People and other works, ${own.title}`,
    main,
    ...(came ? { status: statusOf(came.again) } : {}),
  })
}
