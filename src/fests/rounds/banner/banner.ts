// The banner of a round: brought by its mods, made by a job, seen by whoever sees the round, and taken away again.
import { findRound, type Round, type RoundAtHome, roundById } from '#src/fests/rounds/rounds.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { mustMod } from '#src/people/communities/communities.ts'
import type { Ctx, Reader, Tx, Viewer } from '#src/platform/context.ts'
import {
  bytesOf,
  dropFile,
  type FileBytes,
  findMade,
  keepFile,
  listMadeOf,
  type MadeFile,
} from '#src/platform/files/files.ts'
import { type Band, cutBands, type Picture } from '#src/platform/files/pictures.ts'
import {
  deleteBanner,
  findBanner,
  findBannerById,
  insertBanner,
  type KeptBanner,
  markBanner,
  updateBanner,
} from './banner.store.ts'

export const BANNER_JOB = 'rounds/make-banner'

/** To fill a page on most screens; what is narrower looks like a mistake there. */
export const LEAST_WIDTH = 1_200

/** For phones, for desks, and for desks with fine screens; in this order. */
const bands: readonly Band[] = [
  { width: 840, height: 264 },
  { width: 1440, height: 246 },
  { width: 2880, height: 492 },
]

export type BannerSaid = { readonly alt: string; readonly artist: string; readonly picture: Picture | undefined }

/** A new picture, or other words for the one that is there. Refuses words without any picture (`picture`). */
export async function bringBanner(ctx: Ctx, community: string, slug: string, said: BannerSaid): Promise<Round> {
  const { round, by } = await asMod(ctx, community, slug)
  return ctx.atomically({ rounds: round.id }, async (tx) => {
    const current = await roundById(tx.db, round.id)
    const before = await findBanner(tx.db, round.id)
    if (said.picture) await replaceBanner(tx, round.id, { ...said, picture: said.picture, by }, before)
    else if (before) await updateBanner(tx, before.id, { alt: said.alt, artist: said.artist })
    else throw noPicture()
    tx.announce({ name: 'round.changed', round: round.id })
    return current
  })
}

const noPicture = (): Refusal =>
  new Refusal('forbidden', 'picture/none', 'Please choose a picture.', { about: 'picture' })

type Brought = BannerSaid & { readonly picture: Picture; readonly by: number }

async function replaceBanner(tx: Tx, round: number, brought: Brought, before: KeptBanner | undefined): Promise<void> {
  if (before) await forget(tx, before)
  const { alt, artist, by } = brought
  const source = await keepFile(tx, brought.picture)
  const banner = await insertBanner(tx, round, { source, alt, artist, by })
  tx.enqueue({ kind: BANNER_JOB, payload: { banner } })
}

async function forget(tx: Tx, { id, source }: KeptBanner): Promise<void> {
  await deleteBanner(tx, id)
  await dropFile(tx, source)
}

export async function takeBannerAway(ctx: Ctx, community: string, slug: string): Promise<Round> {
  const { round } = await asMod(ctx, community, slug)
  return ctx.atomically({ rounds: round.id }, async (tx) => {
    await forgetBannerOf(tx, round.id)
    tx.announce({ name: 'round.changed', round: round.id })
    return round
  })
}

/** With the picture as it came. */
export async function forgetBannerOf(tx: Tx, round: number): Promise<void> {
  const banner = await findBanner(tx.db, round)
  if (banner) await forget(tx, banner)
}

async function asMod(ctx: Ctx, community: string, slug: string): Promise<{ round: Round; by: number }> {
  const { round, community: home } = await findRound(ctx, community, slug)
  await mustMod(ctx.db, home.id, ctx.viewer)
  return { round, by: ctx.viewer.kind === 'person' ? ctx.viewer.account : home.foundedBy }
}

/** A job's work, outside every transaction but for what is kept of it. Another picture may have come meanwhile. */
export async function makeBanner(ctx: Ctx, id: number): Promise<void> {
  const banner = await findBannerById(ctx.db, id)
  const bytes = banner?.state === 'making' ? await bytesOf(ctx.db, banner.source) : undefined
  if (!banner || !bytes) return
  const made = await cutBands(bytes, bands)
  await ctx.atomically({ rounds: banner.round }, async (tx) => {
    if ((await findBannerById(tx.db, id))?.state !== 'making') return
    for (const picture of made ?? []) await keepFile(tx, picture, banner.source)
    await markBanner(tx, id, made ? 'shown' : 'unreadable')
    tx.announce({ name: 'round.changed', round: banner.round })
  })
}

export type Banner = Pick<KeptBanner, 'alt' | 'artist' | 'state'> & {
  /** By width, each as WebP and as JPEG; none until they are made. */
  readonly pictures: readonly MadeFile[]
}

export async function bannerOf(db: Reader, round: number): Promise<Banner | undefined> {
  const banner = await findBanner(db, round)
  if (!banner) return undefined
  const { alt, artist, state, source } = banner
  return { alt, artist, state, pictures: state === 'shown' ? await listMadeOf(db, source) : [] }
}

/** For its mods alone. */
export async function bannerToChange(
  ctx: Ctx,
  community: string,
  slug: string,
): Promise<RoundAtHome & { readonly banner: Banner | undefined }> {
  const home = await findRound(ctx, community, slug)
  await mustMod(ctx.db, home.community.id, ctx.viewer)
  return { ...home, banner: await bannerOf(ctx.db, home.round.id) }
}

/** Whoever sees the round sees its banner, and nobody else, whatever addresses they know. */
export async function openBannerFile(
  ctx: { db: Reader; viewer: Viewer },
  where: { readonly community: string; readonly round: string },
  uid: string,
): Promise<FileBytes> {
  const { round } = await findRound(ctx, where.community, where.round)
  const banner = await findBanner(ctx.db, round.id)
  const file = banner?.state === 'shown' ? await findMade(ctx.db, banner.source, uid) : undefined
  if (!file) throw isMissing('picture')
  return file
}
