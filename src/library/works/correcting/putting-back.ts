// What a correction changed, put back into a work as it is now: field by field, so that later saves of its writer stay. Pure.
import type { NamedTag } from '#src/library/tags/tags.ts'
import type { Around, WorkFields } from '#src/library/works/work-fields.ts'

type Said = { readonly fields: WorkFields; readonly around: Around }
type Save = { readonly fields: WorkFields; readonly around: Around | undefined }

const kinds = ['rating', 'warning', 'character', 'pairing', 'free'] as const satisfies readonly NamedTag['kind'][]

export function putBackInto(now: Said, { before, after }: { readonly before: Save; readonly after: Save }): Said {
  const fields = { ...patch(now.fields, before.fields, after.fields), header: headerOf(now, before, after) }
  if (!before.around || !after.around) return { fields, around: now.around }
  return {
    fields,
    around: {
      ...now.around,
      tags: kinds.flatMap((kind) => tagsOfKind(kind, now.around, before.around, after.around)),
      isAdult: before.around.isAdult === after.around.isAdult ? now.around.isAdult : before.around.isAdult,
    },
  }
}

/** The lines of the header are fields of their own. */
const headerOf = (now: Said, before: Save, after: Save): Record<string, string> =>
  Object.fromEntries(
    Object.entries(patch(now.fields.header, before.fields.header, after.fields.header)).filter(
      ([, value]) => value !== undefined,
    ),
  )

function patch<T extends object>(now: T, before: T, after: T): T {
  const is = new Map(Object.entries(after).map(([name, value]) => [name, JSON.stringify(value)]))
  const added = Object.keys(after).filter((name) => !(name in before))
  const changed = Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== is.get(name))
  return { ...now, ...Object.fromEntries(added.map((name) => [name, undefined])), ...Object.fromEntries(changed) }
}

function tagsOfKind(
  kind: NamedTag['kind'],
  now: Around,
  before: Around | undefined,
  after: Around | undefined,
): readonly NamedTag[] {
  const of = (around: Around | undefined): readonly NamedTag[] =>
    (around?.tags ?? []).filter((tag) => tag.kind === kind)
  const names = (around: Around | undefined): string =>
    of(around)
      .map(({ name }) => name)
      .join('\n')
  return names(before) === names(after) ? of(now) : of(before)
}
