// What is set in a canon stands in the order of its story, each once, and what nobody is sure of stands apart.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CanonOrder, type CanonSection, compacted, flattened, inCanonOrder, itemsOf, SURE } from './canon-order.ts'
import { anyTimeline } from '#tests/support/any-timeline.ts'
import type { Relation } from '#src/text/timing/timing.ts'
import { type Part, type Placed, treeOf } from './timeline.ts'

type Item = {
  readonly name: string
  readonly from?: number
  readonly to?: number
  readonly confidence?: number
  readonly relation?: Relation
}

/** "Series 1 > Low Tide" and so on: each part by its title, with its parent and its place. */
function timeline(parts: readonly (readonly [position: number, title: string, parent?: string])[]) {
  const idOf = (title: string | undefined) => {
    const at = parts.findIndex(([, name]) => name === title)
    return at < 0 ? null : at + 1
  }
  return treeOf(
    parts.map(([position, title, parent], at): Part => {
      return { id: at + 1, parent: idOf(parent), kind: 'part', code: title, title, position, aliases: [] }
    }),
  )
}

const lanterns = timeline([
  [1, 'Lantern Coast'],
  [2, 'Series 1', 'Lantern Coast'],
  [3, 'Low Tide', 'Series 1'],
  [4, 'Slack Water', 'Series 1'],
  [5, 'Spring Tide', 'Series 1'],
  [6, 'Series 2', 'Lantern Coast'],
  [7, 'Fog Signal', 'Series 2'],
  [8, 'The Long Watch', 'Series 2'],
])

/** Two series whose episodes came in turn. */
const twoShows = timeline([
  [1, 'Harbour'],
  [2, 'Headland'],
  [3, 'Harbour 1', 'Harbour'],
  [4, 'Headland 1', 'Headland'],
  [5, 'Harbour 2', 'Harbour'],
  [6, 'Headland 2', 'Headland'],
])

const settingOf = ({ from, to, confidence, relation }: Item) =>
  from === undefined ? undefined : { from, to: to ?? from, confidence: confidence ?? 0.9, relation }

const order = (tree: typeof lanterns, items: readonly Item[]): CanonOrder<Item> => inCanonOrder(tree, items, settingOf)

/** As one would read it: headings with their depth, and what stands under them. */
const read = (sections: readonly CanonSection<Item>[], depth = 0): string[] =>
  sections.flatMap(({ title, items, sections: inner }) => [
    `${'#'.repeat(depth + 1)} ${title}`,
    ...items.map(({ name }) => name),
    ...read(inner, depth + 1),
  ])

test('pieces stand under the parts they are set in, and only parts that hold something have a heading', () => {
  const { sections } = order(lanterns, [
    { name: 'in the fog', from: 7 },
    { name: 'at low tide', from: 3 },
    { name: 'all of series 1', from: 3, to: 5 },
    { name: 'at low tide too', from: 3 },
    { name: 'all of it', from: 3, to: 8 },
  ])
  assert.deepEqual(read(sections), [
    '# Lantern Coast',
    'all of it',
    '## Series 1',
    'all of series 1',
    '### Low Tide',
    'at low tide',
    'at low tide too',
    '## Series 2',
    '### Fog Signal',
    'in the fog',
  ])
})

test('what reaches over several parts stands where it begins, under the smallest part that holds it all', () => {
  const { sections } = order(lanterns, [
    { name: 'between the series', from: 5, to: 7 },
    { name: 'in the fog', from: 7 },
    { name: 'slack', from: 4 },
    { name: 'from slack on', from: 4, to: 5 },
    { name: 'low', from: 3 },
    { name: 'spring', from: 5 },
  ])
  assert.deepEqual(read(sections), [
    '# Lantern Coast',
    '## Series 1',
    '### Low Tide',
    'low',
    '### Slack Water to Spring Tide',
    'from slack on',
    '### Slack Water',
    'slack',
    '### Spring Tide',
    'spring',
    '## Series 1, Spring Tide to Series 2, Fog Signal',
    'between the series',
    '## Series 2',
    '### Fog Signal',
    'in the fog',
  ])
})

test('where two series interleave, the story goes to and fro between them', () => {
  const { sections } = order(twoShows, [
    { name: 'c', from: 5 },
    { name: 'b', from: 4 },
    { name: 'a', from: 3 },
    { name: 'all of the second', from: 4, to: 6 },
    { name: 'both', from: 3, to: 6 },
  ])
  assert.deepEqual(read(sections), [
    '# Harbour to Headland',
    'both',
    '# Harbour',
    '## Harbour 1',
    'a',
    '# Headland',
    'all of the second',
    '## Headland 1',
    'b',
    '# Harbour',
    '## Harbour 2',
    'c',
  ])
  const apart = order(twoShows, [
    { name: 'c', from: 5 },
    { name: 'a', from: 3 },
  ])
  assert.deepEqual(read(apart.sections), ['# Harbour', '## Harbour 1', 'a', '## Harbour 2', 'c'])
})

test('what is not sure stands apart with the guess in words, and what has no place, or one that is gone, apart from that', () => {
  const { sections, rough, lost, somewhere } = order(lanterns, [
    { name: 'perhaps the fog', from: 7, confidence: 0.56 },
    { name: 'perhaps low', from: 3, confidence: 0.2 },
    { name: 'sure enough', from: 8, confidence: SURE },
    { name: 'perhaps both', from: 4, to: 7, confidence: 0.5 },
    { name: 'some day in spring' },
    { name: 'cut scene', from: 99 },
  ])
  assert.deepEqual(
    sections.flatMap(itemsOf).map(({ name }) => name),
    ['sure enough'],
  )
  assert.deepEqual(
    rough.map(({ item, words }) => [item.name, words]),
    [
      ['perhaps low', 'Series 1, Low Tide'],
      ['perhaps both', 'Series 1, Slack Water to Series 2, Fog Signal'],
      ['perhaps the fog', 'Series 2, Fog Signal'],
    ],
  )
  assert.deepEqual(
    [lost, somewhere].map((items) => items.map(({ name }) => name)),
    [['cut scene'], ['some day in spring']],
  )
})

test('headings that hold nothing but one other are said together', () => {
  const { sections } = order(lanterns, [
    { name: 'low', from: 3 },
    { name: 'fog', from: 7 },
    { name: 'watch', from: 8 },
  ])
  assert.deepEqual(read(compacted(sections)), [
    '# Lantern Coast',
    '## Series 1, Low Tide',
    'low',
    '## Series 2',
    '### Fog Signal',
    'fog',
    '### The Long Watch',
    'watch',
  ])
})

const anyItems = (count: number) =>
  fc.array(
    fc.record({
      from: fc.option(fc.integer({ min: 0, max: count + 1 }), { nil: undefined }),
      reach: fc.integer({ min: 0, max: count }),
      confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  )

test('whatever the timeline and the settings, every piece stands exactly once', () => {
  const scenario = anyTimeline.chain(({ tree, count }) => anyItems(count).map((items) => ({ tree, items })))
  fc.assert(
    fc.property(scenario, ({ tree, items }) => {
      const named = items.map(({ from, reach, confidence }, at): Item => {
        return from === undefined ? { name: `${at}` } : { name: `${at}`, from, to: from + reach, confidence }
      })
      const sorted = order(tree, named)
      assert.deepEqual(new Set(flattened(sorted)), new Set(named))
      assert.equal(flattened(sorted).length, named.length)
      assert.deepEqual(compacted(sorted.sections).flatMap(itemsOf), sorted.sections.flatMap(itemsOf))
    }),
  )
})

test('of two pieces that are each set in one place, the earlier stands first, however series interleave', () => {
  const scenario = anyTimeline.chain(({ tree, count }) => anyItems(count).map((items) => ({ tree, items, count })))
  fc.assert(
    fc.property(scenario, ({ tree, items, count }) => {
      const leaves: number[] = []
      const walk = (parts: readonly Placed[]): void => {
        for (const part of parts) {
          if (part.parts.length === 0) leaves.push(part.position)
          walk(part.parts)
        }
      }
      walk(tree)
      const named = items.map(({ from }, at): Item => ({ name: `${at}`, from: from ?? (at % count) + 1 }))
      const isLeaf = ({ from }: Item): boolean => leaves.includes(from ?? 0)
      const positions = order(tree, named.filter(isLeaf))
        .sections.flatMap(itemsOf)
        .map(({ from }) => from ?? 0)
      assert.deepEqual(
        positions,
        positions.toSorted((one, other) => one - other),
      )
    }),
  )
})

test('nothing stands before what it begins after: of two that share their smallest part, the one that begins first', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 3, max: 5 }), fc.integer({ min: 3, max: 5 }))), (spans) => {
      const items = spans.map(([one, other], at): Item => {
        return { name: `${at}`, from: Math.min(one, other), to: Math.max(one, other) }
      })
      const begins = order(lanterns, items)
        .sections.flatMap(itemsOf)
        .map(({ from }) => from ?? 0)
      assert.deepEqual(
        begins,
        begins.toSorted((one, other) => one - other),
      )
    }),
  )
})
