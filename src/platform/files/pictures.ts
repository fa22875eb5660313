// Pictures from outside: what they are by their bytes, and what is made of them. None is ever served as it came.
import { sayList } from '#src/kit/date-words.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { decoder, MOST_PIXELS, SECONDS } from './decoder.ts'

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'

export type Picture = {
  readonly type: PictureType
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

export const MOST_BYTES = 10 * 1024 * 1024

const no = (code: string, sentence: string, about: string): Refusal =>
  new Refusal('forbidden', `picture/${code}`, sentence, { about })

/**
 * What a file is, by what is in it; its name and what the browser said of it count for nothing. Only its head is read.
 * Refuses (`about`) what is empty, too large, a drawing with words in it, no picture, or of too many or too few pixels.
 */
export async function readPicture(
  bytes: Uint8Array,
  about: string,
  { leastWidth, kinds }: { readonly leastWidth: number; readonly kinds: readonly PictureType[] },
): Promise<Picture> {
  if (bytes.byteLength === 0) throw no('none', 'Please choose a picture.', about)
  if (bytes.byteLength > MOST_BYTES) throw tooLarge(bytes.byteLength, about)
  const type = kinds.find((kind) => kind === typeOf(bytes))
  if (type === undefined) throw isSvg(bytes) ? no('svg', svgWords, about) : no('unknown', unknownWords(kinds), about)
  const { width, height } = await sizeOf(bytes, about)
  if (width * height > MOST_PIXELS) throw tooMany(width, height, about)
  if (width < leastWidth) throw tooSmall(width, leastWidth, about)
  return { type, bytes, width, height }
}

const svgWords =
  'This is a drawing in SVG, which can hold more than a picture. Please save it as PNG or JPEG, as large as it is to be seen.'

const called: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WebP',
  'image/gif': 'GIF',
}

const unknownWords = (kinds: readonly PictureType[]): string =>
  `This is no picture that we can read, whatever its name says. ${sayList(kinds.map((kind) => called[kind]))} can be read.`

const tooLarge = (bytes: number, about: string): Refusal =>
  no('too-large', `This picture has ${Math.ceil(bytes / 1_048_576)} MB; up to 10 MB fit.`, about)

const tooMany = (width: number, height: number, about: string): Refusal =>
  no(
    'too-many-pixels',
    `This picture is ${width.toLocaleString('en')} by ${height.toLocaleString('en')} pixels, more than can be read here: 50 million are the most, as in 10,000 by 5,000.`,
    about,
  )

const tooSmall = (width: number, least: number, about: string): Refusal =>
  no(
    'too-small',
    `This picture is ${width} pixels wide; at least ${least.toLocaleString('en')} are needed to fill a page.`,
    about,
  )

const startsWith = (bytes: Uint8Array, at: number, ...head: number[]): boolean =>
  head.every((byte, index) => bytes[at + index] === byte)

function typeOf(bytes: Uint8Array): PictureType | undefined {
  if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (startsWith(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (startsWith(bytes, 0, 0x47, 0x49, 0x46, 0x38)) return 'image/gif'
  const isRiff = startsWith(bytes, 0, 0x52, 0x49, 0x46, 0x46)
  return isRiff && startsWith(bytes, 8, 0x57, 0x45, 0x42, 0x50) ? 'image/webp' : undefined
}

const isSvg = (bytes: Uint8Array): boolean => /<svg[\s>]/i.test(new TextDecoder('latin1').decode(bytes.slice(0, 4_096)))

async function sizeOf(bytes: Uint8Array, about: string): Promise<{ width: number; height: number }> {
  const open = await decoder()
  try {
    // Without the limit, so that the sentence can say how large it is: nothing of it is decoded here.
    const { width, height, orientation = 1 } = await open(bytes, { limitInputPixels: false }).metadata()
    return orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch {
    throw no(
      'broken',
      'This picture is broken: not even its size can be read. Please save it anew and bring it again.',
      about,
    )
  }
}

export type Band = { readonly width: number; readonly height: number }

/** Cut to these sizes, once as WebP and once as JPEG, with nothing left of what the file said besides. Undefined where it breaks off. */
export async function cutBands(bytes: Uint8Array, bands: readonly Band[]): Promise<Picture[] | undefined> {
  const open = await decoder()
  try {
    const made: Picture[] = []
    for (const band of bands) {
      // The lively part of it, which is seldom the middle of a picture that was not made for this.
      const cut = open(bytes, { failOn: 'error' })
        .autoOrient()
        .resize({ ...band, fit: 'cover', position: 'attention' })
        .flatten({ background: '#12141c' })
        .timeout({ seconds: SECONDS })
      made.push(pictureOf('image/webp', await cut.clone().webp({ quality: 78 }).toBuffer(), band))
      made.push(pictureOf('image/jpeg', await cut.clone().jpeg({ quality: 78, mozjpeg: true }).toBuffer(), band))
    }
    return made
  } catch {
    return undefined
  }
}

const pictureOf = (type: PictureType, bytes: Uint8Array, band: Band): Picture => ({ type, bytes, ...band })
