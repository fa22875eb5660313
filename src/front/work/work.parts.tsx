// A work as it is read: title, header, preface, epigraph, story, notes, and the way on through its round.
import type { ListedPiece } from '#src/fests/posting/pieces-seen.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { AskedFirst } from '#src/library/works/adult/asking.parts.tsx'
import { PicturesBefore } from '#src/library/works/pictures/picture.parts.tsx'
import { Recordings } from '#src/library/works/recordings/recordings.parts.tsx'
import { asking, paths } from '#src/schema/paths.ts'
import { Icon, type IconName } from '#src/ui/marks.tsx'
import { Slip } from '#src/ui/prose.tsx'
import { ChapterList } from './chapters/chapter-list.parts.tsx'
import { ChapterWays, Story } from './chapters/story.parts.tsx'
import { ChangedByMods } from '../mine/changed.parts.tsx'
import { ForMods, Rulings } from './for-mods.parts.tsx'
import { InCanonOrder } from './canon-ways.parts.tsx'
import { WorkHeader } from './work-header.parts.tsx'
import { Answers } from './answers.parts.tsx'
import { Onwards } from './people/people.parts.tsx'
import { SeriesWays } from './series/series-ways.parts.tsx'
import { ForItsDay, PieceLink } from './stand-in.parts.tsx'
import { Aside, Epigraph, Paragraphs } from '#src/ui/around-story.tsx'
import type { WorkShown } from './work-shown.ts'
import { bylineWords, isWebAddress, siteOf, stateWords, withArticle } from './work-words.ts'

export type WorkArticleProps = {
  readonly shown: WorkShown
  readonly zone: string
  readonly csrf: string
  readonly isSignedIn: boolean
  /** How far it gives its canon away, where that is further than this reader has seen. */
  readonly beyond?: string | undefined
}

export function WorkArticle({ shown, zone, csrf, isSignedIn, beyond }: WorkArticleProps) {
  const { work, chapters } = shown
  const { isBeginning, isEnd } = chapters
  return (
    <article class="work">
      <Title shown={shown} />
      <aside class="left" aria-label="Header">
        <WorkHeader shown={shown} zone={zone} />
      </aside>
      <aside class="right stack no-print" aria-label="This piece">
        <State {...{ shown, zone, csrf, isSignedIn }} />
        <Rulings shown={shown} csrf={csrf} />
        <ChangedByMods changed={shown.changed} csrf={csrf} />
        <ChapterList shown={shown} />
        <Beside shown={shown} />
        <Answers shown={shown} csrf={csrf} />
        <ForCreators shown={shown} />
        <ForMods shown={shown} />
      </aside>
      <div class="work__text">
        {beyond === undefined ? null : (
          <Slip tone="waiting">
            <p>This goes further than you have seen: it gives away what is known by {beyond}.</p>
          </Slip>
        )}
        {isBeginning ? <Aside id="preface" title="Preface" text={work.preface} /> : null}
        {isBeginning ? <Epigraph text={work.epigraph} by={work.epigraphBy} /> : null}
        {isBeginning ? <PicturesBefore pictures={shown.pictures} /> : null}
        {isBeginning ? <Recordings recordings={shown.recordings} /> : null}
        {shown.isAsked ? (
          <Asked shown={shown} csrf={csrf} isSignedIn={isSignedIn} />
        ) : (
          <Story shown={shown} zone={zone} />
        )}
        {isEnd ? <Aside id="endnotes" title="End notes" text={work.header['endnotes'] ?? ''} /> : null}
        {isEnd ? <Aside id="notes" title="Notes" text={work.notes} /> : null}
        <ChapterWays shown={shown} />
        <Onwards people={shown.people} />
        <Elsewhere places={work.places} />
        <SeriesWays series={shown.series} />
        <Neighbours shown={shown} />
        <InCanonOrder shown={shown} />
      </div>
    </article>
  )
}

function Title({ shown: { work, home, chapters, pictures } }: { shown: WorkShown }) {
  const isFirst = chapters.isBeginning
  return (
    <header class="work__title">
      {home ? (
        <p class="kicker">
          {withArticle(work.form)} for <a href={paths.round(home.community.slug, home.round.slug)}>{home.round.name}</a>
        </p>
      ) : null}
      <h1 dir="auto">{isFirst ? work.title : <a href={paths.work(work.id)}>{work.title}</a>}</h1>
      <p class="entry__title entry__by">by {bylineWords(work.byline)}</p>
      {work.summary === '' || !isFirst ? null : (
        <div class="entry__sum" dir="auto">
          <Paragraphs text={work.summary} />
        </div>
      )}
      <p class="small no-print work__skip">
        {pictures.length > 0 && isFirst ? (
          <a href="#pictures">Skip to the pictures</a>
        ) : (
          <a href="#story">Skip to the story</a>
        )}
      </p>
    </header>
  )
}

function State({ shown, zone, csrf, isSignedIn }: WorkArticleProps) {
  const says = stateWords(shown.work, zone)
  const { work } = shown
  return (
    <>
      {says === undefined ? null : (
        <Slip tone="waiting">
          <p class="small">{says}</p>
        </Slip>
      )}
      {work.isAdult && !shown.isAsked ? (
        <Slip>
          <p class="small">
            This piece is for adults. {isSignedIn ? <a href={paths.adult}>When you are asked</a> : null}
          </p>
        </Slip>
      ) : null}
      <ForItsDay shown={shown} csrf={csrf} />
    </>
  )
}

function Beside({ shown }: { shown: WorkShown }) {
  const { work, home } = shown
  const hasText = work.parts.length > 0 && work.words + work.html.length > 0
  const hasBook = hasText || shown.pictures.length > 0
  const ways: readonly WayTo[] = [
    { to: asking(paths.reading, { back: hereOf(shown) }), icon: 'letters', says: 'Text and paper' },
    ...(hasBook ? [{ to: paths.workEpub(work.id), icon: 'book-down', says: 'EPUB' } as const] : []),
    ...(home
      ? [{ to: paths.masterlist(home.community.slug, home.round.slug), icon: 'book-open', says: 'Masterlist' } as const]
      : []),
  ]
  return <Ways ways={ways} />
}

type WayTo = { readonly to: string; readonly icon: IconName; readonly says: string }

const Ways = ({ ways }: { ways: readonly WayTo[] }) => (
  <ul class="small stack">
    {ways.map(({ to, icon, says }) => (
      <li>
        <a href={to}>
          <Icon name={icon} /> {says}
        </a>
      </li>
    ))}
  </ul>
)

function ForCreators({ shown: { work, mayEdit } }: { shown: WorkShown }) {
  if (!mayEdit) return null
  const { id } = work
  const ways: readonly WayTo[] = [
    { to: paths.workEdit(id), icon: 'pen-line', says: 'Edit this piece' },
    { to: paths.ownChapters(id), icon: 'feather', says: 'Chapters' },
    { to: paths.workPictures(id), icon: 'image', says: 'Pictures' },
    { to: paths.workRecordings(id), icon: 'arrow-right', says: 'Recordings' },
    { to: paths.workPeople(id), icon: 'mail', says: 'People and other works' },
    { to: paths.workSeries(id), icon: 'book-open', says: 'Series' },
    { to: paths.workWishes(id), icon: 'check', says: 'What others may make of it' },
    { to: paths.workDating(id), icon: 'calendar-days', says: 'First posted elsewhere' },
    { to: paths.workHistory(id), icon: 'clock', says: 'Earlier versions' },
    { to: paths.workCopy(id), icon: 'letters', says: 'Copy it, to post elsewhere' },
  ]
  return (
    <div class="small stack">
      <p class="soft">For its creators</p>
      <Ways ways={ways} />
    </div>
  )
}

/** The page as it was asked for. */
function hereOf({ work, chapters: { wanted } }: WorkShown): string {
  if (wanted.kind === 'chapter') return paths.chapter(work.id, wanted.id)
  return wanted.kind === 'whole' ? paths.workWhole(work.id) : paths.work(work.id)
}

/** In place of the text, until its reader has said to be an adult. */
function Asked({ shown, csrf, isSignedIn }: Omit<WorkArticleProps, 'zone'>) {
  const { home } = shown
  const back = home ? paths.round(home.community.slug, home.round.slug) : paths.home
  return (
    <section id="story" aria-label="Before the story">
      <AskedFirst to={hereOf(shown)} {...{ back, isSignedIn, csrf }} />
    </section>
  )
}

function Elsewhere({ places }: { places: readonly string[] }) {
  const known = places.filter(isWebAddress)
  if (known.length === 0) return null
  return (
    <section class="aside no-print" aria-labelledby="elsewhere">
      <h2 id="elsewhere">Also posted at</h2>
      <ul class="facts">
        {known.map((address) => (
          <li>
            <a href={address} rel="nofollow noopener noreferrer external">
              {siteOf(address)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Neighbours({ shown: { home, place } }: { shown: WorkShown }) {
  if (!home || !place || (!place.before && !place.after)) return null
  return (
    <nav class="work__ways" aria-label={`More of ${home.round.name}`}>
      {place.before ? <Way piece={place.before} word="Before it" icon="arrow-left" /> : <span></span>}
      {place.after ? <Way piece={place.after} word="Next" icon="arrow-right" /> : null}
    </nav>
  )
}

function Way({ piece, word, icon }: { piece: ListedPiece; word: string; icon: 'arrow-left' | 'arrow-right' }) {
  return (
    <p>
      <span class="soft small">
        {icon === 'arrow-left' ? <Icon name={icon} /> : null} {word}
        {piece.on === undefined ? '' : `, ${sayDay(piece.on)}`} {icon === 'arrow-right' ? <Icon name={icon} /> : null}
      </span>
      <br />
      <PieceLink piece={piece} />
    </p>
  )
}
