// The button that says of a piece which earlier day it was for, and the one that takes it back.
import { answerClaim, takeAnswerBack } from '#src/fests/posting/answers/answering.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import type { Web } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'

export function answeringPages(web: Web): void {
  web.post(paths.workAnswer(':id'), async (c) => {
    const work = idFrom(c, 'id')
    const said = (await readEntries(c)).get('claim') ?? ''
    if (said !== '' && !/^\d{1,15}$/.test(said)) throw isMissing('claim')
    return pressed(
      c,
      (ctx) => (said === '' ? takeAnswerBack(ctx, work) : answerClaim(ctx, work, Number(said))),
      () => ({
        to: paths.work(work),
        notice:
          said === '' ? 'Taken back. That day waits for its piece again.' : 'Thank you. That day has its piece now.',
      }),
    )
  })
}
