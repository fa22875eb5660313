// The frame of every page: a whole document that a strict content policy lets through, with nothing in it that was not given.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Layout } from '#src/ui/layout.tsx'
import type { Frame, LayoutProps } from '#src/ui/layout.tsx'
import { Icon, Mark } from '#src/ui/marks.tsx'

const guest: Frame = {
  siteName: 'Lantern Coast',
  nav: [
    { label: 'Today', to: '/' },
    { label: 'Rounds', to: '/rounds' },
  ],
  end: [
    { label: 'Search', to: '/search', icon: 'search' },
    { label: 'Sign in', to: '/sign-in' },
  ],
  zone: { name: 'Europe/Lisbon', place: 'Lisbon', chosen: 'none' },
  path: '/rounds?after=3&b',
}

const assets = {
  css: '/static/site.A.css',
  js: '/static/site.B.js',
  favicon: '/static/favicon.C.svg',
  preloads: ['/static/v.woff2'],
}

const written = (markup: { toString: () => string }): string => markup.toString()

function page(more: Partial<LayoutProps> = {}): string {
  const props = { title: 'Rounds', frame: guest, assets, ...more }
  return written(
    <Layout {...props}>
      <h1>Rounds</h1>
    </Layout>,
  )
}

test('a page is a whole document with its title, its styles and one deferred script', () => {
  const html = page()
  assert.match(html, /^<!doctype html><html lang="en"><head><meta charset="utf-8"\/>/)
  assert.match(html, /<title>Rounds · Lantern Coast<\/title>/)
  assert.match(html, /<link rel="stylesheet" href="\/static\/site\.A\.css"\/>/)
  assert.match(
    html,
    /<link rel="preload" href="\/static\/v\.woff2" as="font" type="font\/woff2" crossorigin="anonymous"\/>/,
  )
  assert.match(html, /<script type="module" src="\/static\/site\.B\.js"><\/script><\/head>/)
  assert.match(html, /<main id="main" class="wrap"><h1>Rounds<\/h1><\/main>/)
  assert.match(html, /<a class="skip" href="#main">/)
})

test('no style attribute, no inline script and no handler ever stands in a page', () => {
  const html = page({ notice: 'Done.', ink: 'woad', reading: { paper: 'sepia' } })
  assert.doesNotMatch(html, /\sstyle=|\son\w+=|javascript:|<style/)
  assert.equal(html.match(/<script/g)?.length, 1)
})

test('the word under which a page is filed is marked, as the page itself or as its shelf', () => {
  assert.match(page({ here: '/rounds' }), /<a href="\/rounds" aria-current="true">/)
  assert.match(
    page({ here: '/rounds', frame: { ...guest, path: '/rounds' } }),
    /<a href="\/rounds" aria-current="page">/,
  )
  assert.equal(page({ here: '/rounds' }).match(/aria-current/g)?.length, 1)
})

test('a round’s ink and a reader’s paper stand on the document; without them the house’s own hold', () => {
  assert.match(
    page({ ink: 'woad', reading: { paper: 'dark', size: 'large' } }),
    /<html lang="en" class="ink-woad" data-paper="dark" data-size="large">.*content="dark"/s,
  )
  assert.match(page({ reading: { paper: 'sepia' } }), /name="paper" value="sepia" aria-pressed="true"/)
  assert.match(page(), /name="paper" value="system" aria-pressed="true"/)
})

test('signing out is a button with the session’s secret; guests have none', () => {
  const signedIn = { name: 'mara <b>', signOut: '/sign-out', csrf: 's3cret' }
  const html = page({ frame: { ...guest, signedIn, csrf: 's3cret' } })
  assert.match(
    html,
    /<form class="wide-only" method="post" action="\/sign-out"><input type="hidden" name="_csrf" value="s3cret"\/><button type="submit">Sign out/,
  )
  assert.match(html, /mara &lt;b&gt;/)
  assert.doesNotMatch(page(), /Sign out|_csrf/)
})

test('the foot says whose hours are shown and leads back to the page after a change', () => {
  assert.match(page(), /Times in Lisbon · <a href="\/zone\?back=%2Frounds%3Fafter%3D3%26b">choose your own/)
  const zone = { ...guest.zone, chosen: 'device' as const }
  assert.match(page({ frame: { ...guest, zone } }), /">change<span class="hush"> time zone<\/span>/)
  assert.match(page(), /<input type="hidden" name="back" value="\/rounds\?after=3&amp;b"\/>/)
})

test('what was done is said once, to everybody', () => {
  assert.match(page({ notice: 'Friday <20> is yours.' }), /role="status".*Friday &lt;20&gt; is yours\./s)
  assert.doesNotMatch(page(), /role="status"/)
})

test('every mark that a page shows is among its symbols, and search keeps a hidden word', () => {
  const html = page() + written(<Mark name="sun" />) + written(<Icon name="undo" />)
  for (const [, id = ''] of html.matchAll(/<use href="#([^"]+)"/g)) assert.ok(html.includes(`<symbol id="${id}"`), id)
  assert.match(html, /<use href="#i-search"><\/use><\/svg><span class="hush">Search<\/span>/)
})
