// On the page of a claim: the way to the page on which its piece is posted, and the drafts that are waiting there.
import type { ClaimShown } from '#src/fests/claims/round-shown.ts'
import { sayCount } from '#src/kit/date-words.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonLink } from '#src/ui/forms.tsx'

/** The holder posts; mods post for a name without an account. */
const mayPost = ({ claim, seen }: ClaimShown): boolean =>
  ['held', 'later', 'kept', 'closed'].includes(seen.state) && (seen.isMine || claim.account === null)

export function PostingLinks({ shown }: { shown: ClaimShown }) {
  if (!mayPost(shown)) return null
  const { community, round, claim, drafts } = shown
  const to = (more: Readonly<Record<string, string>>): string =>
    asking(paths.post(community.slug, round.slug), { claim: String(claim.id), ...more })
  const isIn = claim.pieces.main !== 'none'
  return (
    <>
      {drafts.map(({ work, title, words }) => (
        <p>
          Draft: {title}, {sayCount(words, 'word', 'words')} – <a href={to({ work: String(work) })}>go on</a>
        </p>
      ))}
      <p class="row">
        <ButtonLink to={to({})} look={isIn ? 'plain' : undefined} icon="feather">
          {isIn ? 'Post something more' : shown.seen.isMine ? 'Post your piece' : 'Post their piece'}
        </ButtonLink>
      </p>
    </>
  )
}
