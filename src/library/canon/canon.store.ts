// What is kept of fandoms and the parts of their canon.
import type { PlannedPart } from '#src/library/canon/canon-csv.ts'
import type { Part } from '#src/library/canon/timeline.ts'
import type { Reader, Tx } from '#src/platform/context.ts'

export type Fandom = { readonly id: number; readonly slug: string; readonly name: string }

const columns = ['id', 'slug', 'name'] as const

export async function insertFandom(tx: Tx, fandom: { slug: string; name: string; key: string }): Promise<Fandom> {
  const row = { uid: tx.uid(), slug: fandom.slug, name: fandom.name, name_key: fandom.key, created_at: tx.now() }
  return tx.db.insertInto('fandoms').values(row).returning(columns).executeTakeFirstOrThrow()
}

export async function renameFandom(tx: Tx, id: number, named: { name: string; key: string }): Promise<void> {
  await tx.db.updateTable('fandoms').set({ name: named.name, name_key: named.key }).where('id', '=', id).execute()
}

export function findFandomBySlug(db: Reader, slug: string): Promise<Fandom | undefined> {
  return db.selectFrom('fandoms').select(columns).where('slug', '=', slug).executeTakeFirst()
}

export function listAllFandoms(db: Reader): Promise<Fandom[]> {
  return db.selectFrom('fandoms').select(columns).orderBy('name_key').execute()
}

export async function listPartsOf(db: Reader, fandom: number): Promise<Part[]> {
  const parts = await db
    .selectFrom('canon_parts')
    .select(['id', 'parent_id as parent', 'kind', 'code', 'title', 'position'])
    .where('fandom_id', '=', fandom)
    .orderBy('position')
    .execute()
  const aliases = await db
    .selectFrom('canon_aliases')
    .innerJoin('canon_parts', 'canon_parts.id', 'canon_aliases.part_id')
    .select(['canon_aliases.part_id as part', 'canon_aliases.alias'])
    .where('canon_parts.fandom_id', '=', fandom)
    .orderBy('canon_aliases.id')
    .execute()
  const byPart = Map.groupBy(aliases, ({ part }) => part)
  return parts.map((part) => ({ ...part, aliases: (byPart.get(part.id) ?? []).map(({ alias }) => alias) }))
}

type PartRow = {
  readonly fandom: number
  readonly parent: number | null
  readonly position: number
  readonly part: PlannedPart
}

export async function insertPart(tx: Tx, { fandom, parent, position, part }: PartRow): Promise<number> {
  const { kind, code, title } = part
  const row = { uid: tx.uid(), fandom_id: fandom, parent_id: parent, kind, code, title, position }
  const { id } = await tx.db.insertInto('canon_parts').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updatePart(tx: Tx, id: number, { parent, position, part }: PartRow): Promise<void> {
  const set = { parent_id: parent, kind: part.kind, title: part.title, position }
  await tx.db.updateTable('canon_parts').set(set).where('id', '=', id).execute()
}

export async function movePart(tx: Tx, id: number, position: number): Promise<void> {
  await tx.db.updateTable('canon_parts').set({ position }).where('id', '=', id).execute()
}

export async function replaceAliases(tx: Tx, part: number, aliases: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('canon_aliases').where('part_id', '=', part).execute()
  for (const alias of aliases) await tx.db.insertInto('canon_aliases').values({ part_id: part, alias }).execute()
}
