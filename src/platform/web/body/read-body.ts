// What a form sends, read once for each request: the first value of each name as text, and the first file.
import type { Context } from 'hono'
import type { Entries } from '#src/kit/form.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { boundaryIn, type Part, partsOf } from './multipart.ts'
import type { Env } from '../web.ts'

export type Upload = { readonly name: string; readonly bytes: Uint8Array }

export type Body = { readonly entries: Entries; readonly files: ReadonlyMap<string, Upload> }

/** NUL and lone halves of characters are things no database keeps and nobody typed. */
export const clean = (typed: string): string => typed.replaceAll('\0', '').toWellFormed().replaceAll('\r\n', '\n')

const unreadable = (): Refusal =>
  new Refusal(
    'forbidden',
    'form/unreadable',
    'What your browser sent could not be read, so nothing was changed. Please go back and send it again.',
  )

/** Throws the refusal form/unreadable. */
export async function readBody(c: Context<Env>): Promise<Body> {
  const known = c.get('body')
  if (known) return known
  const body = await readOnce(c)
  c.set('body', body)
  return body
}

async function readOnce(c: Context<Env>): Promise<Body> {
  const type = c.req.header('content-type') ?? ''
  if (!/^multipart\//i.test(type)) return typedOnly(c)
  const boundary = boundaryIn(type)
  const bytes = await c.req.arrayBuffer().catch(() => undefined)
  const parts = boundary === undefined || !bytes ? undefined : partsOf(new Uint8Array(bytes), boundary)
  if (!parts) throw unreadable()
  return bodyOf(parts)
}

const utf8 = new TextDecoder()

function bodyOf(parts: readonly Part[]): Body {
  const entries = new Map<string, string>()
  const files = new Map<string, Upload>()
  for (const { name, filename, bytes } of parts) {
    const key = clean(name)
    if (filename === undefined) {
      if (!entries.has(key)) entries.set(key, clean(utf8.decode(bytes)))
    } else if (!files.has(key) && (bytes.length > 0 || filename !== '')) files.set(key, { name: filename, bytes })
  }
  return { entries, files }
}

async function typedOnly(c: Context<Env>): Promise<Body> {
  const body = await c.req.parseBody({ all: true }).catch(() => {
    throw unreadable()
  })
  const entries = new Map<string, string>()
  for (const [name, value] of Object.entries(body)) {
    const first = Array.isArray(value) ? value[0] : value
    if (typeof first === 'string') entries.set(clean(name), clean(first))
  }
  return { entries, files: new Map() }
}
