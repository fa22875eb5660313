// The masterlist of a round, in five orders; it makes itself out of what is up.
import type { RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { findRound } from '#src/fests/rounds/rounds.ts'
import { sayCount } from '#src/kit/date-words.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import type { Web } from '#src/platform/web/web.ts'
import { roundWhere } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonLink } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty } from '#src/ui/prose.tsx'
import { isOrder, type Order } from './arranging.ts'
import { WholeMasterlist } from './masterlist.parts.tsx'
import { type MasterlistShown, readFor, showMasterlist } from './masterlist-shown.ts'
import { orderWays } from './orders.ts'
import { Ways } from './ways.parts.tsx'

export function masterlistPages(web: Web): void {
  web.get(paths.masterlist(':community', ':round'), async (c) => {
    const ctx = c.get('ctx')
    const { community, round } = roundWhere(c)
    const home = await findRound(ctx, community, round)
    const asked = c.req.query('by')
    const by = isOrder(asked) ? asked : 'day'
    const shown = await showMasterlist(ctx, await beholderOf(ctx.db, ctx.viewer), home, by)
    c.set('reads', readFor(home, shown))
    return c.get('show')({
      title: `Masterlist of ${home.round.name}`,
      ink: home.round.ink,
      main: <MasterlistPage home={home} shown={shown} by={by} />,
      here: paths.community(home.community.slug),
      feed: paths.roundFeed(home.community.slug, home.round.slug),
    })
  })
}

type PageProps = { readonly home: RoundAtHome; readonly shown: MasterlistShown; readonly by: Order }

function MasterlistPage({ home: { community, round }, shown, by }: PageProps) {
  const here = paths.masterlist(community.slug, round.slug)
  const { length } = shown.seen.listed
  const copy = asking(paths.masterlistCopy(community.slug, round.slug), { by })
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.round(community.slug, round.slug)}>{round.name}</a>}
        title="Masterlist"
        says={length === 0 ? undefined : sayCount(length, 'piece', 'pieces')}
        actions={
          length === 0 ? undefined : (
            <ButtonLink to={copy} look="plain">
              Copy it out
            </ButtonLink>
          )
        }
      />
      {length === 0 ? (
        <Empty
          says="No pieces yet."
          action={<a href={paths.round(community.slug, round.slug)}>The days of the round</a>}
        />
      ) : (
        <>
          <Ways label="Orders of the masterlist" says="In the order of" ways={orderWays(here, by)} />
          <WholeMasterlist seen={shown.seen} groups={shown.groups} by={by} />
        </>
      )}
    </>
  )
}
