// What lies in a packed document, never more of it than a story can be: the sizes it claims are looked at before anything is unpacked.
import { unzipSync } from 'fflate'
import { cannotBeRead, tooLargeInside } from './refusals.ts'

/** Of all that is unpacked together. */
const MOST_UNPACKED = 32 * 1024 * 1024
const MOST_ENTRIES = 5_000

function look<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && !('sentence' in error)) throw cannotBeRead()
    throw error
  }
}

export function namesIn(bytes: Uint8Array): readonly string[] {
  const names: string[] = []
  look(() =>
    unzipSync(bytes, {
      filter({ name }) {
        names.push(name)
        if (names.length > MOST_ENTRIES) throw tooLargeInside()
        return false
      },
    }),
  )
  return names
}

/**
 * Throws the refusals document/too-large-inside and document/unreadable. A size that is a lie gives no more than it says: what is
 * unpacked goes into a room of that size.
 */
export function unzipped(bytes: Uint8Array, isWanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  let unpacked = 0
  const files = look(() =>
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        if (!isWanted(name)) return false
        unpacked += originalSize
        if (unpacked > MOST_UNPACKED) throw tooLargeInside()
        return true
      },
    }),
  )
  return new Map(Object.entries(files))
}

export const textIn = (files: ReadonlyMap<string, Uint8Array>, name: string): string | undefined => {
  const bytes = files.get(name)
  return bytes && new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)
}
