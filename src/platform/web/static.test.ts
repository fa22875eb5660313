// Files that never change under their names: only what is on the list, packed as asked, and a new name for new content.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Sources } from '#src/platform/web/bundle.ts'
import { openStatic } from '#src/platform/web/static.ts'

const room = mkdtempSync(join(tmpdir(), 'static-'))
after(() => rmSync(room, { recursive: true, force: true }))

const cacheFolder = join(room, 'site')
const site = await openStatic({ cacheFolder })

function bodyText(path: string): string {
  return new TextDecoder().decode(site.answer(path, {})?.body ?? new Uint8Array())
}

test('the stylesheet, the script and the favicon come with their exact types and may be kept for ever', () => {
  for (const [name, type] of [
    ['site.css', 'text/css; charset=utf-8'],
    ['site.js', 'text/javascript; charset=utf-8'],
    ['favicon.svg', 'image/svg+xml; charset=utf-8'],
  ] as const) {
    assert.match(site.address(name), new RegExp(`^/static/[a-z]+\\.[A-Z0-9]{8}\\.${name.split('.')[1]}$`))
    const answer = site.answer(site.address(name), {})
    assert.equal(answer?.status, 200)
    assert.equal(answer?.headers['content-type'], type)
    assert.equal(answer?.headers['cache-control'], 'public, max-age=31536000, immutable')
    assert.equal(answer?.headers['content-length'], String(answer?.body?.byteLength))
  }
})

test('the stylesheet is whole: no imports, the layers in order, and every face at an address that answers', () => {
  const css = bodyText(site.address('site.css'))
  assert.doesNotMatch(css, /@import/)
  assert.match(css, /^@layer reset,tokens,base,parts,pages,figures,print;/)
  for (const script of ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese']) {
    assert.match(css, new RegExp(`vollkorn-${script}-400-italic`))
    assert.match(css, new RegExp(`literata-${script}-400-normal`))
  }
  const faces = [...css.matchAll(/url\("?([^)"]+\.woff2)"?\)/g)].map((found) => found[1] ?? '')
  assert.equal(faces.length, 49)
  for (const face of faces) {
    const { pathname } = new URL(face, `http://house${site.address('site.css')}`)
    assert.equal(site.answer(pathname, {})?.headers['content-type'], 'font/woff2', pathname)
  }
})

test('nothing but the names on the list is answered, whatever an address tries', () => {
  for (const path of [
    '/static/',
    '/static/site.css',
    '/static/manifest.json',
    '/static/../package.json',
    '/static/..%2fpackage.json',
    `/static/./${site.address('site.css').slice('/static/'.length)}`,
    `${site.address('site.css')}/`,
    `${site.address('site.css')}?x`,
    `${site.address('site.css')}\0`,
    '/static//etc/passwd',
    '/static/constructor',
    '/static/__proto__',
    '',
  ]) {
    assert.equal(site.answer(path, {}), undefined, path)
  }
})

test('a browser that takes brotli or gzip gets it, one that refuses them gets the plain file', () => {
  const path = site.address('site.css')
  const plain = site.answer(path, {})
  const brotli = site.answer(path, { acceptEncoding: 'gzip, deflate, br, zstd' })
  const gzip = site.answer(path, { acceptEncoding: 'gzip;q=0.5, br;q=0' })
  const refused = site.answer(path, { acceptEncoding: 'br;q=0, gzip; q=0.0' })
  assert.equal(brotli?.headers['content-encoding'], 'br')
  assert.equal(gzip?.headers['content-encoding'], 'gzip')
  assert.equal(refused?.headers['content-encoding'], undefined)
  assert.equal(plain?.headers['vary'], 'accept-encoding')
  assert.deepEqual(brotliDecompressSync(brotli?.body ?? ''), plain?.body)
  assert.deepEqual(gunzipSync(gzip?.body ?? ''), plain?.body)
})

test('faces are packed already and are never packed again', () => {
  assert.deepEqual([site.preloads.page.length, site.preloads.story.length], [2, 2])
  for (const path of [...site.preloads.page, ...site.preloads.story]) {
    const answer = site.answer(path, { acceptEncoding: 'br' })
    assert.equal(answer?.headers['content-encoding'], undefined)
    assert.equal(answer?.headers['vary'], undefined)
  }
})

test('what a browser already has is not sent again, and each packing has a mark of its own', () => {
  const path = site.address('site.js')
  const etag = site.answer(path, {})?.headers['etag'] ?? ''
  const packed = site.answer(path, { acceptEncoding: 'br' })?.headers['etag'] ?? ''
  assert.notEqual(etag, packed)
  assert.deepEqual(
    [site.answer(path, { ifNoneMatch: etag })?.status, site.answer(path, { ifNoneMatch: etag })?.body],
    [304, null],
  )
  assert.equal(site.answer(path, { ifNoneMatch: `"other", W/${packed}`, acceptEncoding: 'br' })?.status, 304)
  assert.equal(site.answer(path, { ifNoneMatch: '*' })?.status, 304)
  assert.equal(site.answer(path, { ifNoneMatch: packed })?.status, 200)
})

function smallSite(folder: string): Sources {
  writeFileSync(join(folder, 'site.css'), 'p { color: red }')
  writeFileSync(join(folder, 'main.ts'), 'console.log("same" as string)')
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
  const entries = {
    'site.css': join(folder, 'site.css'),
    'site.js': join(folder, 'main.ts'),
    'favicon.svg': join(folder, 'favicon.svg'),
  }
  return { entries, watched: [folder] }
}

test('new content has a new name, and what did not change keeps its name', async () => {
  const cache = join(room, 'changes')
  const folder = mkdtempSync(join(room, 'sources-'))
  const sources = smallSite(folder)
  const red = await openStatic({ cacheFolder: cache, sources })
  writeFileSync(join(folder, 'site.css'), 'p { color: blue }')
  const blue = await openStatic({ cacheFolder: cache, sources })
  assert.notEqual(red.address('site.css'), blue.address('site.css'))
  assert.equal(red.address('site.js'), blue.address('site.js'))
  assert.equal(blue.answer(red.address('site.css'), {}), undefined)
})

test('a second start bundles nothing, two starts at once leave one bundle, and a thinned-out cache is made again', async () => {
  const cache = join(room, 'starts')
  const sources = smallSite(mkdtempSync(join(room, 'sources-')))
  await Promise.all([openStatic({ cacheFolder: cache, sources }), openStatic({ cacheFolder: cache, sources })])
  const [folder = '', ...others] = readdirSync(cache)
  assert.deepEqual(others, [])
  const manifest = join(cache, folder, 'manifest.json')
  utimesSync(manifest, 1, 1)
  const again = await openStatic({ cacheFolder: cache, sources })
  assert.equal(again.answer(again.address('site.css'), {})?.status, 200)
  assert.equal(statSync(manifest).mtimeMs, 1000)
  const [css = ''] = readdirSync(join(cache, folder)).filter((file) => file.endsWith('.css'))
  rmSync(join(cache, folder, css))
  const repaired = await openStatic({ cacheFolder: cache, sources })
  assert.equal(repaired.answer(repaired.address('site.css'), {})?.status, 200)
})
