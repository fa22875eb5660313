// Beginning a letter: somebody to the mods, or a mod to a member.
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { openMember } from '../members/members.ts'
import { letterForm } from './letters.form.ts'
import { WriteLetter } from './letters.parts.tsx'
import { mustBeAbleToWrite, writeToMods, writeToPerson } from './letters.ts'
import { countLetter, lettersWords, onceOf, toSignIn } from './sending.ts'

export function writingLetterPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''
  const keepOf = (c: WebContext, again: Again) => ({ once: again.entries.get('once') ?? c.get('ctx').uid() })

  const showNew = async (c: WebContext, again: Again): Promise<Response> => {
    const home = await mustBeAbleToWrite(c.get('ctx'), slugOf(c))
    // A mail or a page that leads here may say what it is about; it is only a beginning.
    const about = c.req.query('about')?.slice(0, 120)
    const begun =
      again.entries.size > 0 || about === undefined ? again : { ...again, entries: new Map([['subject', about]]) }
    const main = (
      <WriteLetter
        home={home}
        title="Write to the mods"
        says={`Every mod of ${home.name} reads it, and nobody else. They see your name here and no address. ${lettersWords(c).isMailed ? 'You hear by mail when they answer.' : 'Their answer stands among your letters.'}`}
        to={paths.newLetter(home.slug)}
        back={paths.community(home.slug)}
        keep={keepOf(c, again)}
        again={begun}
        csrf={c.get('csrf')}
      />
    )
    const here = paths.community(home.slug)
    return c.get('show')({ title: `Write to the mods, ${home.name}`, main, status: statusOf(again), here })
  }

  web.get(paths.newLetter(':community'), async (c) =>
    c.get('ctx').viewer.kind === 'person' ? showNew(c, asFirst) : c.redirect(toSignIn(c), 303),
  )

  web.post(paths.newLetter(':community'), (c) =>
    submitted(c, letterForm, {
      async act(ctx, said, entries) {
        await mustBeAbleToWrite(ctx, slugOf(c))
        countLetter(c, 'person')
        return writeToMods(ctx, slugOf(c), { ...said, onceKey: onceOf(c, entries) })
      },
      next: (thread) => ({
        to: paths.letter(slugOf(c), thread),
        notice: `Your letter is with the mods. ${lettersWords(c).toMods}`,
      }),
      again: (again) => showNew(c, again),
    }),
  )

  const showTo = async (c: WebContext, again: Again): Promise<Response> => {
    const { community, member } = await openMember(c.get('ctx'), slugOf(c), idFrom(c, 'id'))
    const main = (
      <WriteLetter
        home={community}
        title={`Write to ${member.name}`}
        says={`${lettersWords(c).goes}, signed with your name and for the mods of ${community.name}. The other mods read it too; you see no address.`}
        to={paths.memberLetter(community.slug, member.id)}
        back={paths.member(community.slug, member.id)}
        keep={keepOf(c, again)}
        again={again}
        csrf={c.get('csrf')}
      />
    )
    const here = paths.community(community.slug)
    return c.get('show')({ title: `Write to ${member.name}`, main, status: statusOf(again), here })
  }

  web.get(paths.memberLetter(':community', ':id'), (c) => showTo(c, asFirst))

  web.post(paths.memberLetter(':community', ':id'), (c) =>
    submitted(c, letterForm, {
      async act(ctx, said, entries) {
        const { member } = await openMember(ctx, slugOf(c), idFrom(c, 'id'))
        countLetter(c, 'mods')
        const { account, penName } = member
        return writeToPerson(ctx, slugOf(c), { account, penName }, { ...said, onceKey: onceOf(c, entries) })
      },
      next: (thread) => ({
        to: paths.letter(slugOf(c), thread),
        notice: lettersWords(c).toPerson,
      }),
      again: (again) => showTo(c, again),
    }),
  )
}
