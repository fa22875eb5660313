// Everything that is kept as one file, the same from either engine: a header, every row as a line of JSON, and a seal.
// It is zstd over text on purpose: in twenty years it can still be read with ordinary tools.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import { Unstartable } from '../unstartable.ts'

export type Header = {
  readonly roundelay: 'backup'
  readonly format: 1
  /** The migration the rows fit. */
  readonly schema: string
  readonly madeAt: string
  /** The highest id ever given, by table: an id is never given twice, even to those who come after a restore. */
  readonly given: Readonly<Record<string, number>>
}

export type Row = { readonly table: string; readonly row: Readonly<Record<string, unknown>> }

type Seal = { readonly rows: number; readonly sha256: string }

/** Bytes have no form of their own in JSON; no other value of a row is an object. */
const packed = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value

const unpacked = (_: string, value: unknown): unknown =>
  isPacked(value) ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value

const isPacked = (value: unknown): value is { base64: string } =>
  typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string'

const line = (value: unknown): string => `${JSON.stringify(value, packed)}\n`

/** Appears under its name only when it is whole: a broken disk or a full one leaves what was there before. */
export async function writeArchive(file: string, header: Header, rows: AsyncIterable<Row>): Promise<number> {
  const unfinished = `${file}.unfinished-${process.pid}`
  let count = 0
  const hash = createHash('sha256')
  async function* lines(): AsyncGenerator<string> {
    yield sealed(hash, line(header))
    for await (const row of rows) {
      count += 1
      yield sealed(hash, line(row))
    }
    yield line({ rows: count, sha256: hash.digest('hex') } satisfies Seal)
  }
  try {
    await pipeline(
      Readable.from(lines()),
      createZstdCompress(),
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }),
    )
    renameSync(unfinished, file)
  } catch (error) {
    removeIfThere(unfinished)
    throw new Unstartable(
      `The backup could not be written to ${file}: ${error instanceof Error ? error.message : String(error)}.`,
    )
  }
  return count
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // It could not even be begun: its folder is none.
  }
}

function sealed(hash: Hash, text: string): string {
  hash.update(text)
  return text
}

const spoiled = (file: string, why: string): Unstartable =>
  new Unstartable(`${file} is not a whole backup of Roundelay (${why}). Nothing was changed.`)

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const plain = source.pipe(createZstdDecompress())
  source.on('error', (error) => plain.destroy(error))
  try {
    yield* splitLines(plain)
  } catch (error) {
    throw spoiled(file, error instanceof Error ? error.message : 'it cannot be read')
  } finally {
    source.destroy()
  }
}

/** Only at what ends a line of JSON: Node's own reader of lines also breaks at characters that people's texts may hold. */
async function* splitLines(plain: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = ''
  for await (const piece of plain) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

const isHeader = (value: unknown): value is Header =>
  typeof value === 'object' && value !== null && 'roundelay' in value && value.roundelay === 'backup'

/** Reads the whole file once before anything is touched: header, seal and count must fit. */
export async function checkArchive(file: string): Promise<Header> {
  const hash = createHash('sha256')
  let header: Header | undefined
  let last = ''
  let rows = -1
  for await (const text of linesOf(file)) {
    if (last !== '') hash.update(`${last}\n`)
    header ??= readHeader(file, text)
    last = text
    rows += 1
  }
  if (!header) throw spoiled(file, 'it is empty')
  if (!isSealed(last, rows - 1, hash.digest('hex')))
    throw spoiled(file, 'its end is missing or something in it was changed')
  return header
}

function isSealed(text: string, rows: number, sha256: string): boolean {
  try {
    const seal = JSON.parse(text) as Seal
    return seal.rows === rows && seal.sha256 === sha256
  } catch {
    return false
  }
}

function readHeader(file: string, text: string): Header {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw spoiled(file, 'its first line is something else')
  }
  if (!isHeader(value)) throw spoiled(file, 'its first line is something else')
  if (value.format !== 1)
    throw new Unstartable(
      `${file} was written by a newer version of Roundelay: restore it with that one. Nothing was changed.`,
    )
  return value
}

export async function* readRows(file: string): AsyncGenerator<Row> {
  let isFirst = true
  for await (const text of linesOf(file)) {
    const value = isFirst ? undefined : (JSON.parse(text, unpacked) as Row | Seal)
    isFirst = false
    if (value && 'table' in value) yield value
  }
}
