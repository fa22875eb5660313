// Works: kept as a draft, put up, revised with every save remembered, taken down. What rounds do with them is not known here.
import { nameKey } from '#src/kit/fold.ts'
import type { Instant } from '#src/kit/instants.ts'
import { tagsOf, tagWork } from '#src/library/tags/tags.ts'
import type { Reader, Tx } from '#src/platform/context.ts'
import { listAgreedCoAuthors, listNamesOn } from './asks/asks.store.ts'
import { recount } from './chapters/chapter-counts.store.ts'
import { keepText } from './chapters/chapters.store.ts'
import type { Around, WorkFields, WorkText } from './work-fields.ts'
import type { Editable } from './work-access.ts'
import { findFields } from './work-saves.store.ts'
import {
  completeRevision,
  findWorkByKey,
  insertRevision,
  insertWork,
  listPlacesOf,
  replaceCreators,
  replacePlaces,
  updateLife,
  updateWork,
} from './works.store.ts'

export type { WorkFields, WorkText } from './work-fields.ts'

export type WorkSaid = Around & { readonly fields: WorkFields; readonly text: WorkText }

export type NewWorkSaid = WorkSaid & {
  readonly creators: readonly number[]
  readonly community: number | null
  /** Made with the form: the same form sent twice makes one work. */
  readonly onceKey: string
}

export type Kept = { readonly work: number; readonly isNew: boolean }

/** A draft that its creators alone see. */
export async function keepWork(tx: Tx, said: NewWorkSaid): Promise<Kept> {
  const before = await findWorkByKey(tx.db, said.onceKey)
  if (before !== undefined) return { work: before, isNew: false }
  const by = tx.viewer.kind === 'person' ? tx.viewer.account : null
  const { fields, text, community, isAdult, audience, onceKey } = said
  const row = {
    fields,
    titleKey: titleKey(fields.title),
    words: text.words,
    community,
    isAdult,
    audience,
    onceKey,
    createdBy: by,
  }
  const work = await insertWork(tx, row)
  await replaceCreators(tx, work, said.creators)
  await keepAround(tx, work, 1, said, by)
  tx.announce({ name: 'work.drafted', work })
  return { work, isNew: true }
}

async function keepAround(tx: Tx, work: number, version: number, said: WorkSaid, by: number | null): Promise<void> {
  await keepText(tx, work, said.text)
  await recount(tx, work)
  await insertRevision(tx, { work, version, fields: said.fields, around: aroundIn(said), text: said.text, by })
  await tagWork(tx, work, said.tags)
  await replacePlaces(tx, work, said.places)
}

const aroundIn = ({ tags, places, isAdult, audience }: Around): Around => ({
  tags: tags.map(({ kind, name }) => ({ kind, name })),
  places,
  isAdult,
  audience,
})

/** As it is kept now. */
export async function aroundOf(db: Reader, work: number): Promise<Around | undefined> {
  const kept = await findFields(db, work)
  return (
    kept &&
    aroundIn({ ...kept, tags: (await tagsOf(db, [work])).get(work) ?? [], places: await listPlacesOf(db, work) })
  )
}

/** What titles are sorted by: without case, accents, and the small word that begins so many. */
export const titleKey = (title: string): string => nameKey(title.replace(/^(?:the|an?)\s+/i, '')) || title

/** Every save keeps the earlier text. */
export async function reviseWork(tx: Tx, work: Editable, said: WorkSaid): Promise<void> {
  const version = work.version + 1
  const { fields, isAdult, audience } = said
  await completeSave(tx, work)
  await updateWork(tx, work.id, { fields, titleKey: titleKey(fields.title), isAdult, audience, version })
  await keepAround(tx, work.id, version, said, tx.viewer.kind === 'person' ? tx.viewer.account : null)
  // A draft is in no list, and nobody but its creators has read it.
  tx.announce({ name: work.state === 'draft' ? 'work.drafted' : 'work.revised', work: work.id })
}

/** Of a draft, that nobody else has read. Who has agreed to write it too stays. */
export async function nameCreators(tx: Tx, work: Editable, creators: readonly number[]): Promise<void> {
  await replaceCreators(tx, work.id, await signedAnew(tx, work.id, creators))
  tx.announce({ name: 'work.drafted', work: work.id })
}

/** Only one's own name is changed: those of others stay, and so does one that was agreed to. */
async function signedAnew(tx: Tx, work: number, creators: readonly number[]): Promise<number[]> {
  const names = await listNamesOn(tx.db, work)
  const agreed = await listAgreedCoAuthors(tx.db, work)
  const isMine = ({ penName, account }: (typeof names)[number]): boolean =>
    (account === null || (tx.viewer.kind === 'person' && account === tx.viewer.account)) && !agreed.includes(penName)
  const at = names.findIndex(isMine)
  const signed = names.flatMap((name, index) => (index === at ? creators : isMine(name) ? [] : [name.penName]))
  return [...new Set(signed)]
}

/** Before a save is covered by another one, everything that it was is kept with it. */
export async function completeSave(
  tx: Tx,
  { id, version }: { readonly id: number; readonly version: number },
): Promise<void> {
  const around = await aroundOf(tx.db, id)
  if (around) await completeRevision(tx, id, version, around)
}

/** Up, from now on; `at` is the moment that counts, however late the clock was noticed. */
export async function putUp(tx: Tx, work: number, at: Instant): Promise<void> {
  await updateLife(tx, work, { state: 'posted', goesUpAt: null, postedAt: at })
  tx.announce({ name: 'work.posted', work })
}

export async function schedule(tx: Tx, work: number, goesUpAt: Instant): Promise<void> {
  await updateLife(tx, work, { state: 'scheduled', goesUpAt, postedAt: null })
  tx.announce({ name: 'work.scheduled', work })
}

/** It stays where its creators find it; nothing anybody wrote is thrown away. */
export async function takeDown(tx: Tx, work: Editable): Promise<void> {
  await updateLife(tx, work.id, { state: 'withdrawn', goesUpAt: null, postedAt: null })
  tx.announce({ name: 'work.withdrawn', work: work.id })
}

export async function backToDraft(tx: Tx, work: number): Promise<void> {
  await updateLife(tx, work, { state: 'draft', goesUpAt: null, postedAt: null })
  tx.announce({ name: 'work.withdrawn', work })
}
