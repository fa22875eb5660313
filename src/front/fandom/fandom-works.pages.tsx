// What is set in a canon, in the order of its story, over all rounds: a hundred on a page.
import { inCanonOrder } from '#src/library/canon/canon-order.ts'
import { type Fandom, findFandom, timelineOf } from '#src/library/canon/fandoms.ts'
import type { Placed } from '#src/library/canon/timeline.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { type CanonPage, PAGE, seeCanonPage } from '#src/library/works/setting/works-in-canon.ts'
import type { WorkCard } from '#src/library/works/works-seen.ts'
import { sayCount } from '#src/kit/date-words.ts'
import type { Web } from '#src/platform/web/web.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Icon } from '#src/ui/marks.tsx'
import { Empty } from '#src/ui/prose.tsx'
import { canonGroups } from '../masterlist/canon-groups.ts'
import { type Fact, kindAndCount, offWords, placeWords } from '../masterlist/line-words.ts'
import { Facts, Groups } from '../masterlist/masterlist.parts.tsx'
import { beyondWords, filterIn, howFar, type HowFar } from '../seen/how-far.ts'
import { Beyond, Seen } from '../seen/seen.parts.tsx'
import { bylineWords, sayNumber, tagsOfKind } from '../work/work-words.ts'

export function fandomWorksPages(web: Web): void {
  web.get(paths.fandomWorks(':fandom'), async (c) => {
    const { db, viewer } = c.get('ctx')
    const fandom = await findFandom(db, c.req.param('fandom') ?? '')
    const timeline = await timelineOf(db, fandom.id)
    const page = pageFrom(c.req.query('page'))
    const canons = [{ fandom, timeline }]
    const filter = filterIn(c.req.query('seen'), canons)
    const upTo = filter.get(fandom.id)?.to
    const seen = await seeCanonPage(db, await beholderOf(db, viewer), { fandom: fandom.id, timeline, page, upTo })
    const own = await howFar(c, canons)
    c.set('reads', ['frame', 'works', `fandom:${fandom.id}`])
    return c.get('show')({
      title: `${fandom.name} in canon order`,
      main: <FandomWorks {...{ fandom, timeline, seen, filter, own }} csrf={c.get('csrf')} />,
    })
  })
}

const pageFrom = (text: string | undefined): number => (/^\d{1,7}$/.test(text ?? '') ? Number(text) : 1)

type FandomWorksProps = {
  readonly fandom: Fandom
  readonly timeline: readonly Placed[]
  readonly seen: CanonPage
  readonly filter: HowFar
  readonly own: HowFar
  readonly csrf: string
}

function FandomWorks({ fandom, timeline, seen, filter, own, csrf }: FandomWorksProps) {
  const canons = [{ fandom, timeline }]
  const beyond = beyondWords(seen.works, filter.size > 0 ? new Map() : own, canons)
  const isNone = seen.total + seen.left.beyond + seen.left.unknown === 0
  const order = inCanonOrder(timeline, seen.works, ({ place }) => place)
  const groups = canonGroups(order, (work: WorkCard, guess?: string) => ({ work, guess }))
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.fandom(fandom.slug)}>{fandom.name}</a>}
        title="In canon order"
        says={seen.total === 0 ? undefined : countWords(seen)}
      />
      {isNone ? null : <Seen {...{ canons, filter, own, csrf }} left={seen.left} to={paths.fandomWorks(fandom.slug)} />}
      {isNone ? (
        <Empty says="Nothing set there yet." action={<a href={paths.fandom(fandom.slug)}>The timeline</a>} />
      ) : (
        <div class="mlist">
          <Groups
            groups={groups}
            show={({ work, guess }) => <Line work={work} guess={guess} beyond={beyond.get(work.id)} />}
          />
        </div>
      )}
      <Pager fandom={fandom} seen={seen} filter={filter} />
    </>
  )
}

function countWords({ total, page, pages }: CanonPage): string {
  const all = sayCount(total, 'work', 'works')
  if (pages === 1) return all
  const first = (page - 1) * PAGE + 1
  return `${sayNumber(first)} to ${sayNumber(Math.min(page * PAGE, total))} of ${all}`
}

type LineProps = {
  readonly work: WorkCard
  readonly guess: string | undefined
  /** How far it gives canon away, where that is further than its reader has seen. */
  readonly beyond: string | undefined
}

function Line({ work, guess, beyond }: LineProps) {
  const facts: Fact[] = [
    { text: kindAndCount(work) },
    { text: placeWords(work) },
    { text: tagsOfKind(work, 'rating').join(', ') },
    { text: work.timing, of: 'timing' },
    { text: offWords(work) },
    { text: guess === undefined ? '' : `perhaps ${guess}`, of: 'timing' },
  ]
  const whole = (
    <>
      <p>
        <a class="mlist__title" href={paths.work(work.id)} dir="auto">
          {work.title}
        </a>{' '}
        <span class="soft">by {bylineWords(work.byline)}</span>
      </p>
      <Facts facts={facts.filter(({ text }) => text !== '')} />
    </>
  )
  return (
    <li>
      {beyond === undefined ? (
        whole
      ) : (
        <Beyond words={beyond} says={`By ${bylineWords(work.byline)},`}>
          {whole}
        </Beyond>
      )}
    </li>
  )
}

function Pager({ fandom, seen: { page, pages }, filter }: Pick<FandomWorksProps, 'fandom' | 'seen' | 'filter'>) {
  if (pages === 1) return null
  const code = filter.get(fandom.id)?.code
  const asked = code === undefined ? {} : { seen: `${fandom.slug}:${code}` }
  const to = (other: number): string => asking(paths.fandomWorks(fandom.slug), { page: String(other), ...asked })
  return (
    <nav class="work__ways" aria-label="Pages">
      {page === 1 ? (
        <span></span>
      ) : (
        <p>
          <a href={to(page - 1)} rel="prev">
            <Icon name="arrow-left" /> Before these
          </a>
        </p>
      )}
      {page === pages ? null : (
        <p>
          <a href={to(page + 1)} rel="next">
            Further on <Icon name="arrow-right" />
          </a>
        </p>
      )}
      <p class="small soft">
        Page {page} of {pages}
      </p>
    </nav>
  )
}
