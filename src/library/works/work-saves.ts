// A work as its creators go on with it: what they typed, every save of it, and any of them brought back.
import { isMissing } from '#src/kit/refusal.ts'
import { type Tag, tagsOf } from '#src/library/tags/tags.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { mayEdit } from '#src/library/works/work-access.ts'
import type { Ctx, Reader, Viewer } from '#src/platform/context.ts'
import type { TextForm } from '#src/schema/library/works.ts'
import type { TidyKind } from '#src/text/tidy/kinds.ts'
import { findFields, findSave, type KeptFields, listSaves, type Save, type Saved } from './work-saves.store.ts'
import { findSource, listKept } from './chapters/chapters.store.ts'
import { listPlacesOf } from './works.store.ts'

export type { Save, Saved } from './work-saves.store.ts'

export type WorkToEdit = KeptFields & {
  readonly id: number
  readonly source: string
  readonly form: TextForm
  readonly leave: readonly TidyKind[]
  readonly tags: readonly Tag[]
  readonly places: readonly string[]
  /** It has chapters besides the text that it was posted with. */
  readonly hasChapters: boolean
}

/** For everybody else there is no such work. */
async function mustBeEditor(db: Reader, viewer: Viewer, id: number): Promise<void> {
  if (!(await mayEdit(db, await beholderOf(db, viewer), id))) throw isMissing('work')
}

export async function openToEdit({ db, viewer }: Pick<Ctx, 'db' | 'viewer'>, id: number): Promise<WorkToEdit> {
  await mustBeEditor(db, viewer, id)
  const kept = await findFields(db, id)
  const text = await findSource(db, id)
  if (!kept || !text) throw isMissing('work')
  const tags = (await tagsOf(db, [id])).get(id) ?? []
  const { source, form, leave } = text
  const hasChapters = (await listKept(db, id)).filter(({ deletedAt }) => deletedAt === null).length > 1
  return { ...kept, id, source, form, leave, tags, hasChapters, places: await listPlacesOf(db, id) }
}

export async function savesOf({ db, viewer }: Pick<Ctx, 'db' | 'viewer'>, id: number): Promise<Save[]> {
  await mustBeEditor(db, viewer, id)
  return listSaves(db, id)
}

export async function openSave(
  { db, viewer }: Pick<Ctx, 'db' | 'viewer'>,
  id: number,
  version: number,
): Promise<Saved> {
  await mustBeEditor(db, viewer, id)
  const save = await findSave(db, id, version)
  if (!save) throw isMissing('work')
  return save
}
