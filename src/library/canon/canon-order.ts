// Puts what is set in a canon into the order of its story, under the parts of its timeline, and apart what nobody can place for sure.
import type { Placed } from '#src/library/canon/timeline.ts'
import { type Sided, type Stretch, stretchesOf } from '#src/library/canon/stretches.ts'

/** Positions of the first and last part, and how sure that is, 0 … 1. */
export type CanonSetting = Sided & { readonly confidence: number }

/**
 * From here on a setting is believed. A code or a title in the timing line counts 0.75 and more; in a summary, which weighs less,
 * a code or a title in quotation marks still counts 0.63. Below stand bare words of a summary (0.53) and its seasons (0.56): "the
 * fourth season without rain" is no place in canon.
 */
export const SURE = 0.6

export type CanonSection<T> = {
  /** The name of the part, or of a stretch over several: "Fog Signal to The Long Watch". */
  readonly title: string
  /** Set in the whole of it. */
  readonly items: readonly T[]
  readonly sections: readonly CanonSection<T>[]
}

export type CanonOrder<T> = {
  readonly sections: readonly CanonSection<T>[]
  /** Probably there: in the order of the guesses, each with the guess in words. */
  readonly rough: readonly { readonly item: T; readonly words: string }[]
  /** Set at places that the timeline no longer has. */
  readonly lost: readonly T[]
  /** Without any place. */
  readonly somewhere: readonly T[]
}

type Standing<T> = { readonly item: T; readonly stretch: Stretch }

/** Each item stands once; within one place they stay as they came. */
export function inCanonOrder<T>(
  timeline: readonly Placed[],
  items: readonly T[],
  settingOf: (item: T) => CanonSetting | undefined,
): CanonOrder<T> {
  const stretchOf = stretchesOf(timeline)
  const sure: Standing<T>[] = []
  const rough: Standing<T>[] = []
  const lost: T[] = []
  const somewhere: T[] = []
  for (const item of items) {
    const setting = settingOf(item)
    const stretch = setting && stretchOf(setting)
    if (setting === undefined) somewhere.push(item)
    else if (stretch === undefined) lost.push(item)
    else (setting.confidence >= SURE ? sure : rough).push({ item, stretch })
  }
  return {
    sections: sectionsOf(sure.toSorted(byStory), 0),
    rough: rough.toSorted(byStory).map(({ item, stretch }) => ({ item, words: stretch.words })),
    lost,
    somewhere,
  }
}

/** From the first to the last: the order in which one would read them. */
export const flattened = <T>({ sections, rough, lost, somewhere }: CanonOrder<T>): T[] => [
  ...sections.flatMap(itemsOf),
  ...rough.map(({ item }) => item),
  ...lost,
  ...somewhere,
]

export const itemsOf = <T>({ items, sections }: CanonSection<T>): T[] => [...items, ...sections.flatMap(itemsOf)]

function byStory<T>({ stretch: one }: Standing<T>, { stretch: other }: Standing<T>): number {
  for (const [depth, step] of one.steps.entries()) {
    const theirs = other.steps[depth] ?? []
    const difference = step.map((number, at) => number - (theirs[at] ?? 0)).find((number) => number !== 0)
    if (difference !== undefined) return difference
  }
  return 0
}

/** They come sorted, so those under one heading stand together; where two series interleave, a heading may come again. */
function sectionsOf<T>(standing: readonly Standing<T>[], depth: number): CanonSection<T>[] {
  const runs: Standing<T>[][] = []
  for (const each of standing) {
    const run = runs.at(-1)
    const isSame = run?.[0]?.stretch.headings[depth]?.key === each.stretch.headings[depth]?.key
    if (run && isSame) run.push(each)
    else runs.push([each])
  }
  return runs.map((run) => {
    const isHere = ({ stretch }: Standing<T>): boolean => stretch.headings.length === depth + 1
    return {
      title: run[0]?.stretch.headings[depth]?.title ?? '',
      items: run.filter(isHere).map(({ item }) => item),
      sections: sectionsOf(
        run.filter((each) => !isHere(each)),
        depth + 1,
      ),
    }
  })
}

/** A heading that holds nothing but one other is said together with it: "Angel, Season 1, City Of". */
export function compacted<T>(sections: readonly CanonSection<T>[]): CanonSection<T>[] {
  return sections.map((section) => {
    const [only, ...others] = compacted(section.sections)
    if (only === undefined) return section
    if (section.items.length > 0 || others.length > 0) return { ...section, sections: [only, ...others] }
    return { ...only, title: `${section.title}, ${only.title}` }
  })
}
