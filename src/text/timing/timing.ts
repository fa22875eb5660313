// Reads where in canon a piece is set: exact codes ("S7", "7x01", "5.22", "Season 4") and exact titles, against a canon given as plain data.
import { numberWords } from './numbers.ts'

/** A part of a canon's timeline; the list is in the order of the story, parents before their parts. */
export type CanonPart = {
  readonly code: string
  readonly title: string
  readonly aliases: readonly string[]
  readonly parent?: string | undefined
}

export type Canon = { readonly slug: string; readonly parts: readonly CanonPart[] }

/** `from` and `to` are codes of the first and last part without parts of its own. */
export type Timing = {
  readonly canon: string
  readonly from: string
  readonly to: string
  readonly confidence: number
}

/** One thing the writer said of the setting, and how much it weighs: a timing label more than a summary. */
export type Statement = { readonly text: string; readonly weight: number }

type Hit = { readonly part: CanonPart; readonly confidence: number }

/** The finest place that the weightiest statement names; null when none names one. */
export function readTiming(statements: readonly Statement[], canon: Canon): Timing | null {
  const index = indexOf(canon)
  const hits = statements.flatMap(({ text, weight }) =>
    hitsIn(text, index).map((hit) => ({ ...hit, confidence: hit.confidence * weight })),
  )
  const best = hits.toSorted((a, b) => depth(b.part, canon) - depth(a.part, canon) || b.confidence - a.confidence)[0]
  return best ? reachOf(best, canon) : null
}

const key = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the | the$/gu, '')
    .trim()

function indexOf({ parts }: Canon): ReadonlyMap<string, CanonPart> {
  const index = new Map<string, CanonPart>()
  for (const part of parts) {
    for (const name of [part.code, part.title, ...part.aliases]) if (!index.has(key(name))) index.set(key(name), part)
  }
  return index
}

const most = { characters: 2_000, hits: 12 }

function hitsIn(statement: string, index: ReadonlyMap<string, CanonPart>): readonly Hit[] {
  const said = statement.slice(0, most.characters)
  const hits = [...codesIn(said), ...titlesIn(said)].flatMap(({ name, confidence }) => {
    const part = index.get(key(name))
    return part ? [{ part, confidence }] : []
  })
  return hits.slice(0, most.hits)
}

type Named = { readonly name: string; readonly confidence: number }

const season =
  /\b(?:(?:season|series|book|staffel|saison|stagione|temporada)\s{0,2}(\d{1,2}|\p{L}{3,7})|s\s?(\d{1,2}))\b/giu
const episode = /\b(?:(\p{L}+) )?(?:s(\d{1,2})\s?e(\d{1,2})|(\d{1,2})[x.](\d{2}))\b/giu

function* codesIn(said: string): Generator<Named> {
  for (const found of said.matchAll(season)) {
    const number = numberWords.get((found[1] ?? '').toLowerCase()) ?? Number(found[1] ?? found[2])
    if (Number.isFinite(number))
      for (const word of ['Season', 'S', 'Book']) yield { name: `${word} ${number}`, confidence: 0.8 }
    if (Number.isFinite(number)) yield { name: `S${number}`, confidence: 0.8 }
  }
  for (const [, series, s, e, a, b] of said.matchAll(episode)) {
    const code = `${Number(s ?? a)}x${(e ?? b ?? '').padStart(2, '0')}`
    if (series) yield { name: `${series} ${code}`, confidence: 0.95 }
    yield { name: code, confidence: 0.9 }
  }
}

/** A title in quotation marks, or one that makes up the whole of a statement or of one of its pieces. */
function* titlesIn(said: string): Generator<Named> {
  for (const found of said.matchAll(/["“„«'‘]([^"“”„«»\n]{2,80}?)[,.]?["”»'’](?!\p{L})/gu))
    yield { name: found[1] ?? '', confidence: 0.9 }
  for (const piece of said.split(/[,;.()/\n]/u).slice(0, 20)) {
    const plain = piece
      .trim()
      .replace(/^(?:set |just |directly |shortly )*(?:post|pre|after|during|before|tag to|in|around)[- ]+/iu, '')
    if (plain.length >= 3) yield { name: plain, confidence: 0.75 }
  }
  if (said.length <= 80) yield { name: said, confidence: 0.85 }
}

function depth(part: CanonPart, canon: Canon): number {
  let steps = 0
  let parent = part.parent
  while (parent !== undefined && steps < 8) {
    steps++
    const code = parent
    parent = canon.parts.find((other) => other.code === code)?.parent
  }
  return steps
}

function reachOf({ part, confidence }: Hit, canon: Canon): Timing {
  const leaves = leavesOf(part, canon, 0)
  const from = leaves[0] ?? part
  const to = leaves.at(-1) ?? part
  return { canon: canon.slug, from: from.code, to: to.code, confidence: Math.round(confidence * 100) / 100 }
}

function leavesOf(part: CanonPart, canon: Canon, steps: number): readonly CanonPart[] {
  const inside = steps < 8 ? canon.parts.filter(({ parent }) => parent === part.code) : []
  return inside.length === 0 ? [part] : inside.flatMap((each) => leavesOf(each, canon, steps + 1))
}
