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
import { beyondWords, filterIn, howFar, type HowFar } from '../seen/how-far.ts'
import { Seen } from '../seen/seen.parts.tsx'
import { Ways } from './ways.parts.tsx'

export function masterlistPages(web: Web): void {
  web.get(paths.masterlist(':community', ':round'), async (c) => {
    const ctx = c.get('ctx')
    const { community, round } = roundWhere(c)
    const home = await findRound(ctx, community, round)
    const asked = c.req.query('by')
    const by = isOrder(asked) ? asked : 'day'
    const shown = await showMasterlist(ctx, await beholderOf(ctx.db, ctx.viewer), home, by, (canons) =>
      filterIn(c.req.query('seen'), canons),
    )
    const filter = filterIn(c.req.query('seen'), shown.canons)
    const own = await howFar(c, shown.canons)
    c.set('reads', readFor(home, shown))
    return c.get('show')({
      title: `Masterlist of ${home.round.name}`,
      ink: home.round.ink,
      main: <MasterlistPage {...{ home, shown, by, filter, own }} csrf={c.get('csrf')} />,
      here: paths.community(home.community.slug),
      feed: paths.roundFeed(home.community.slug, home.round.slug),
    })
  })
}

type PageProps = {
  readonly home: RoundAtHome
  readonly shown: MasterlistShown
  readonly by: Order
  readonly filter: HowFar
  readonly own: HowFar
  readonly csrf: string
}

function MasterlistPage({ home: { community, round }, shown, by, filter, own, csrf }: PageProps) {
  const here = paths.masterlist(community.slug, round.slug)
  const { left, canons, seen } = shown
  const { length } = seen.listed
  const isNone = length + left.beyond + left.unknown === 0
  const works = seen.listed.map(({ work }) => work)
  const beyond = beyondWords(works, filter.size > 0 ? new Map() : own, canons)
  const given = canons.filter(({ fandom }) => works.some((work) => work.fandom === fandom.id) || filter.has(fandom.id))
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
      {isNone ? (
        <Empty
          says="No pieces yet."
          action={<a href={paths.round(community.slug, round.slug)}>The days of the round</a>}
        />
      ) : (
        <>
          <Ways
            label="Orders of the masterlist"
            says="In the order of"
            ways={orderWays(here, by, askedOf(shown, filter))}
          />
          <Seen {...{ filter, own, left, csrf }} canons={given} to={here} keep={{ by }} />
          <WholeMasterlist seen={seen} groups={shown.groups} by={by} beyond={beyond} />
        </>
      )}
    </>
  )
}

/** The other orders leave out the same. */
function askedOf({ canons }: MasterlistShown, filter: HowFar): Readonly<Record<string, string>> {
  const [asked] = canons.flatMap(({ fandom }) => {
    const seen = filter.get(fandom.id)
    return seen ? [`${fandom.slug}:${seen.code}`] : []
  })
  return asked === undefined ? {} : { seen: asked }
}
