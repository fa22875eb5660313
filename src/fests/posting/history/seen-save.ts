// Two who change the same piece at once, or one person in two tabs: the second is told before the first one's save is covered.
import { Refusal } from '#src/kit/refusal.ts'
import type { Editable } from '#src/library/works/work-access.ts'
import { openToEdit, type WorkToEdit } from '#src/library/works/work-saves.ts'
import type { WorkFields, WorkSaid } from '#src/library/works/works.ts'
import type { Tx } from '#src/platform/context.ts'

export const savedMeanwhile = 'work/saved-meanwhile'

/** The save that a form was made from, and the one of its text, which is also changed as a chapter, on a page of its own. */
export type SeenSave = { readonly version: number; readonly text: number | undefined }

/** A form that does not say what it was made from is not asked. The same words twice are one save. */
export async function mustHaveSeen(tx: Tx, work: Editable, seen: SeenSave | undefined, said: WorkSaid): Promise<void> {
  if (seen === undefined || (await isLast(tx, work, seen)) || (await isSame(tx, work.id, said))) return
  throw new Refusal(
    'taken',
    savedMeanwhile,
    'This piece was saved somewhere else after you opened it here. Nothing of yours is lost: what you typed is still in the form below, and what was saved meanwhile is shown under this. Save again, and yours takes its place; the other stays in the history.',
  )
}

const isLast = async (tx: Tx, work: Editable, { version, text }: SeenSave): Promise<boolean> =>
  version === work.version && (text === undefined || text === (await openToEdit(tx, work.id)).textVersion)

/** As a form sends it along. */
export const seenOf = ({ version, textVersion }: Pick<WorkToEdit, 'version' | 'textVersion'>): string =>
  `${version}.${textVersion}`

export const seenIn = (entries: ReadonlyMap<string, string>): SeenSave | undefined => {
  const [, version, text] = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(entries.get('version') ?? '') ?? []
  if (version === undefined) return undefined
  return { version: Number(version), text: text === undefined ? undefined : Number(text) }
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
