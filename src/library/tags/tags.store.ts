// What is kept of tags, and which works carry them.
import type { Reader, Tx } from '#src/platform/context.ts'
import type { TagKind } from '#src/schema/library/tags.ts'

export type Tag = { readonly id: number; readonly kind: TagKind; readonly name: string }

export async function findOrInsertTag(tx: Tx, kind: TagKind, name: string, key: string): Promise<number> {
  await tx.db
    .insertInto('tags')
    .values({ uid: tx.uid(), kind, name, name_key: key })
    .onConflict((conflict) => conflict.columns(['kind', 'name_key']).doNothing())
    .execute()
  const found = tx.db.selectFrom('tags').select('id').where('kind', '=', kind).where('name_key', '=', key)
  return (await found.executeTakeFirstOrThrow()).id
}

export async function replaceWorkTags(tx: Tx, work: number, tags: readonly number[]): Promise<void> {
  await tx.db.deleteFrom('work_tags').where('work_id', '=', work).execute()
  for (const [position, tag] of tags.entries()) {
    await tx.db.insertInto('work_tags').values({ work_id: work, tag_id: tag, position }).execute()
  }
}

/** In the order their writer gave them. */
export async function listTagsOf(db: Reader, works: readonly number[]): Promise<Map<number, Tag[]>> {
  if (works.length === 0) return new Map()
  const rows = await db
    .selectFrom('work_tags')
    .innerJoin('tags', 'tags.id', 'work_tags.tag_id')
    .select(['work_tags.work_id as work', 'tags.id', 'tags.kind', 'tags.name'])
    .where('work_tags.work_id', 'in', [...works])
    .orderBy('work_tags.position')
    .execute()
  const byWork = Map.groupBy(rows, ({ work }) => work)
  return new Map([...byWork].map(([work, tags]) => [work, tags.map(({ id, kind, name }) => ({ id, kind, name }))]))
}
