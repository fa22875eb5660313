// Two who change the same piece at once, or one person in two tabs: the second is told before the first one's save is covered.
import { Refusal } from '#src/kit/refusal.ts'
import type { Editable } from '#src/library/works/work-access.ts'
import { openToEdit } from '#src/library/works/work-saves.ts'
import type { WorkFields, WorkSaid } from '#src/library/works/works.ts'
import type { Tx } from '#src/platform/context.ts'

export const savedMeanwhile = 'work/saved-meanwhile'

/** `seen` is the save that the form was made from; a form that does not say it is not asked. The same words twice are one save. */
export async function mustHaveSeen(tx: Tx, work: Editable, seen: number | undefined, said: WorkSaid): Promise<void> {
  if (seen === undefined || seen === work.version || (await isSame(tx, work.id, said))) return
  throw new Refusal(
    'taken',
    savedMeanwhile,
    'This piece was saved somewhere else after you opened it here. Nothing of yours is lost: what you typed is still in the form below, and what was saved meanwhile is shown under this. Save again, and yours takes its place; the other stays in the history.',
  )
}

export const seenIn = (entries: ReadonlyMap<string, string>): number | undefined => {
  const said = entries.get('version') ?? ''
  return /^\d{1,9}$/.test(said) ? Number(said) : undefined
}

export async function isSame(tx: Tx, work: number, said: WorkSaid): Promise<boolean> {
  const { source, fields, tags, places, audience } = await openToEdit(tx, work)
  const around = (of: Pick<WorkSaid, 'tags' | 'places' | 'audience'>): string =>
    JSON.stringify([of.tags.map(({ kind, name }) => [kind, name]), of.places, of.audience])
  if (around({ tags, places, audience }) !== around(said)) return false
  return source === said.text.source && JSON.stringify(fields) === JSON.stringify(inOrder(said.fields, fields))
}

/** Whichever way round the fields were given. */
const inOrder = (fields: WorkFields, like: WorkFields): WorkFields => ({ ...like, ...fields })
