// Hands out the few files that never change under their names: the stylesheet, the script, the faces, the favicon.
// What is asked for is looked up in a list made at start; no part of an address ever becomes a path on the disk.
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { bundleOf, siteSources } from '#src/platform/web/bundle.ts'
import { paths } from '#src/schema/paths.ts'
import type { Bundle, Sources } from '#src/platform/web/bundle.ts'

export type StaticName = 'site.css' | 'site.js' | 'favicon.svg'

export type StaticRequest = { readonly ifNoneMatch?: string | undefined; readonly acceptEncoding?: string | undefined }

export type StaticAnswer = {
  readonly status: 200 | 304
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | null
}

export type Static = {
  readonly address: (name: StaticName) => string
  /** The two faces that a page needs at once, for `<link rel="preload">`: titles, and the words of the site or a story. */
  readonly preloads: Readonly<Record<'page' | 'story', readonly string[]>>
  /** Undefined for every address that is not on the list. */
  readonly answer: (path: string, request: StaticRequest) => StaticAnswer | undefined
}

type Encoding = 'br' | 'gzip' | 'identity'
type Kept = Map<string, Uint8Array<ArrayBuffer>>

const prefix = `${paths.static}/`

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
}

const firstFaces = {
  page: /^(?:vollkorn-latin-500|atkinson-hyperlegible-next-latin-400)-normal\./,
  story: /^(?:vollkorn-latin-500|literata-latin-400)-normal\./,
}

/** Opens the files of the site, bundling them first if their sources have changed since the last start. */
export async function openStatic(options: { cacheFolder: string; sources?: Sources }): Promise<Static> {
  const bundle = await bundleOf(options.sources ?? siteSources, options.cacheFolder)
  const listed = new Map(bundle.files.map((file) => [prefix + file, file]))
  const kept: Kept = new Map()
  return {
    address: (name) => addressOf(bundle, name),
    preloads: { page: facesLike(bundle, firstFaces.page), story: facesLike(bundle, firstFaces.story) },
    answer(path, request) {
      const file = listed.get(path)
      return file === undefined ? undefined : answerWith(bundle.folder, file, request, kept)
    },
  }
}

const facesLike = ({ files }: Bundle, faces: RegExp): string[] =>
  files.filter((file) => faces.test(file)).map((file) => prefix + file)

function addressOf(bundle: Bundle, name: StaticName): string {
  const file = bundle.addresses[name]
  if (file === undefined) throw new Error(`The bundle has no ${name}.`)
  return prefix + file
}

function answerWith(folder: string, file: string, request: StaticRequest, kept: Kept): StaticAnswer {
  const extension = extname(file)
  const encoding = extension === '.woff2' ? 'identity' : bestOf(request.acceptEncoding ?? '')
  const etag = `"${file}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const headers = {
    etag,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    ...(extension === '.woff2' ? {} : { vary: 'accept-encoding' }),
  }
  if (isKnown(etag, request.ifNoneMatch)) return { status: 304, headers, body: null }
  const body = bodyOf(folder, file, encoding, kept)
  const about = {
    'content-type': types[extension] ?? 'application/octet-stream',
    'content-length': String(body.byteLength),
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  }
  return { status: 200, headers: { ...headers, ...about }, body }
}

/** Our own order, whatever the browser's weights: brotli, gzip, plain. A weight of nought refuses. */
function bestOf(accepted: string): Encoding {
  const refused = /;\s*q=0(?:\.0*)?\s*$/
  const named = accepted
    .toLowerCase()
    .split(',')
    .filter((part) => !refused.test(part))
    .map((part) => part.split(';')[0]?.trim())
  if (named.includes('br')) return 'br'
  return named.includes('gzip') ? 'gzip' : 'identity'
}

function isKnown(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false
  const named = ifNoneMatch.split(',').map((part) => part.trim().replace(/^W\//, ''))
  return named.includes('*') || named.includes(etag)
}

/** Read and packed when first asked for, and kept: most sites never need most of the scripts their faces cover. */
function bodyOf(folder: string, file: string, encoding: Encoding, kept: Kept): Uint8Array<ArrayBuffer> {
  const key = `${encoding} ${file}`
  const found = kept.get(key)
  if (found !== undefined) return found
  const body =
    encoding === 'identity' ? readFileSync(join(folder, file)) : pack(bodyOf(folder, file, 'identity', kept), encoding)
  kept.set(key, body)
  return body
}

function pack(body: Uint8Array<ArrayBuffer>, encoding: 'br' | 'gzip'): Uint8Array<ArrayBuffer> {
  if (encoding === 'gzip') return gzipSync(body, { level: 9 })
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength },
  })
}
