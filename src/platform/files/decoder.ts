// The decoder of pictures: loaded by a house that has some, and allowed to read four kinds of all that it could read.
import type { Sharp, SharpOptions } from 'sharp'

/** A photograph of today has twelve to fifty million; what has more is a drawing for a wall, or meant to fill our memory. */
export const MOST_PIXELS = 50_000_000

export const SECONDS = 20

export type Decoder = (bytes: Uint8Array, options?: SharpOptions) => Sharp

let opened: Promise<Decoder> | undefined

const kinds = ['Jpeg', 'Png', 'Webp', 'Nsgif'].map((kind) => `VipsForeignLoad${kind}`)

async function openDecoder(): Promise<Decoder> {
  const { default: sharp } = await import('sharp')
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: kinds })
  sharp.cache(false)
  sharp.concurrency(1)
  return (bytes, options) => sharp(bytes, { limitInputPixels: MOST_PIXELS, ...options })
}

export const decoder = (): Promise<Decoder> => (opened ??= openDecoder())
