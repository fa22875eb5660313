// What is set before, after or between parts has its place in the order of the story, outside all that begins or ends with them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Relation } from '#src/text/timing/timing.ts'
import { anyTimeline } from '#tests/support/any-timeline.ts'
import { flattened, inCanonOrder, itemsOf } from './canon-order.ts'
import { type Placed, treeOf } from './timeline.ts'

type Item = { readonly name: string; readonly from: number; readonly to?: number; readonly relation?: Relation }

const order = (timeline: readonly Placed[], items: readonly Item[]) =>
  inCanonOrder(timeline, items, ({ from, to, relation }) => ({ from, to: to ?? from, relation, confidence: 0.9 }))

const part = (id: number, parent: number | null, position: number) => ({
  id,
  parent,
  kind: parent === null ? 'book' : 'chapter',
  code: String(id),
  title: `Part ${id}`,
  position,
  aliases: [],
})

const books = treeOf([part(1, null, 1), part(2, 1, 2), part(3, 1, 3), part(4, null, 4), part(5, 4, 5), part(6, 4, 6)])

const sides = ['before', 'during', 'after'] as const

test('what is set before a part stands before it, what is set after it before what follows, however deep and however series interleave', () => {
  const scenario = anyTimeline.chain(({ tree, count }) =>
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: count + 1 }), fc.constantFrom(...sides)))
      .map((items) => ({ tree, items })),
  )
  fc.assert(
    fc.property(scenario, ({ tree, items }) => {
      const leaves = new Set(leavesIn(tree))
      const named = items
        .filter(([from]) => leaves.has(from))
        .map(([from, relation], at): Item => ({ name: `${at}`, from, relation }))
      const ranks = order(tree, named)
        .sections.flatMap(itemsOf)
        .map(({ from, relation = 'during' }) => from * 3 + sides.findIndex((side) => side === relation))
      assert.deepEqual(
        ranks,
        ranks.toSorted((one, other) => one - other),
      )
    }),
  )
})

test('before and after stand outside all that begins or ends there, under words of their own', () => {
  const [first, second] = books
  assert.ok(first && second)
  const sorted = order(books, [
    { name: 'second book', from: second.from, to: second.to },
    { name: 'between', from: first.to, to: second.from, relation: 'between' },
    { name: 'after the first', from: first.to, relation: 'after' },
    { name: 'across', from: first.to, to: second.from },
    { name: 'before the second', from: second.from, relation: 'before' },
    { name: 'before all', from: first.from, relation: 'before' },
    { name: 'first book', from: first.from, to: first.to },
    { name: 'last of the first', from: first.to },
  ])
  assert.deepEqual(
    flattened(sorted).map(({ name }) => name),
    [
      'before all',
      'first book',
      'last of the first',
      'across',
      'after the first',
      'between',
      'before the second',
      'second book',
    ],
  )
  assert.match(sorted.sections[0]?.title ?? '', /^Before /)
})

const leavesIn = (parts: readonly Placed[]): number[] =>
  parts.flatMap((each) => (each.parts.length === 0 ? [each.position] : leavesIn(each.parts)))
