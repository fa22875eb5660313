// One button, wherever a stand-in is shown to its writer: it becomes the piece for the day, now or long after the round.
import { changeRole } from '#src/fests/posting/editing.ts'
import { pressed } from '#src/platform/web/forms.ts'
import type { Web } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'

export function forItsDayPages(web: Web): void {
  web.post(paths.workForItsDay(':id'), (c) =>
    pressed(
      c,
      (ctx) => changeRole(ctx, idFrom(c, 'id'), 'main'),
      () => ({
        to: paths.work(idFrom(c, 'id')),
        notice: 'This is the piece for the day now. It can be changed again where the piece is edited.',
      }),
    ),
  )
}
