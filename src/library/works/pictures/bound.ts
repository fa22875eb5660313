// Pictures that go into a book of their work: those above the text, and those that a text in it has. Whoever asks has looked who may see it.
import type { Reader } from '#src/platform/context.ts'
import { listFirstMade } from '#src/platform/files/files.ts'
import { paths } from '#src/schema/paths.ts'
import { listPictures, type PictureWords } from './pictures.store.ts'

export type BoundPicture = PictureWords & {
  readonly address: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** In their order. What a text has of another work is that one's to show. */
export async function boundPictures(db: Reader, work: number, texts: readonly string[]): Promise<BoundPicture[]> {
  const kept = await listPictures(db, work)
  const wanted = kept.filter(
    ({ state, deletedAt, stands, uid }) =>
      state === 'shown' &&
      deletedAt === null &&
      (stands === 'before' || texts.some((text) => text.includes(`${paths.picture(uid)}"`))),
  )
  const files = await listFirstMade(
    db,
    wanted.map(({ source }) => source),
  )
  return wanted.flatMap(({ source, uid, alt, isDecoration, caption, stands }) => {
    const file = files.find(({ madeOf }) => madeOf === source)
    if (!file) return []
    return [{ alt, isDecoration, caption, stands, address: paths.picture(uid), type: file.type, bytes: file.bytes }]
  })
}
