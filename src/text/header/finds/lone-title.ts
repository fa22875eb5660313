// Weighs short lines that stand by themselves: which of them is the title, if any is.
import type { Found } from '#src/text/header/fields.ts'
import type { MarkedLine } from '#src/text/header/lines/post.ts'
import { bounds, readShortLine } from './short-lines.ts'
import { looksLikeTitle } from './subject-line.ts'

/** A line that no label claimed, and what stands around it. */
export type Leftover = {
  readonly line: MarkedLine
  /** The first written line of the post. */
  readonly isFirst: boolean
  /** The last written line before a mark that says where the story begins. */
  readonly beforeStory: boolean
  /** Between two labels. */
  readonly inBlock: boolean
  readonly beforeByline: boolean
  /** Directly over the first label. */
  readonly overLabels: boolean
  /** Nothing directly above or below it. */
  readonly isAlone: boolean
  /** Under a line of stars or dashes. */
  readonly underRule: boolean
  /** Prose goes on in the next line. */
  readonly goesOn: boolean
  /** The author's name in the line below. */
  readonly name: Found | null
}

export type LoneTitle = { readonly leftover: Leftover; readonly confidence: number }

const enough = 5

export function bestLoneTitle(leftovers: readonly Leftover[]): LoneTitle | null {
  const counts = new Map<string, number>()
  for (const { line } of leftovers) counts.set(titleKey(line.text), (counts.get(titleKey(line.text)) ?? 0) + 1)
  const weighed = leftovers
    .filter(({ line, inBlock }) => isCandidate(line) && !(inBlock && line.labels.some(({ atStart }) => atStart)))
    .map((leftover) => ({ leftover, weight: weigh(leftover, counts.get(titleKey(leftover.line.text)) ?? 1) }))
  const best = weighed.toSorted((a, b) => b.weight - a.weight)[0]
  if (!best || best.weight < enough) return null
  return { leftover: best.leftover, confidence: Math.min(0.8, 0.25 + best.weight / 16) }
}

export const titleKey = (text: string): string =>
  text.length > 300
    ? ''
    : text
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '')

const notTitles =
  /^(?:hi|hello|hey|dear|hallo|liebe|salut|bonjour|ciao|hola|well|so|ok|okay|note|author|lieben? gr(?:uß|üße)|love|thanks|happy .{1,40}!|.{0,60}\b(?:awards|archive|fanfiction archive|home page|homepage|big bang|entry)\b.{0,12})(?:$|[\s,!.])/iu

function isCandidate(line: MarkedLine): boolean {
  const { from, to } = bounds(line.text)
  const said = line.text.slice(from, to)
  if (line.kind !== 'text' || !looksLikeTitle(said)) return false
  if (/^[^>]{2,40} > /u.test(said) || /^(?:[[【(（][^\]】)）]{0,80}[\]】)）]\s*){1,4}$/u.test(line.text.trim()))
    return false
  return readShortLine(line.text).length === 0 && !notTitles.test(said)
}

function weigh(leftover: Leftover, times: number): number {
  const { line, isFirst, beforeStory, inBlock, beforeByline, overLabels, isAlone, underRule, goesOn, name } = leftover
  const said = line.text.trim()
  const words = said.split(/\s+/u)
  return (
    (line.isHeading ? 4 : 0) +
    (times > 1 ? 4 : 0) +
    (isFirst ? 3 : 0) +
    (beforeStory ? 3 : 0) +
    (overLabels ? 2 : 0) +
    (beforeByline || name ? 4 : 0) +
    (inBlock ? 2 : 0) +
    (isAlone ? 1 : 0) +
    (underRule ? 1 : 0) +
    (/^["“„«][^"“”„«»]{2,80}["”“»]$/u.test(said) && overLabels ? 2 : 0) +
    (words.length <= 4 ? 2 : words.length <= 7 ? 1 : 0) +
    casing(words) -
    (/[.!?]["”]?$/u.test(said) && !said.endsWith('...') ? (words.length <= 4 ? 1 : 2) : 0) -
    (goesOn ? 3 : 0) -
    (words.length > 10 ? 1 : 0)
  )
}

const small: ReadonlySet<string> = new Set(
  'a an the and or of in on to for with from by at but nor as is are was it my your his her our their not we i you'.split(
    ' ',
  ),
)

/** English titles are in capitals; an English line with small nouns is a sentence. Other languages write titles as they write. */
function casing(words: readonly string[]): number {
  const content = words.filter((word) => !small.has(word.toLowerCase()) && /^\p{L}/u.test(word))
  if (words.length > 1 && content.length > 0 && content.every((word) => /^\p{Lu}/u.test(word))) return 1
  const english = words.some((word) =>
    /^(?:the|of|and|for|with|is|was|my|this|to|you|your|in|i|it['’]s|i['’]m|i['’]ve|here['’]s|that['’]s|we)$/iu.test(
      word,
    ),
  )
  return english && content.some((word) => /^\p{Ll}/u.test(word)) ? -1 : 0
}
