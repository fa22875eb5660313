// Pieces in lists: the masterlist of a round, and the newest as entries of a catalogue.
import type { ListedPiece } from '#src/fests/posting/pieces-seen.ts'
import { sayDayShort } from '#src/kit/date-words.ts'
import type { CalendarDay } from '#src/kit/days.ts'
import type { WorkCard } from '#src/library/works/works-seen.ts'
import { paths } from '#src/schema/paths.ts'
import { Entry } from '#src/ui/leaves.tsx'
import { Icon } from '#src/ui/marks.tsx'
import { Chip } from '#src/ui/prose.tsx'
import { arrange, byItself } from './masterlist/arranging.ts'
import { kindAndCount, placeWords } from './masterlist/line-words.ts'
import type { Listable } from './masterlist/listable.ts'
import { cameWords } from './masterlist/references.ts'
import { Beyond } from './seen/seen.parts.tsx'
import { bylineWords, kindWords, tagsOfKind } from './work/work-words.ts'

const heads = ['Day', 'Piece', 'By', 'Kind', 'Timing', 'Rated']

/** The roles are written out because a table that is laid out as a list is no longer a table to some screen readers. */
type Beyonds = { readonly beyond: ReadonlyMap<number, string> }

export function Masterlist({ seen, beyond }: { seen: Listable } & Beyonds) {
  return (
    <table class="table table--list" role="table">
      <caption class="hush">Masterlist by day</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map((head) => (
            <th scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {arrange(seen, 'day', byItself).flatMap(({ day, lines }) =>
          lines.map(({ listed, isReference }) =>
            isReference ? (
              <Pointer listed={listed} day={day} seen={seen} beyond={beyond} />
            ) : (
              <Row {...listed} beyond={beyond} />
            ),
          ),
        )}
      </tbody>
    </table>
  )
}

function Row({ piece, on, work, beyond }: ListedPiece & Beyonds) {
  const far = beyond.get(work.id)
  const title = (
    <a href={paths.work(work.id)} dir="auto">
      {work.title}
    </a>
  )
  const day = on ?? piece.cameOn
  return (
    <tr role="row" id={`piece-${work.id}`}>
      <DayCell day={day ?? undefined} />
      <td role="cell" class="t">
        {far === undefined ? title : <Beyond words={far}>{title}</Beyond>}
        {piece.role === 'stand-in' ? <Small word="stand-in" /> : null}
        {piece.role === 'part' ? <Small word="part" /> : null}
        <HeldBack work={work} />
      </td>
      <td role="cell" data-h="By">
        {bylineWords(work.byline)}
      </td>
      <td role="cell" data-h="Kind">
        {kindWords(work)}
      </td>
      <td role="cell" data-h="Timing">
        {far === undefined ? work.timing : ''}
      </td>
      <td role="cell" data-h="Rated">
        <Rating work={work} />
      </td>
    </tr>
  )
}

const DayCell = ({ day }: { day: CalendarDay | undefined }) => (
  <td role="cell" data-h="Day" class="nums">
    {day === undefined ? '' : sayDayShort(day).slice(4)}
  </td>
)

/** Under the day it was for, where it came on another. */
type PointerProps = Beyonds & {
  readonly listed: ListedPiece
  readonly day: CalendarDay | undefined
  readonly seen: Listable
}

const Pointer = ({ listed, day, seen, beyond }: PointerProps) => (
  <tr role="row">
    <DayCell day={day} />
    <td role="cell" class="soft" colspan={heads.length - 1}>
      <span>
        <a href={`#piece-${listed.work.id}`} dir="auto">
          {beyond.has(listed.work.id) ? 'A piece that goes further' : listed.work.title}
        </a>{' '}
        by {bylineWords(listed.work.byline)} {cameWords(seen, listed)}
      </span>
    </td>
  </tr>
)

const Small = ({ word }: { word: string }) => (
  <>
    {' '}
    <Chip mark="standin" word={word} tone="standin" />
  </>
)

/** Nobody else has it in their list; those who have are told that. */
const HeldBack = ({ work }: { work: WorkCard }) =>
  work.isHeldBack ? (
    <>
      {' '}
      <Chip mark="closed" word="not for all to see yet" tone="waiting" />
    </>
  ) : null

/** In a stamp where it is short enough for one. */
function Rating({ work }: { work: WorkCard }) {
  const rating = tagsOfKind(work, 'rating').join(', ')
  if (rating === '') return null
  return <span class={rating.length <= 6 ? 'rate' : undefined}>{rating}</span>
}

/** Rating, form, words, timing: in this order wherever a work is an entry. */
function Facts({ work }: { work: WorkCard }) {
  const hasRating = tagsOfKind(work, 'rating').length > 0
  return (
    <ul class="facts">
      {hasRating ? (
        <li>
          <span class="hush">Rated </span>
          <Rating work={work} />
        </li>
      ) : null}
      {[kindAndCount(work), placeWords(work)].flatMap((fact) => (fact === '' ? [] : [<li>{fact}</li>]))}
      {work.timing === '' ? null : (
        <li>
          <Icon name="lamp" />
          <span class="hush">Timing: </span>
          {work.timing}
        </li>
      )}
    </ul>
  )
}

export function NewestPieces({ works }: { works: readonly WorkCard[] }) {
  return (
    <>
      {works.map((work) => (
        <Entry
          title={
            <a href={paths.work(work.id)} dir="auto">
              {work.title}
            </a>
          }
          facts={work.isHeldBack ? <HeldBack work={work} /> : undefined}
          by={`by ${bylineWords(work.byline)}`}
        >
          {work.summary === '' ? null : (
            <p class="entry__sum" dir="auto">
              {work.summary}
            </p>
          )}
          <Facts work={work} />
        </Entry>
      ))}
    </>
  )
}
