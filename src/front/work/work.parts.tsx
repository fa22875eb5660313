// A work as it is read: title, header, preface, epigraph, story, notes, and the way on through its round.
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { ListedPiece } from '#src/fests/posting/pieces-seen.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { AskedFirst } from '#src/library/works/adult/asking.parts.tsx'
import { asking, paths } from '#src/schema/paths.ts'
import { Icon } from '#src/ui/marks.tsx'
import { Slip } from '#src/ui/prose.tsx'
import { ForMods, Rulings } from './for-mods.parts.tsx'
import { InCanonOrder } from './canon-ways.parts.tsx'
import { WorkHeader } from './work-header.parts.tsx'
import { Answers } from './answers.parts.tsx'
import { ForItsDay, PieceLink } from './stand-in.parts.tsx'
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
  const { work } = shown
  return (
    <article class="work">
      <Title shown={shown} />
      <aside class="left" aria-label="Header">
        <WorkHeader shown={shown} zone={zone} />
      </aside>
      <aside class="right stack no-print" aria-label="This piece">
        <State {...{ shown, zone, csrf, isSignedIn }} />
        <Rulings shown={shown} csrf={csrf} />
        <Beside shown={shown} />
        <Answers shown={shown} csrf={csrf} />
        <ForMods shown={shown} />
      </aside>
      <div class="work__text">
        {beyond === undefined ? null : (
          <Slip tone="waiting">
            <p>This goes further than you have seen: it gives away what is known by {beyond}.</p>
          </Slip>
        )}
        <Aside id="preface" title="Preface" text={work.preface} />
        <Epigraph text={work.epigraph} by={work.epigraphBy} />
        {shown.isAsked ? <Asked shown={shown} csrf={csrf} isSignedIn={isSignedIn} /> : <Story shown={shown} />}
        <Aside id="notes" title="Notes" text={work.notes} />
        <Elsewhere places={work.places} />
        <Neighbours shown={shown} />
        <InCanonOrder shown={shown} />
      </div>
    </article>
  )
}

function Title({ shown: { work, home } }: { shown: WorkShown }) {
  return (
    <header class="work__title">
      {home ? (
        <p class="kicker">
          {withArticle(work.form)} for <a href={paths.round(home.community.slug, home.round.slug)}>{home.round.name}</a>
        </p>
      ) : null}
      <h1 dir="auto">{work.title}</h1>
      <p class="entry__title entry__by">by {bylineWords(work.byline)}</p>
      {work.summary === '' ? null : (
        <div class="entry__sum" dir="auto">
          <Paragraphs text={work.summary} />
        </div>
      )}
      <p class="small no-print work__skip">
        <a href="#story">Skip to the story</a>
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

function Beside({ shown: { work, mayEdit } }: { shown: WorkShown }) {
  const ways = [
    { to: asking(paths.reading, { back: paths.work(work.id) }), icon: 'letters', says: 'Text and paper' } as const,
    ...(work.html === '' ? [] : [{ to: paths.workEpub(work.id), icon: 'book-down', says: 'EPUB' } as const]),
    ...(mayEdit
      ? ([
          { to: paths.workEdit(work.id), icon: 'pen-line', says: 'Edit this piece' },
          { to: paths.workHistory(work.id), icon: 'clock', says: 'Earlier versions' },
        ] as const)
      : []),
  ]
  return (
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
}

/** In place of the text, until its reader has said to be an adult. */
function Asked({ shown, csrf, isSignedIn }: Omit<WorkArticleProps, 'zone'>) {
  const { work, home } = shown
  const back = home ? paths.round(home.community.slug, home.round.slug) : paths.home
  return (
    <section id="story" aria-label="Before the story">
      <AskedFirst to={paths.work(work.id)} {...{ back, isSignedIn, csrf }} />
    </section>
  )
}

/** The HTML comes from our own sanitiser, by the one door that cleans again what an older one cleaned. */
function Story({ shown: { work } }: { shown: WorkShown }) {
  return (
    <section id="story" class="work__story" aria-label="The story">
      {work.link !== undefined && isWebAddress(work.link) ? (
        <p class="row">
          <a class="btn" href={work.link} rel="nofollow noopener noreferrer external">
            <span>Read it at {siteOf(work.link)}</span>
          </a>
        </p>
      ) : null}
      {work.html === '' ? null : <div class="prose">{raw(work.html)}</div>}
    </section>
  )
}

function Aside({ id, title, text }: { id: string; title: string; text: string }) {
  if (text === '') return null
  return (
    <section class="aside" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Paragraphs text={text} />
    </section>
  )
}

function Epigraph({ text, by }: { text: string; by: string }) {
  if (text === '') return null
  return (
    <blockquote class="epigraph">
      <Paragraphs text={text} />
      {by === '' ? null : <cite>{by}</cite>}
    </blockquote>
  )
}

/** Plain text as its writer broke it. */
function Paragraphs({ text }: { text: string }) {
  const lines = (part: string): Child[] => part.split('\n').map((line, at) => (at === 0 ? line : [<br />, line]))
  return (
    <>
      {text.split(/\n\s*\n/).map((part) => (
        <p>{lines(part.trim())}</p>
      ))}
    </>
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
