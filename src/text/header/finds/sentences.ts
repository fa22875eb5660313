// Reads a writer's prose sentence by sentence: some sentences are a disclaimer, a credit or a rating, whatever stands around them.
import type { FieldName, Place } from '#src/text/header/fields.ts'
import { sureRating } from '#src/text/header/words/value-words.ts'

/** Places are counted in the text. `field` is null for what says nothing of its own, such as a mark of something left out. */
export type Said = Place & { readonly field: FieldName | null }

const most = 40

export function readSentences(text: string): readonly Said[] {
  const out: Said[] = []
  for (const { index, 0: sentence } of text.matchAll(
    /\[[^[\]]{1,40}\]|[^.!?[]+(?:[.!?]+["”’')]*(?=\s|$)|[.!?[]|$)|[.!?[]/gu,
  )) {
    const from = index + (sentence.length - sentence.trimStart().length)
    const to = index + sentence.trimEnd().length
    if (out.length >= most) return extend(out, text)
    if (to > from) add(out, readSentence(sentence.trim(), from, to))
  }
  return out
}

/** A long text is not taken apart to its end. */
function extend(out: Said[], text: string): readonly Said[] {
  add(out, { field: 'notes', from: out.at(-1)?.to ?? 0, to: text.length })
  return out
}

/** Neighbours that say the same kind of thing are one. */
function add(out: Said[], said: Said): void {
  const last = out.at(-1)
  if (last && last.field === said.field && said.field !== 'beta') out[out.length - 1] = { ...last, to: said.to }
  else out.push(said)
}

const thanks =
  /^(?:(?:many|big|huge|much|special|and) )*thanks? (?:you )?(?:go )?to (.{2,80}?) for (?:the |her |his |their )?(?:beta|betaing|beta[’']ing|beta-reading)\b/iu
const ownership =
  /\b(?:(?:do not|don[’']?t|dont) own\b|property of|belongs? to\b|not mine\b|ne m[’']appartien|gehör(?:en|t) (?:nicht )?(?:mir|alle)|non mi appartengono|no me pertenecen)/iu

function readSentence(sentence: string, from: number, to: number): Said {
  if (sentence.startsWith('[')) return { field: null, from, to }
  const name = thanks.exec(sentence)?.[1]
  if (name) return named('beta', sentence, name, from)
  if (ownership.test(sentence)) return { field: 'disclaimer', from, to }
  const rating = sentence.split(/\s+/u).length <= 7 ? ratingIn(sentence) : null
  return rating ? named('rating', sentence, rating, from) : { field: 'notes', from, to }
}

function named(field: FieldName, sentence: string, value: string, from: number): Said {
  const at = sentence.indexOf(value)
  return { field, from: from + at, to: from + at + value.length }
}

/** "They are all PG tops." */
function ratingIn(sentence: string): string | null {
  const words = sentence.replace(/[.!]$/u, '').split(/\s+/u)
  const at = words.findIndex((word) => sureRating.test(word))
  return at < 0 ? null : words.slice(at).join(' ')
}
