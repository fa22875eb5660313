// What became of a text between two saves: paragraph by paragraph, and within a paragraph word by word. Bounded, so that a book
// that was written anew keeps nobody waiting: what would take long is told in whole paragraphs.
import type { diffArrays } from 'diff'

export type Stretch = { readonly is: 'same' | 'gone' | 'new'; readonly words: string }

export type Passage =
  | { readonly is: 'same'; readonly paragraphs: readonly string[] }
  | { readonly is: 'changed'; readonly stretches: readonly Stretch[] }

/** Paragraphs that may have changed, and words in one of them: the work grows with the square of these. */
const MOST_PARAGRAPHS = 600
const MOST_WORDS = 200
/** In all paragraphs together. */
const WORDS_IN_ALL = 60_000

type Differ = typeof diffArrays

export async function changesBetween(before: string, after: string): Promise<Passage[]> {
  const { diffArrays } = await import('diff')
  const runs = runsOf(diffArrays, paragraphsOf(before), paragraphsOf(after))
  const budget = { words: WORDS_IN_ALL }
  return runs.flatMap((run): Passage[] =>
    run.same === undefined
      ? pairsOf(run.gone, run.new).map((pair) => ({ is: 'changed', stretches: inWords(diffArrays, pair, budget) }))
      : [{ is: 'same', paragraphs: run.same }],
  )
}

const paragraphsOf = (text: string): string[] =>
  text.split(/\n{2,}/).flatMap((paragraph) => (paragraph.trim() === '' ? [] : [paragraph.trim()]))

type Run =
  | { readonly same: readonly string[] }
  | { readonly same?: undefined; readonly gone: readonly string[]; readonly new: readonly string[] }

/** What is alike at both ends is most of most texts, and costs nothing. */
function runsOf(diff: Differ, before: readonly string[], after: readonly string[]): Run[] {
  const most = Math.min(before.length, after.length)
  let begin = 0
  while (begin < most && before[begin] === after[begin]) begin += 1
  let end = 0
  while (end < most - begin && before.at(-1 - end) === after.at(-1 - end)) end += 1
  const middle = runsWithin(diff, before.slice(begin, before.length - end), after.slice(begin, after.length - end))
  const same = (paragraphs: readonly string[]): Run[] => (paragraphs.length === 0 ? [] : [{ same: paragraphs }])
  return [...same(before.slice(0, begin)), ...middle, ...same(before.slice(before.length - end))]
}

function runsWithin(diff: Differ, before: string[], after: string[]): Run[] {
  if (before.length + after.length === 0) return []
  const found = diff(before, after, { maxEditLength: MOST_PARAGRAPHS })
  if (!found) return [{ gone: before, new: after }]
  const runs: Run[] = []
  let open: { gone: string[]; new: string[] } | undefined
  for (const { added, removed, value } of found) {
    if (!added && !removed) {
      open = undefined
      runs.push({ same: value })
      continue
    }
    if (!open) runs.push((open = { gone: [], new: [] }))
    open[added ? 'new' : 'gone'].push(...value)
  }
  return runs
}

type Pair = { readonly gone: string | undefined; readonly new: string | undefined }

/** Where as many came as went, each became the one in its place. */
const pairsOf = (gone: readonly string[], come: readonly string[]): Pair[] =>
  Array.from({ length: Math.max(gone.length, come.length) }, (_, at) => ({ gone: gone[at], new: come[at] }))

const whole = (pair: Pair): Stretch[] => [
  ...(pair.gone === undefined ? [] : [{ is: 'gone' as const, words: pair.gone }]),
  ...(pair.new === undefined ? [] : [{ is: 'new' as const, words: pair.new }]),
]

function inWords(diff: Differ, pair: Pair, budget: { words: number }): Stretch[] {
  if (pair.gone === undefined || pair.new === undefined) return whole(pair)
  const [before, after] = [wordsOf(pair.gone), wordsOf(pair.new)]
  budget.words -= before.length + after.length
  const found = budget.words < 0 ? undefined : diff(before, after, { maxEditLength: MOST_WORDS })
  if (!found) return whole(pair)
  const stretches = inPairs(
    found.map(({ added, removed, value }): Stretch => ({
      is: added ? 'new' : removed ? 'gone' : 'same',
      words: value.join(''),
    })),
  )
  const alike = stretches.reduce((sum, { is, words }) => (is === 'same' ? sum + words.trim().length : sum), 0)
  // Two sentences that share an "and" are two sentences.
  return alike * 4 < Math.min(pair.gone.length, pair.new.length) ? whole(pair) : stretches
}

/** Words, signs and the spaces between them, so that what is put together again is what was taken apart. */
const wordsOf = (paragraph: string): string[] => paragraph.match(/\s+|[\p{L}\p{M}\p{N}’'-]+|\S/gu) ?? []

/** Three words that became three others are one change and not three: a space between two changes belongs to both. */
function inPairs(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = []
  let gone = ''
  let come = ''
  const end = (): void => {
    if (gone !== '') found.push({ is: 'gone', words: gone })
    if (come !== '') found.push({ is: 'new', words: come })
    gone = ''
    come = ''
  }
  for (const [at, { is, words }] of stretches.entries()) {
    if (is === 'gone') gone += words
    else if (is === 'new') come += words
    else if (words.trim() === '' && gone !== '' && come !== '' && at < stretches.length - 1) {
      gone += words
      come += words
    } else {
      end()
      found.push({ is, words })
    }
  }
  end()
  return found
}
