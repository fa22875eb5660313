// Commands about people.
import { isAnybodyHere } from '#src/people/accounts/accounts.ts'
import { makeInvitation } from '#src/people/accounts/links.ts'
import type { Works } from '#src/platform/jobs/job.ts'
import { Unstartable } from '#src/platform/unstartable.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { withHouse } from './with-house.ts'

export function invite(args: readonly string[], works: Works): Promise<void> {
  return withHouse(args, works, async ({ ctx, config }) => {
    // Whoever came by an invitation first would close the set-up for ever, and the site would have no admin.
    if (!(await isAnybodyHere(ctx.db))) {
      throw new Unstartable(
        'Nobody has set this site up yet: start it and open the link that it prints, then invite people.',
      )
    }
    const link = await makeInvitation(ctx, null)
    const origin = config.publicUrl?.origin ?? `http://localhost:${config.port}`
    console.log(
      `One person can make an account with this link, within seven days:\n\n  ${origin}${asking(paths.join, { link })}\n`,
    )
  })
}
