// Commands about people.
import { makeInvitation } from '#src/people/accounts/links.ts'
import type { Works } from '#src/platform/jobs/job.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { withHouse } from './with-house.ts'

export function invite(args: readonly string[], works: Works): Promise<void> {
  return withHouse(args, works, async ({ ctx, config }) => {
    const link = await makeInvitation(ctx, null)
    const origin = config.publicUrl?.origin ?? `http://localhost:${config.port}`
    console.log(
      `One person can make an account with this link, within seven days:\n\n  ${origin}${asking(paths.join, { link })}\n`,
    )
  })
}
