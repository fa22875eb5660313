// The fandoms of this site, and the timeline of each.
import { mayAddFandoms, mayBringTimeline } from '#src/library/canon/adding-fandoms.ts'
import { type Fandom, findFandom, listFandoms, timelineOf } from '#src/library/canon/fandoms.ts'
import { Timeline } from '#src/library/canon/timeline.parts.tsx'
import { countLeaves, type Placed } from '#src/library/canon/timeline.ts'
import type { Child } from 'hono/jsx'
import { sayCount } from '#src/kit/date-words.ts'
import type { Web } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonLink } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty } from '#src/ui/prose.tsx'

export function canonPages(web: Web): void {
  web.get(paths.fandoms, async (c) => {
    const { db, viewer } = c.get('ctx')
    const fandoms = await listFandoms(db)
    const mayAdd = await mayAddFandoms(db, viewer)
    return c.get('show')({ title: 'Fandoms', main: <Fandoms fandoms={fandoms} mayAdd={mayAdd} /> })
  })

  web.get(paths.fandom(':fandom'), async (c) => {
    const { db, viewer } = c.get('ctx')
    const fandom = await findFandom(db, c.req.param('fandom') ?? '')
    const parts = await timelineOf(db, fandom.id)
    const mayBring = await mayBringTimeline(db, viewer, fandom.id)
    return c.get('show')({
      title: fandom.name,
      main: <FandomPage fandom={fandom} parts={parts} mayBring={mayBring} />,
    })
  })
}

function Fandoms({ fandoms, mayAdd }: { fandoms: readonly Fandom[]; mayAdd: boolean }) {
  const add = mayAdd ? (
    <ButtonLink to={paths.newFandom} look="plain">
      Add a fandom
    </ButtonLink>
  ) : null
  if (fandoms.length === 0) return <None add={add} />
  return (
    <>
      <h1>Fandoms</h1>
      <ul class="stack">
        {fandoms.map(({ slug, name }) => (
          <li class="entry__title">
            <a href={paths.fandom(slug)}>{name}</a>
          </li>
        ))}
      </ul>
      {add === null ? null : <p class="row">{add}</p>}
    </>
  )
}

function None({ add }: { add: Child }) {
  return (
    <>
      <h1>Fandoms</h1>
      <Empty
        says="No fandom yet."
        note={
          add === null
            ? 'Admins and mods can add one.'
            : 'Writers are asked for the fandom of a piece once there is one.'
        }
        action={add}
      />
    </>
  )
}

type FandomPageProps = { readonly fandom: Fandom; readonly parts: readonly Placed[]; readonly mayBring: boolean }

function FandomPage({ fandom, parts, mayBring }: FandomPageProps) {
  const bring = mayBring ? (
    <ButtonLink to={paths.fandomTimeline(fandom.slug)} look="plain">
      {parts.length === 0 ? 'Bring its timeline' : 'Bring a newer timeline'}
    </ButtonLink>
  ) : null
  return (
    <>
      <TitleLeaf
        kicker={parts.length === 0 ? 'A fandom' : 'The timeline of'}
        title={fandom.name}
        says={
          parts.length === 0 ? undefined : `${sayCount(countLeaves(parts), 'part', 'parts')}, in the order of the story`
        }
        actions={bring}
      />
      <p>
        <a href={paths.fandomWorks(fandom.slug)}>
          {parts.length === 0 ? 'What is set there' : 'What is set there, in the same order'}
        </a>
      </p>
      {parts.length === 0 ? <Empty says="It has no timeline yet." /> : <Timeline parts={parts} />}
    </>
  )
}
