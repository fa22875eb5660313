// Pictures as one viewer may see them: those of a work that they may see, and the bytes behind an address, by the same rule.
import { isMissing } from '#src/kit/refusal.ts'
import { asksFirst } from '#src/library/works/adult/asking.ts'
import { beholderOf } from '#src/library/works/beholders.ts'
import { mayEdit } from '#src/library/works/work-access.ts'
import { seeCards } from '#src/library/works/works-seen.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import { type FileBytes, findMade, listMadeOf, listMadeOfAll, type MadeFile } from '#src/platform/files/files.ts'
import { findPicture, isInTextFor, type KeptPicture, listPictures, type PictureWords } from './pictures.store.ts'

export type PictureSeen = PictureWords & {
  readonly id: number
  readonly uid: string
  /** The usual one first, then WebP by width; none until they are made. */
  readonly files: readonly MadeFile[]
}

export async function withFiles<P extends KeptPicture>(db: Reader, pictures: readonly P[]) {
  const made = await listMadeOfAll(
    db,
    pictures.map(({ source }) => source),
  )
  return pictures.map(({ source, ...picture }) => ({ ...picture, files: made.get(source) ?? [] }))
}

const isUp = ({ state, deletedAt }: KeptPicture): boolean => state === 'shown' && deletedAt === null

/** Those that stand above the text, of a work that whoever asks may see: they have looked. */
export async function picturesBefore(db: Reader, work: number): Promise<PictureSeen[]> {
  const all = await listPictures(db, work)
  return withFiles(
    db,
    all.filter((picture) => isUp(picture) && picture.stands === 'before'),
  )
}

/** Whether there is anything to look at, or will be in a moment: for whoever hands it in; whoever asks has looked. */
export async function hasPictures(db: Reader, work: number): Promise<boolean> {
  const all = await listPictures(db, work)
  return all.some(({ state, stands, deletedAt }) => deletedAt === null && stands === 'before' && state !== 'unreadable')
}

export type Asked = {
  readonly uid: string
  /** One of those that were made; without it the usual one. */
  readonly file: string | undefined
  readonly hasSaidAdult: boolean
}

/** Refuses as missing what this viewer may not see. `work`: is for adults, and they have not said that they are one. */
export async function openPictureFile(
  ctx: Pick<Ctx, 'db' | 'viewer'>,
  { uid, file, hasSaidAdult }: Asked,
): Promise<(FileBytes & { readonly isAdult: boolean }) | { readonly askedAt: number }> {
  const { db } = ctx
  const picture = await findPicture(db, { uid })
  if (!picture || !isUp(picture)) throw isMissing('picture')
  const beholder = await beholderOf(db, ctx.viewer)
  const [card] = await seeCards(db, beholder, [picture.work])
  if (!card) throw isMissing('picture')
  const isSeen =
    picture.stands === 'before' ||
    (await isInTextFor(db, beholder, picture)) ||
    (await mayEdit(db, beholder, picture.work))
  if (!isSeen) throw isMissing('picture')
  if (await asksFirst(ctx, beholder, card, hasSaidAdult)) return { askedAt: picture.work }
  const wanted = file ?? (await listMadeOf(db, picture.source))[0]?.uid ?? ''
  const found = await findMade(db, picture.source, wanted)
  if (!found) throw isMissing('picture')
  return { ...found, isAdult: card.isAdult }
}
