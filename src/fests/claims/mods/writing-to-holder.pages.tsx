// A mod writes to whoever holds a claim: under the name that the claim has, which need not be their name among the members.
import type { Where } from '#src/fests/claims/claim-access.ts'
import { mayBeWrittenTo, type ClaimShown, showClaim } from '#src/fests/claims/round-shown.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { letterForm } from '#src/people/communities/letters/letters.form.ts'
import { WriteLetter } from '#src/people/communities/letters/letters.parts.tsx'
import { writeToPerson } from '#src/people/communities/letters/letters.ts'
import { countLetter, lettersWords, onceOf } from '#src/people/communities/letters/sending.ts'
import type { Ctx } from '#src/platform/context.ts'
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom, roundWhere } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'

export function writingToHolderPages(web: Web): void {
  const at = paths.claimLetter(':community', ':round', ':claim')

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const { shown } = await open(c.get('ctx'), roundWhere(c), idFrom(c, 'claim'))
    const { community, round, claim, seen } = shown
    const about = `${sayDay(claim.on)}, ${round.name}`
    const begun = again.entries.size > 0 ? again : { ...again, entries: new Map([['subject', about]]) }
    const main = (
      <WriteLetter
        home={community}
        title={`Write to ${seen.name}`}
        says={`${lettersWords(c).goes}, signed with your name and for the mods of ${community.name}. The other mods read it too; you see no address.`}
        to={paths.claimLetter(community.slug, round.slug, claim.id)}
        back={paths.claim(community.slug, round.slug, claim.id)}
        keep={{ once: again.entries.get('once') ?? c.get('ctx').uid() }}
        again={begun}
        csrf={c.get('csrf')}
      />
    )
    const here = paths.community(community.slug)
    return c.get('show')({ title: `Write to ${seen.name}`, main, status: statusOf(again), here, ink: round.ink })
  }

  web.get(at, (c) => show(c, asFirst))

  web.post(at, (c) =>
    submitted(c, letterForm, {
      async act(ctx, said, entries) {
        const { shown, account } = await open(ctx, roundWhere(c), idFrom(c, 'claim'))
        countLetter(c, 'mods')
        const { community, claim } = shown
        const to = { account, penName: claim.penName }
        return writeToPerson(ctx, community.slug, to, { ...said, onceKey: onceOf(c, entries) })
      },
      next: (thread) => ({
        to: paths.letter(roundWhere(c).community, thread),
        notice: lettersWords(c).toPerson,
      }),
      again: (again) => show(c, again),
    }),
  )
}

/** For mods, and where there is somebody to write to. */
async function open(ctx: Ctx, where: Where, id: number): Promise<{ shown: ClaimShown; account: number }> {
  const shown = await showClaim(ctx, where, id)
  const { account } = shown.claim
  if (!shown.isMod || !mayBeWrittenTo(shown) || account === null) throw isMissing('claim')
  return { shown, account }
}
