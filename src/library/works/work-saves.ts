// A work as its creators go on with it: what they typed, every save of it, and any of them brought back.
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { type Tag, tagsOf } from '#src/library/tags/tags.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { type Editable, mayEdit } from '#src/library/works/work-access.ts'
import type { Ctx, Reader, Tx, Viewer } from '#src/platform/context.ts'
import type { TextForm } from '#src/schema/library/works.ts'
import type { TidyKind } from '#src/text/tidy/kinds.ts'
import {
  blankRevision,
  eraseRevision,
  findFields,
  findSave,
  findVersionBefore,
  isBesideCorrection,
  type KeptFields,
  listSaves,
  type Save,
  type Saved,
} from './work-saves.store.ts'
import { findSource, listKept } from './chapters/chapters.store.ts'
import { listPlacesOf } from './works.store.ts'

export type { Save, Saved } from './work-saves.store.ts'

export type WorkToEdit = KeptFields & {
  readonly id: number
  readonly source: string
  readonly form: TextForm
  readonly leave: readonly TidyKind[]
  /** Of the text alone, which may be changed on a page of its own as well. */
  readonly textVersion: number
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
  const { source, form, leave, textVersion } = text
  const hasChapters = (await listKept(db, id)).filter(({ deletedAt }) => deletedAt === null).length > 1
  return { ...kept, id, source, form, leave, textVersion, tags, hasChapters, places: await listPlacesOf(db, id) }
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

/** The save before it that is still there. */
export async function openSaveBefore(ctx: Pick<Ctx, 'db' | 'viewer'>, id: number, version: number) {
  await mustBeEditor(ctx.db, ctx.viewer, id)
  const before = await findVersionBefore(ctx.db, id, version)
  return before === undefined ? undefined : findSave(ctx.db, id, before)
}

/** At once and for good; what readers read now is no save to erase but a text to change. */
export async function eraseSave(tx: Tx, work: Editable, version: number): Promise<void> {
  if (!(await findSave(tx.db, work.id, version))) throw isMissing('work')
  if (version === work.version) {
    throw new Refusal(
      'closed',
      'work/newest-save',
      'This is the text as it is now. Change it first; then this save can be erased.',
    )
  }
  if (await isBesideCorrection(tx.db, work.id, version)) await blankRevision(tx, work.id, version)
  else await eraseRevision(tx, work.id, version)
}
