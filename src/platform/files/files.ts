// Files in the database: those that came, which nobody is shown, and those that were made of them.
import type { Reader, Tx } from '../context.ts'
import type { Picture } from './pictures.ts'

/** Its id. `madeOf` is the file that came. */
export async function keepFile(tx: Tx, picture: Picture, madeOf: number | null = null): Promise<number> {
  const { type, bytes, width, height } = picture
  const row = { uid: tx.uid(), media_type: type, bytes, width, height, made_of: madeOf, created_at: tx.now() }
  const { id } = await tx.db.insertInto('files').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export type MadeFile = { readonly uid: string; readonly type: string; readonly width: number; readonly height: number }

export const listMadeOf = async (db: Reader, source: number): Promise<MadeFile[]> =>
  (await listMadeOfAll(db, [source])).get(source) ?? []

/** By the file that came. */
export async function listMadeOfAll(db: Reader, sources: readonly number[]): Promise<Map<number, MadeFile[]>> {
  if (sources.length === 0) return new Map()
  const rows = await db
    .selectFrom('files')
    .select(['uid', 'media_type as type', 'width', 'height', 'made_of as madeOf'])
    .where('made_of', 'in', [...sources])
    .orderBy('id')
    .execute()
  const made = new Map<number, MadeFile[]>(sources.map((source) => [source, []]))
  for (const { madeOf, ...file } of rows) made.get(madeOf ?? 0)?.push(file)
  return made
}

export type FileBytes = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** Only what was made of this one: by no name can what came be had. */
export async function findMade(db: Reader, source: number, uid: string): Promise<FileBytes | undefined> {
  const row = await db
    .selectFrom('files')
    .select(['media_type', 'bytes'])
    .where('made_of', '=', source)
    .where('uid', '=', uid)
    .executeTakeFirst()
  return row && { type: row.media_type, bytes: new Uint8Array(row.bytes) }
}

export async function bytesOf(db: Reader, id: number): Promise<Uint8Array | undefined> {
  return (await db.selectFrom('files').select('bytes').where('id', '=', id).executeTakeFirst())?.bytes
}

export async function findFile(db: Reader, id: number) {
  return db
    .selectFrom('files')
    .select(['media_type as type', 'bytes', 'width', 'height'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The usual one of each, by the file that came: the first that was made of it. */
export async function listFirstMade(db: Reader, sources: readonly number[]) {
  if (sources.length === 0) return []
  const firsts = db
    .selectFrom('files')
    .select((eb) => eb.fn.min('id').as('id'))
    .where('made_of', 'in', [...sources])
    .groupBy('made_of')
  return db
    .selectFrom('files')
    .select(['made_of as madeOf', 'media_type as type', 'bytes', 'width', 'height'])
    .where('id', 'in', firsts)
    .execute()
}

/** With all that was made of it. */
export async function dropFile(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('files').where('made_of', '=', id).execute()
  await tx.db.deleteFrom('files').where('id', '=', id).execute()
}

/** What came is let go once others were made of it: it may say where and when it was taken. */
export async function emptyFile(tx: Tx, id: number): Promise<void> {
  await tx.db.updateTable('files').set({ bytes: new Uint8Array() }).where('id', '=', id).execute()
}
