// A feed in Atom (RFC 4287): who reads elsewhere sees what is up, in the order in which it was revealed.
import type { Instant } from '#src/kit/instants.ts'
import { xml, xmlDocument, xmlText } from '#src/kit/xml.ts'

export type FeedEntry = {
  readonly uid: string
  readonly title: string
  readonly link: string
  /** None for a work whose name is not to be known. */
  readonly authors: readonly string[]
  readonly summary: string
  readonly publishedAt: Instant
  readonly changedAt: Instant
  readonly words: readonly string[]
  /** Clean HTML, where the whole is meant to be read in the feed. */
  readonly html?: string
}

export type Feed = {
  readonly uid: string
  readonly title: string
  readonly subtitle: string
  readonly link: string
  readonly self: string
  readonly changedAt: Instant
  readonly entries: readonly FeedEntry[]
}

export function makeAtom(feed: Feed): string {
  return xmlDocument(
    xml(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom' },
      xmlText('id', `urn:uuid:${feed.uid}`),
      xmlText('title', feed.title),
      ...(feed.subtitle === '' ? [] : [xmlText('subtitle', feed.subtitle)]),
      xml('link', { rel: 'alternate', type: 'text/html', href: feed.link }),
      xml('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      xmlText('updated', feed.changedAt),
      ...feed.entries.map(entryOf),
    ),
  )
}

/** Atom wants an author for every entry; "Anonymous" is what stands where none may be named. */
function entryOf(entry: FeedEntry): string {
  const authors = entry.authors.length === 0 ? ['Anonymous'] : entry.authors
  return xml(
    'entry',
    {},
    xmlText('id', `urn:uuid:${entry.uid}`),
    xmlText('title', entry.title),
    xml('link', { rel: 'alternate', type: 'text/html', href: entry.link }),
    ...authors.map((name) => xml('author', {}, xmlText('name', name))),
    xmlText('published', entry.publishedAt),
    xmlText('updated', entry.changedAt),
    ...entry.words.map((term) => xml('category', { term })),
    xmlText('summary', entry.summary, { type: 'text' }),
    ...(entry.html === undefined ? [] : [xmlText('content', entry.html, { type: 'html' })]),
  )
}
