// The banner at the head of a round's page. No words of ours lie on it.
import { paths } from '#src/schema/paths.ts'
import type { Banner } from './banner.ts'

export type BannerProps = {
  readonly banner: Banner
  readonly community: string
  readonly round: string
}

/** Phones get a band that is higher for its width. */
const PHONE = '(max-width: 40rem)'

export function BannerBand({ banner, community, round }: BannerProps) {
  const of = (type: string, isForPhones: boolean): string =>
    banner.pictures
      .filter((picture) => picture.type === type && picture.width < 1_000 === isForPhones)
      .map(({ uid, width }) => `${paths.bannerFile(community, round, `${uid}.${endings[type] ?? ''}`)} ${width}w`)
      .join(', ')
  const usual = banner.pictures.find(({ type, width }) => type === 'image/jpeg' && width > 1_000)
  if (!usual) return null
  return (
    <picture class="banner">
      <source media={PHONE} type="image/webp" srcset={of('image/webp', true)} sizes="100vw" />
      <source media={PHONE} type="image/jpeg" srcset={of('image/jpeg', true)} sizes="100vw" />
      <source type="image/webp" srcset={of('image/webp', false)} sizes="100vw" />
      <img
        src={paths.bannerFile(community, round, `${usual.uid}.jpg`)}
        srcset={of('image/jpeg', false)}
        sizes="100vw"
        alt={banner.alt}
        width={usual.width}
        height={usual.height}
      />
    </picture>
  )
}

const endings: Readonly<Record<string, string>> = { 'image/webp': 'webp', 'image/jpeg': 'jpg' }
