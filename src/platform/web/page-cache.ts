// Pages as guests see them, kept in memory with what was read for them, and let go as soon as any of that changes.
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

export type KeptPage = {
  readonly headers: readonly (readonly [string, string])[]
  readonly etag: string
  readonly body: Uint8Array
  /** None until it has been made, and for what is too small to gain by it. */
  readonly brotli: Uint8Array | undefined
}

export type NewPage = Omit<KeptPage, 'brotli'> & {
  /** What was read for it, as in `work:12`; a change that touches one of these ends it. */
  readonly reads: readonly string[]
  /** From `begin`, asked before anything was read. */
  readonly begun: number
}

export type PageCache = {
  readonly begin: () => number
  readonly keep: (key: string, page: NewPage) => void
  readonly find: (key: string) => KeptPage | undefined
  readonly drop: (touched: readonly string[]) => void
  readonly dropAll: () => void
}

type Entry = { page: KeptPage; readonly reads: readonly string[]; readonly until: number; size: number }

/** The foot says how far a zone is from UTC, which no change announces. */
const LONGEST = 3_600_000
const SMALL = 1_000
const pack = promisify(brotliCompress)
const packing = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

export function openPageCache({ megabytes = 64 }: { readonly megabytes?: number } = {}): PageCache {
  // A map keeps the order in which keys came, so the first one is the one that nobody has asked for longest.
  const entries = new Map<string, Entry>()
  const readers = new Map<string, Set<string>>()
  let bytes = 0
  let changes = 0

  const remove = (key: string): void => {
    const entry = entries.get(key)
    if (!entry) return
    entries.delete(key)
    bytes -= entry.size
    for (const word of entry.reads) {
      const keys = readers.get(word)
      keys?.delete(key)
      if (keys?.size === 0) readers.delete(word)
    }
  }
  const makeRoom = (): void => {
    for (const key of entries.keys()) {
      if (bytes <= megabytes * 1_048_576) return
      remove(key)
    }
  }
  const packLater = async (key: string, entry: Entry): Promise<void> => {
    if (entry.page.body.byteLength < SMALL) return
    const brotli = await pack(entry.page.body, packing)
    if (entries.get(key) !== entry) return
    entry.page = { ...entry.page, brotli }
    entry.size += brotli.byteLength
    bytes += brotli.byteLength
    makeRoom()
  }

  return {
    begin: () => changes,
    keep(key, { begun, reads, ...page }) {
      // Something changed while it was made: nobody can tell on which side of that its reads were.
      if (begun !== changes) return
      remove(key)
      const size = page.body.byteLength + 2 * key.length + 64 * reads.length + 1_000
      const entry = { page: { ...page, brotli: undefined }, reads, until: performance.now() + LONGEST, size }
      entries.set(key, entry)
      bytes += size
      for (const word of reads) readers.set(word, (readers.get(word) ?? new Set()).add(key))
      makeRoom()
      // A page that cannot be packed is sent as it is.
      packLater(key, entry).catch(() => {})
    },
    find(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      entries.set(key, entry)
      if (entry.until > performance.now()) return entry.page
      remove(key)
      return undefined
    },
    drop(touched) {
      changes += 1
      for (const word of touched) for (const key of readers.get(word) ?? []) remove(key)
    },
    dropAll() {
      changes += 1
      entries.clear()
      readers.clear()
      bytes = 0
    },
  }
}
