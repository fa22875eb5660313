// What is in canon order as headings with lines: the parts of the timeline, and at the end what stands apart.
import { type CanonOrder, type CanonSection, compacted } from '#src/library/canon/canon-order.ts'
import type { Group } from './arranging.ts'

/** `guess` is given for what is only roughly placed. */
type LineOf<T, L> = (item: T, guess?: string) => L

export function canonGroups<T, L>(order: CanonOrder<T>, lineOf: LineOf<T, L>): Group<L>[] {
  const lines = (items: readonly T[]): L[] => items.map((item) => lineOf(item))
  const sectionGroup = ({ title, items, sections }: CanonSection<T>): Group<L> => {
    return { title, lines: lines(items), groups: sections.map(sectionGroup) }
  }
  const rough = order.rough.map(({ item, words }) => lineOf(item, words))
  const apart: Group<L>[] = [
    { title: 'Roughly here', says: 'Read out of the summary, and not certain.', lines: rough, groups: [] },
    { title: 'Not sure where', lines: lines(order.lost), groups: [] },
    { title: 'Somewhere in canon', lines: lines(order.somewhere), groups: [] },
  ]
  return [...compacted(order.sections).map(sectionGroup), ...apart.filter((group) => group.lines.length > 0)]
}
