// Files in one packed file, as a zip: pressed one after the other on a thread of their own, so that nobody waits for a long book.
// APPNOTE.TXT 6.3.10, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

export type FileToPack = {
  /** In ASCII. */
  readonly name: string
  readonly is: string | Uint8Array
  /** Not pressed: for what reads it without unpacking, and for what is pressed already. */
  readonly isStored?: boolean
}

type Packed = { readonly name: Buffer; readonly sizes: Buffer; readonly method: number; readonly bytes: Buffer }

const press = promisify<Buffer, { readonly level: number }, Buffer>(deflateRaw)

const LOCAL = 0x04_03_4b_50
const CENTRAL = 0x02_01_4b_50
const END = 0x06_05_4b_50
/** 1980-01-01, the first that can be said: the same files are the same bytes whenever they are packed. */
const DAY = 0x00_21
const MOST_FILES = 65_535
const MOST_BYTES = 0xff_ff_ff_ff

export async function packZip(files: readonly FileToPack[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = []
  const entries: Buffer[] = []
  let at = 0
  for (const file of files) {
    const packed = await pack(file)
    const local = Buffer.concat([numbers([LOCAL, 4]), headOf(packed), packed.name])
    entries.push(entryOf(packed, at))
    parts.push(local, packed.bytes)
    at += local.length + packed.bytes.length
  }
  const central = Buffer.concat(entries)
  if (files.length > MOST_FILES || at + central.length > MOST_BYTES) throw new Error('More than fits into a zip')
  const count: [number, number] = [files.length, 2]
  const end = numbers([END, 4], [0, 2], [0, 2], count, count, [central.length, 4], [at, 4], [0, 2])
  return new Uint8Array(Buffer.concat([...parts, central, end]))
}

async function pack({ name, is, isStored }: FileToPack): Promise<Packed> {
  const whole = typeof is === 'string' ? Buffer.from(is) : Buffer.from(is.buffer, is.byteOffset, is.byteLength)
  const bytes = isStored === true ? whole : await press(whole, { level: 6 })
  const sizes = numbers([crc32(whole), 4], [bytes.length, 4], [whole.length, 4])
  return { name: Buffer.from(name, 'latin1'), sizes, method: isStored === true ? 0 : 8, bytes }
}

/** What stands of a file both before it and in the list at the end. */
const headOf = ({ name, sizes, method }: Packed): Buffer =>
  Buffer.concat([numbers([20, 2], [0, 2], [method, 2], [0, 2], [DAY, 2]), sizes, numbers([name.length, 2], [0, 2])])

const entryOf = (packed: Packed, at: number): Buffer =>
  Buffer.concat([
    numbers([CENTRAL, 4], [20, 2]),
    headOf(packed),
    numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]),
    packed.name,
  ])

function numbers(...all: readonly (readonly [value: number, bytes: number])[]): Buffer {
  const written = all.map(([value, bytes]) => {
    const one = Buffer.alloc(bytes)
    one.writeUIntLE(value, 0, bytes)
    return one
  })
  return Buffer.concat(written)
}
