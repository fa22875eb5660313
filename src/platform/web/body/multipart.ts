// A form with a long text or a file, taken apart where its parts end; nothing between those ends is looked at letter by letter.

export type Part = {
  readonly name: string
  /** Of a file, as its owner calls it; undefined for a field that was typed into. */
  readonly filename: string | undefined
  readonly bytes: Uint8Array
}

const MOST_PARTS = 2_000
const MOST_HEAD = 16 * 1024

/** As a browser writes it: what would end the quotation is written as its number. */
const unquoted = (said: string): string =>
  said
    .replace(/%22/g, '"')
    .replace(/%0D%0A/gi, '\r\n')
    .replace(/%0D/gi, '\r')
    .replace(/%0A/gi, '\n')

export function boundaryIn(contentType: string): string | undefined {
  const found = /^multipart\/form-data\b.*?;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/is.exec(contentType)
  return found?.[1] ?? found?.[2]
}

/** Undefined where it is not whole: then nothing of it counts. */
export function partsOf(bytes: Uint8Array, boundary: string): readonly Part[] | undefined {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const first = delimiter.subarray(2)
  if (!body.subarray(0, first.length).equals(first)) return undefined
  const parts: Part[] = []
  for (let at = first.length; parts.length < MOST_PARTS;) {
    const sign = body.toString('latin1', at, at + 2)
    if (sign === '--') return parts
    const headEnd = sign === '\r\n' ? body.indexOf('\r\n\r\n', at) : -1
    if (headEnd < 0 || headEnd - at > MOST_HEAD) return undefined
    const end = body.indexOf(delimiter, headEnd + 2)
    const part =
      end < 0 ? undefined : partNamed(body.toString('utf8', at + 2, headEnd), body.subarray(headEnd + 4, end))
    if (!part) return undefined
    parts.push(part)
    at = end + delimiter.length
  }
  return undefined
}

function partNamed(head: string, bytes: Uint8Array): Part | undefined {
  const said = /^content-disposition:\s*form-data\b(.*)$/im.exec(head)?.[1] ?? ''
  const name = /;\s*name="([^"]*)"/i.exec(said)?.[1]
  const filename = /;\s*filename="([^"]*)"/i.exec(said)?.[1]
  return name === undefined
    ? undefined
    : { name: unquoted(name), filename: filename === undefined ? undefined : unquoted(filename), bytes }
}
