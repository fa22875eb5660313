// What is kept about the banners of rounds.
import type { Reader, Tx } from '#src/platform/context.ts'
import type { BannerState } from '#src/schema/fests/rounds.ts'

export type KeptBanner = {
  readonly id: number
  readonly source: number
  readonly alt: string
  readonly artist: string
  readonly state: BannerState
}

const columns = ['id', 'source_id as source', 'alt', 'artist', 'state'] as const

export const findBanner = (db: Reader, round: number): Promise<KeptBanner | undefined> =>
  db.selectFrom('banners').select(columns).where('round_id', '=', round).executeTakeFirst()

export const findBannerById = (db: Reader, id: number) =>
  db
    .selectFrom('banners')
    .select([...columns, 'round_id as round'])
    .where('id', '=', id)
    .executeTakeFirst()

export type NewBanner = Pick<KeptBanner, 'source' | 'alt' | 'artist'> & { readonly by: number }

export async function insertBanner(tx: Tx, round: number, banner: NewBanner): Promise<number> {
  const { source, alt, artist, by } = banner
  const row = { round_id: round, source_id: source, alt, artist, state: 'making' as const, brought_by: by }
  const { id } = await tx.db
    .insertInto('banners')
    .values({ ...row, brought_at: tx.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateBanner(tx: Tx, id: number, said: Pick<KeptBanner, 'alt' | 'artist'>): Promise<void> {
  await tx.db.updateTable('banners').set(said).where('id', '=', id).execute()
}

export async function markBanner(tx: Tx, id: number, state: BannerState): Promise<void> {
  await tx.db.updateTable('banners').set({ state }).where('id', '=', id).execute()
}

export async function deleteBanner(tx: Tx, id: number): Promise<void> {
  await tx.db.deleteFrom('banners').where('id', '=', id).execute()
}
