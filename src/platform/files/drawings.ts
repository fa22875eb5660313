// What is made of a picture that is a work or part of one: as it is, whole, for screens of several widths; nothing is cut off it.
import { decoder, SECONDS } from './decoder.ts'
import type { Picture, PictureType } from './pictures.ts'

const WIDTHS = [480, 960, 1_920] as const

/** A page of a comic may be very high. */
const MOST_HIGH = 12_000

/** For books and old browsers. */
const USUAL = 1_280

/** An icon is drawn dot by dot: none of them may change. */
const ICON = 400

/** The usual one first, as PNG or JPEG, then WebP by width. Undefined where the file breaks off. Of one that moves it is the first picture. */
export async function drawAgain(
  bytes: Uint8Array,
  came: { readonly type: string; readonly width: number },
): Promise<Picture[] | undefined> {
  const open = await decoder()
  const isIcon = came.width <= ICON && (came.type === 'image/png' || came.type === 'image/gif')
  try {
    const { hasAlpha } = await open(bytes).metadata()
    const draw = async (type: PictureType, width: number): Promise<Picture> => {
      const upright = open(bytes, { failOn: 'error' }).autoOrient()
      const fitted = upright.resize({ width, height: MOST_HIGH, fit: 'inside', withoutEnlargement: true })
      const made = { lossless: isIcon, hasAlpha }
      const { data, info } = await encoded[type](fitted.timeout({ seconds: SECONDS }), made).toBuffer(WITH_SIZE)
      return { type, bytes: data, width: info.width, height: info.height }
    }
    const all: Picture[] = [await draw(isIcon || hasAlpha ? 'image/png' : 'image/jpeg', USUAL)]
    for (const width of widthsFor(came.width)) all.push(await draw('image/webp', width))
    return all
  } catch {
    return undefined
  }
}

const WITH_SIZE = { resolveWithObject: true } as const

type Sharp = ReturnType<Awaited<ReturnType<typeof decoder>>>
type Encode = (picture: Sharp, how: { readonly lossless: boolean }) => Sharp

const encoded: Readonly<Record<PictureType, Encode>> = {
  'image/png': (picture) => picture.png({ compressionLevel: 9 }),
  'image/gif': (picture) => picture.png({ compressionLevel: 9 }),
  'image/jpeg': (picture) => picture.jpeg({ quality: 84, mozjpeg: true }),
  'image/webp': (picture, { lossless }) => picture.webp({ quality: 84, lossless }),
}

/** Never larger than it came. */
function widthsFor(width: number): number[] {
  const smaller = WIDTHS.filter((each) => each < width)
  return [...smaller, Math.min(width, WIDTHS[2])].filter((each, at, all) => all.indexOf(each) === at)
}
