// Commands about people.
import { isAnybodyHere } from '#src/people/accounts/accounts.ts'
import { makeInvitation } from '#src/people/accounts/links.ts'
import { linkForHost } from '#src/people/accounts/mailed/by-mail.ts'
import type { Works } from '#src/platform/jobs/job.ts'
import type { Config } from '#src/platform/config.ts'
import { servedAt } from '#src/platform/data-folder.ts'
import { Unstartable } from '#src/platform/unstartable.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { withHouse } from './with-house.ts'
import { wordsOf } from './words.ts'

export function invite(args: readonly string[], works: Works): Promise<void> {
  return withHouse(args, works, async ({ ctx, config }) => {
    // Whoever came by an invitation first would close the set-up for ever, and the site would have no admin.
    if (!(await isAnybodyHere(ctx.db))) {
      throw new Unstartable(
        'Nobody has set this site up yet: start it and open the link that it prints, then invite people.',
      )
    }
    const link = await makeInvitation(ctx, null)
    console.log(
      `One person can make an account with this link, within seven days:\n\n  ${addressed(config, asking(paths.join, { link }))}`,
    )
  })
}

/** For a site without mail, and for whoever has no mail any more: the host knows them. */
export function signInLink(args: readonly string[], works: Works): Promise<void> {
  const { words, rest } = wordsOf(args)
  const [address, ...more] = words
  if (address === undefined || more.length > 0)
    throw new Unstartable('Say whose: sign-in-link ADDRESS, with the e-mail address of the account.')
  return withHouse(rest, works, async ({ ctx, config }) => {
    const path = await linkForHost(ctx, address)
    if (path === undefined) throw new Unstartable('No account has this address.')
    console.log(`This link signs the account in, once, within half an hour:\n\n  ${addressed(config, path)}`)
  })
}

/** With what was assumed of the address, where nobody has said it: a link to a wrong door is worse than none. */
function addressed({ publicUrl, dataFolder, port }: Config, path: string): string {
  if (publicUrl !== undefined) return `${publicUrl.origin}${path}\n`
  const served = servedAt(dataFolder)
  const why =
    served === undefined
      ? `No server runs on ${dataFolder} now, so the address is a guess.`
      : 'The address is that of the server that runs now.'
  const advice = 'If people use another, set ROUNDELAY_URL for commands too, or give it with --url.'
  return `${served ?? `http://localhost:${port}`}${path}\n\n${why} ${advice}\n`
}
