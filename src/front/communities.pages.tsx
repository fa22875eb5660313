// All communities of the site, those one belongs to first.
import { sayCount } from '#src/kit/date-words.ts'
import { type Community, countMembersOfAll, listCommunities } from '#src/people/communities/communities.ts'
import type { Web } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonLink } from '#src/ui/forms.tsx'
import { Entry, TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import { myCommunities } from './my-communities.ts'

type Listed = { readonly community: Community; readonly members: number }

export function allCommunitiesPages(web: Web): void {
  web.get(paths.communities, async (c) => {
    const ctx = c.get('ctx')
    const counts = await countMembersOfAll(ctx.db)
    const mine = await myCommunities(ctx)
    const all = (await listCommunities(ctx.db))
      .toSorted((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1))
      .map((community) => ({ community, members: counts.get(community.id) ?? 0 }))
    const props = {
      mine: all.filter(({ community }) => mine.has(community.id)),
      others: all.filter(({ community }) => !mine.has(community.id)),
      isAdmin: ctx.viewer.kind === 'person' && ctx.viewer.isAdmin,
    }
    return c.get('show')({ title: 'Communities', main: <Communities {...props} />, here: paths.communities })
  })
}

type Props = { readonly mine: readonly Listed[]; readonly others: readonly Listed[]; readonly isAdmin: boolean }

function Communities({ mine, others, isAdmin }: Props) {
  const start = isAdmin ? (
    <ButtonLink to={paths.newCommunity} look="plain">
      Start another community
    </ButtonLink>
  ) : undefined
  return (
    <>
      <TitleLeaf title="Communities" actions={start} />
      {mine.length + others.length === 0 ? <Empty says="No community yet." /> : null}
      {mine.length === 0 ? null : <Some title="Yours" listed={mine} />}
      {others.length === 0 ? null : <Some title={mine.length === 0 ? 'All of them' : 'The others'} listed={others} />}
    </>
  )
}

function Some({ title, listed }: { title: string; listed: readonly Listed[] }) {
  return (
    <section>
      <Head title={title} />
      {listed.map(({ community: { slug, name, about }, members }) => (
        <Entry title={<a href={paths.community(slug)}>{name}</a>}>
          {about === '' ? null : <p class="entry__sum">{firstWords(about)}</p>}
          <p class="soft small">{sayCount(members, 'member', 'members')}</p>
        </Entry>
      ))}
    </section>
  )
}

/** A paragraph is enough to know it by. */
function firstWords(about: string): string {
  const [first = ''] = about.split(/\n\s*\n/)
  return first.length <= 240 ? first : `${first.slice(0, 240).replace(/\s+\S*$/, '')}…`
}
