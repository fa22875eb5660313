// The header block of a work, in the order in which readers know it; what nobody filled in is left out.
import type { Child } from 'hono/jsx'
import { sayDayLong } from '#src/kit/date-words.ts'
import { type CalendarDay, dayAt } from '#src/kit/days.ts'
import type { Instant } from '#src/kit/instants.ts'
import { isOneText, shortTally } from '#src/library/works/chapters/chapter-words.ts'
import { sayWishes } from '#src/library/works/wishes/wish-words.ts'
import { paths } from '#src/schema/paths.ts'
import { Moment } from '#src/ui/dates.tsx'
import { nearestRating, readRating } from '#src/text/vocabulary/rating-reading.ts'
import { Chip } from '#src/ui/prose.tsx'
import { peopleLines } from './people/people.parts.tsx'
import { seriesLine } from './series/series-ways.parts.tsx'
import type { WorkShown } from './work-shown.ts'
import { sayNumber, tagsOfKind } from './work-words.ts'

type Line = { readonly term: string; readonly says: Child | undefined }

export function WorkHeader({ shown, zone }: { shown: WorkShown; zone: string }) {
  const lines = linesOf(shown, zone).filter(({ says }) => says !== undefined)
  return (
    <dl class="hb">
      {lines.map(({ term, says }) => (
        <div>
          <dt>{term}</dt>
          <dd dir="auto">{says}</dd>
        </div>
      ))}
    </dl>
  )
}

function linesOf(shown: WorkShown, zone: string): Line[] {
  const { work, fandom } = shown
  const said = (term: string, text: string | undefined): Line => ({ term, says: text || undefined })
  const tags = (...kinds: Parameters<typeof tagsOfKind>[1][]): Child | undefined => tagList(tagsOfKind(work, ...kinds))
  const { header } = work
  return [
    { term: 'Posted', says: posted(shown, zone) },
    { term: 'For', says: forDay(shown) },
    {
      term: 'Fandom',
      says: fandom ? <a href={paths.fandom(fandom.slug)}>{fandom.name}</a> : header.fandom || undefined,
    },
    { term: 'Timing', says: timingSaid(shown) },
    { term: 'Rating', says: rating(shown) },
    said('Warnings', tagsOfKind(work, 'warning').join(', ')),
    { term: 'People', says: tags('character', 'pairing') },
    said('Words', work.words === 0 ? undefined : sayNumber(work.words)),
    said('Chapters', isOneText(work.chapters) ? undefined : shortTally(work.chapters)),
    { term: 'Spoilers', says: spoilers(shown) },
    { term: 'Series', says: seriesLine(shown.series) ?? (header.series || undefined) },
    said('Chapter', header.chapter),
    said('Prompt', header.prompt),
    said('Genre', header.genre),
    { term: 'Tags', says: tags('free') },
    said('Thanks to', [header.beta, header.thanks].filter(Boolean).join('; ')),
    said('For whom', header.recipient ?? header.dedication),
    ...peopleLines(shown.people),
    said('Wishes', sayWishes(work.wishes)),
    said('Disclaimer', header.disclaimer),
  ]
}

function posted({ work, place }: WorkShown, zone: string): Child | undefined {
  if (work.revealedAt === undefined) return undefined
  const day = (at: Instant): string => longDay(dayAt(at, zone))
  return (
    <>
      <Moment at={work.revealedAt} words={day(work.revealedAt)} />
      {work.lastChapterAt === undefined ? null : (
        <>
          , last chapter <Moment at={work.lastChapterAt} words={day(work.lastChapterAt)} />
        </>
      )}
      {work.firstPostedOn === undefined ? null : (
        <>
          , first posted elsewhere <Moment at={work.firstPostedOn} words={longDay(work.firstPostedOn)} />
        </>
      )}{' '}
      {place?.piece.role === 'stand-in' ? <Chip mark="standin" word="stand-in" tone="standin" /> : null}
      {place?.piece.role === 'part' ? <Chip mark="standin" word="part" tone="standin" /> : null}
    </>
  )
}

/** "3 May 2009" */
const longDay = (day: CalendarDay): string => sayDayLong(day).split(' ').slice(1).join(' ')

function forDay({ home, place }: WorkShown): Child | undefined {
  if (!home || !place) return undefined
  const to = paths.round(home.community.slug, home.round.slug)
  if (place.on === undefined) return <a href={to}>{home.round.name}</a>
  return <a href={`${to}#day-${place.on}`}>{sayDayLong(place.on).split(' ').slice(0, -1).join(' ')}</a>
}

function rating({ work }: WorkShown): Child | undefined {
  const ratings = tagsOfKind(work, 'rating')
  if (ratings.length === 0 && !work.isAdult) return undefined
  return (
    <>
      {ratings.join(', ')}
      {asWritten(ratings, work.header['rating'])}
      {work.isAdult ? <span class="soft">{ratings.length === 0 ? 'for adults' : ' (for adults)'}</span> : null}
    </>
  )
}

/** As its writer says it, and beside it what that is on the timeline, where nobody doubts it. */
function timingSaid({ work, said: { place, off } }: WorkShown): Child | undefined {
  const more = [place, off].filter((words) => words !== undefined && !saysIt(work.timing, words))
  if (work.timing === '' && more.length === 0) return undefined
  if (more.length === 0) return work.timing
  return (
    <>
      {work.timing} <span class="soft">{work.timing === '' ? more.join(', ') : `(${more.join(', ')})`}</span>
    </>
  )
}

/** Who wrote “The Lamp Oil Account” need not be told in which book that is; who wrote S7 is. */
function saysIt(timing: string, words: string): boolean {
  const said = timing.toLowerCase()
  const [, side = '', title = ''] = /^(after |before |between |AU )?(?:.*, )?(.*)$/u.exec(words) ?? []
  return said.includes(side.trim().toLowerCase()) && title !== '' && said.includes(title.toLowerCase())
}

/** As its writer says it, and how far that is; where they say nothing, how far it must be. */
function spoilers({ work, said: { spoilers: upTo, isBySetting } }: WorkShown): Child | undefined {
  const own = work.header['spoilers'] ?? ''
  if (upTo === undefined || upTo === '') return own || undefined
  if (own === '') return `What is known by ${upTo}, since it is set there`
  return (
    <>
      {own} <span class="soft">({isBySetting ? `it is set as far on as ${upTo}` : `what is known by ${upTo}`})</span>
    </>
  )
}

/** With its reasons, or in another system; not where something milder was chosen since. */
function asWritten([chosen = '']: readonly string[], written = ''): Child {
  const isSame = written.trim().toLowerCase() === chosen.toLowerCase()
  const age = readRating(written)?.age
  const isMeant = age === undefined || nearestRating(age, [{ name: chosen, isAdult: false }]) === chosen
  return chosen === '' || written === '' || isSame || !isMeant ? null : <span class="soft"> (“{written}”)</span>
}

function tagList(names: readonly string[]): Child | undefined {
  if (names.length === 0) return undefined
  return (
    <ul class="tags">
      {names.map((name) => (
        <li class="tag">{name}</li>
      ))}
    </ul>
  )
}
