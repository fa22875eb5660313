// The header reader: takes a post apart into what stands before the header, the header's fields, the epigraph and the story.
// Every letter of the post lands in exactly one span; every field says where it was found and how sure that is.
import type { Fields, Found, Span } from './fields.ts'
import { endOfHeaderReach, findStoryEnd } from './ending/story-end.ts'
import { collectFields } from './findings.ts'
import { hintIn } from './finds/chatter.ts'
import type { RoleHint } from './finds/chatter.ts'
import { readEntries } from './labels/entries.ts'
import { isBelieved } from './labels/belief.ts'
import { findZone } from './labels/zone.ts'
import type { LineMarks } from './lines/lines.ts'
import { noMarks } from './lines/lines.ts'
import { markPost } from './lines/post.ts'
import { ownWords } from './words/label-reading.ts'
import type { OwnLabel } from './words/label-reading.ts'
import { cutSpans, partText } from './spans.ts'
import { readAround } from './around.ts'

export type HeaderReading = {
  readonly form: string | null
  readonly fields: Fields
  readonly found: readonly Found[]
  readonly preface: string
  /** What the platform or archive put around the post. */
  readonly frame: string
  readonly epigraph: { readonly text: string; readonly attribution: string } | null
  readonly spans: readonly Span[]
  /** Where the story begins. */
  readonly bodyFrom: number
  /** Where it ends: behind it only its writer speaks. */
  readonly bodyTo: number
  readonly roleHint: RoleHint | null
}

/** `own` are the words that a community has for its fields. */
export function readHeader(text: string, marks: LineMarks = noMarks, own: readonly OwnLabel[] = []): HeaderReading {
  const words = ownWords(own)
  const post = markPost(text, marks, words)
  const stretch = findZone(post, endOfHeaderReach(post))
  const zone = stretch && isBelieved(post, stretch) ? stretch : null
  const entries = zone ? readEntries(post, zone) : []
  const around = readAround(post, zone, entries)
  const ending = findStoryEnd(text, around.bodyFrom, words)
  const found = [...around.found, ...ending.found]
  const spans = [...cutSpans(post, entries, around, ending.bodyTo), ...ending.spans]
  const preface = partText(text, spans, 'preface')
  const { epigraph } = around
  return {
    form: around.form,
    fields: collectFields(found),
    found,
    preface,
    frame: partText(text, spans, 'frame'),
    epigraph: epigraph ? { text: epigraph.text, attribution: epigraph.attribution } : null,
    spans,
    bodyFrom: around.bodyFrom,
    bodyTo: ending.bodyTo,
    roleHint: hintIn(preface),
  }
}
