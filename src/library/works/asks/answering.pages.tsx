// What one is asked: a list of one's own, and a page for each with its buttons. A link that is merely opened changes nothing.
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import type { Web } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { AskedList, AskedPage } from './answering.parts.tsx'
import { answerAsk } from './asks.ts'
import { listAskedOf, openAsked } from './own-asks.ts'

export function answeringAsksPages(web: Web): void {
  web.get(paths.asks, async (c) => {
    const ctx = c.get('ctx')
    if (ctx.viewer.kind !== 'person') return c.redirect(asking(paths.signIn, { back: paths.asks }), 303)
    const main = <AskedList asked={await listAskedOf(ctx)} />
    return c.get('show')({ title: 'Asked of you', main, here: paths.mine })
  })

  web.get(paths.ask(':ask'), async (c) => {
    const ctx = c.get('ctx')
    const id = idFrom(c, 'ask')
    if (ctx.viewer.kind !== 'person') return c.redirect(asking(paths.signIn, { back: paths.ask(id) }), 303)
    const main = <AskedPage asked={await openAsked(ctx, id)} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Asked of you', main, here: paths.mine })
  })

  web.post(paths.ask(':ask'), async (c) => {
    const answer = (await readEntries(c)).get('do') === 'agree' ? 'agree' : 'decline'
    return pressed(
      c,
      (ctx) => answerAsk(ctx, idFrom(c, 'ask'), answer),
      () => ({
        to: paths.asks,
        notice: answer === 'agree' ? 'Agreed. It is shown now.' : 'It is not shown. Nobody is told why.',
      }),
    )
  })
}
