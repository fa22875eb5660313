// On the page of a claim: the way to the page on which its piece is posted, and the drafts that are waiting there.
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { ClaimShown } from '#src/fests/claims/round-shown.ts'
import { sayCount } from '#src/kit/date-words.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonLink } from '#src/ui/forms.tsx'

type Place = Pick<ClaimShown, 'community' | 'round' | 'claim' | 'seen' | 'drafts' | 'ahead'>

/** The holder posts; mods post for a name without an account. A round that takes no more pieces leads nowhere. */
const mayPost = ({ claim, seen, ahead }: Place): boolean =>
  (['held', 'later', 'kept'].includes(seen.state) || (seen.state === 'closed' && ahead.mayStillPost)) &&
  (seen.isMine || claim.account === null)

/** What else can be done stands in the same row. */
export function PostingLinks({ shown, children }: PropsWithChildren<{ shown: Place }>) {
  if (!mayPost(shown)) return <div class="row">{children}</div>
  const { drafts, claim } = shown
  const isIn = claim.pieces.main !== 'none'
  return (
    <>
      {drafts.map(({ work, title, words }) => (
        <p>
          Draft: {title}, {sayCount(words, 'word', 'words')} – <a href={postAt(shown, { work: String(work) })}>go on</a>
        </p>
      ))}
      <div class="row">
        <ButtonLink to={postAt(shown, {})} look={isIn ? 'plain' : undefined} icon="feather">
          {postWords(shown)}
        </ButtonLink>
        {mayStandIn(shown) ? <SmallLink shown={shown} /> : null}
        {children}
      </div>
    </>
  )
}

/** Where a piece of this claim is posted. */
export const postAt = (
  { community, round, claim }: Pick<Place, 'community' | 'round' | 'claim'>,
  more: Readonly<Record<string, string>>,
): string => asking(paths.post(community.slug, round.slug), { claim: String(claim.id), ...more })

export function postWords({ claim, seen }: Pick<Place, 'claim' | 'seen'>): string {
  if (claim.pieces.main !== 'none') return 'Post something more'
  if (seen.state === 'held' && seen.clock === 'today') return 'Post now'
  return seen.isMine ? 'Post your piece' : 'Post their piece'
}

/** While the day or its grace runs and nothing is up for it yet. */
export const mayStandIn = ({ claim, seen }: Pick<Place, 'claim' | 'seen'>): boolean =>
  ['held', 'later'].includes(seen.state) &&
  ['today', 'grace'].includes(seen.clock) &&
  claim.pieces.main === 'none' &&
  !claim.pieces.standIn

type SmallLinkProps = {
  readonly shown: Pick<Place, 'community' | 'round' | 'claim' | 'seen'>
  readonly size?: 'small' | undefined
}

export function SmallLink({ shown, size }: SmallLinkProps): Child {
  return (
    <ButtonLink to={postAt(shown, { as: 'stand-in' })} look="plain" size={size}>
      {shown.seen.clock === 'today' ? 'Something small for today' : 'Something small for the day'}
    </ButtonLink>
  )
}
