// A picture as it is shown: in the width that fits the screen, with what is said of it; and those that stand above a text.
import type { MadeFile } from '#src/platform/files/files.ts'
import { paths } from '#src/schema/paths.ts'
import { altOf } from './alt.ts'
import type { PictureSeen } from './pictures-seen.ts'

const endings: Readonly<Record<string, string>> = { 'image/webp': 'webp', 'image/jpeg': 'jpg', 'image/png': 'png' }

const addressOf = (picture: PictureSeen, { uid, type }: MadeFile): string =>
  paths.pictureFile(picture.uid, `${uid}.${endings[type] ?? ''}`)

type OneProps = {
  readonly picture: PictureSeen
  readonly number?: number | undefined
  /** As in `sizes`: how wide it will be. */
  readonly sizes: string
  readonly isFirst?: boolean | undefined
}

export function OnePicture({ picture, number, sizes, isFirst }: OneProps) {
  const [usual, ...webp] = picture.files
  if (!usual) return null
  return (
    <picture>
      <source
        type="image/webp"
        srcset={webp.map((file) => `${addressOf(picture, file)} ${file.width}w`).join(', ')}
        sizes={sizes}
      />
      <img
        src={addressOf(picture, usual)}
        alt={altOf(picture, number)}
        width={usual.width}
        height={usual.height}
        loading={isFirst ? undefined : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}

/** As wide as a desk's column at most. */
const COLUMN = '(min-width: 75rem) 40rem, 100vw'

/** Icons stand side by side; what is larger has the column to itself. */
const SMALL = 320

const isSmall = ({ files }: PictureSeen): boolean => (files[0]?.width ?? 0) <= SMALL

export function PicturesBefore({ pictures }: { readonly pictures: readonly PictureSeen[] }) {
  if (pictures.length === 0) return null
  const areIcons = pictures.every(isSmall)
  return (
    <section class={areIcons ? 'art art--icons' : 'art'} aria-label="Pictures" id="pictures">
      {pictures.map((picture, at) => (
        <figure class="art__one">
          <OnePicture
            picture={picture}
            number={pictures.length === 1 ? undefined : at + 1}
            sizes={isSmall(picture) ? `${SMALL}px` : COLUMN}
            isFirst={at === 0}
          />
          {picture.caption === '' ? null : <figcaption dir="auto">{picture.caption}</figcaption>}
        </figure>
      ))}
    </section>
  )
}
