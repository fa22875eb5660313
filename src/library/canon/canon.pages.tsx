// The fandoms of this site, and the timeline of each.
import { type Fandom, findFandom, listFandoms, timelineOf } from '#src/library/canon/fandoms.ts'
import { Timeline } from '#src/library/canon/timeline.parts.tsx'
import { countLeaves, type Placed } from '#src/library/canon/timeline.ts'
import { sayCount } from '#src/kit/date-words.ts'
import type { Web } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty } from '#src/ui/prose.tsx'

export function canonPages(web: Web): void {
  web.get(paths.fandoms, async (c) => {
    const fandoms = await listFandoms(c.get('ctx').db)
    return c.get('show')({ title: 'Fandoms', main: <Fandoms fandoms={fandoms} /> })
  })

  web.get(paths.fandom(':fandom'), async (c) => {
    const { db } = c.get('ctx')
    const fandom = await findFandom(db, c.req.param('fandom') ?? '')
    const parts = await timelineOf(db, fandom.id)
    return c.get('show')({ title: fandom.name, main: <FandomPage fandom={fandom} parts={parts} /> })
  })
}

function Fandoms({ fandoms }: { fandoms: readonly Fandom[] }) {
  return (
    <>
      <h1>Fandoms</h1>
      {fandoms.length === 0 ? (
        <Empty says="No fandom yet. Whoever runs this site takes one in with a command: roundelay canon." />
      ) : (
        <ul class="stack">
          {fandoms.map(({ slug, name }) => (
            <li class="entry__title">
              <a href={paths.fandom(slug)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function FandomPage({ fandom, parts }: { fandom: Fandom; parts: readonly Placed[] }) {
  return (
    <>
      <TitleLeaf
        kicker="The timeline of"
        title={fandom.name}
        says={`${sayCount(countLeaves(parts), 'part', 'parts')}, in the order of the story`}
      />
      <p>
        <a href={paths.fandomWorks(fandom.slug)}>What is set there, in the same order</a>
      </p>
      <Timeline parts={parts} />
    </>
  )
}
