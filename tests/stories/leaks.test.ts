// What is not for somebody is not on any road they can go: every state of a work, every kind of viewer, every page, book and feed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import type { Updateable } from 'kysely'
import { toInstant } from '#src/kit/instants.ts'
import { beginSeries } from '#src/library/works/series/series.ts'
import { paths } from '#src/schema/paths.ts'
import type { WorksTable } from '#src/schema/library/works.ts'
import { unguarded } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Visitor } from '#tests/support/visitor.ts'
import { take } from '#tests/world/deeds.ts'
import { post, saidOf } from '#tests/world/pieces.ts'

const viewers = ['guest', 'stranger', 'member', 'mod', 'creator'] as const
type ViewerName = (typeof viewers)[number]

type Case = {
  readonly name: string
  readonly columns: Updateable<WorksTable>
  readonly readBy: readonly ViewerName[]
  /** Lists, the calendar and the first page; drafts are in none of them. */
  readonly listedFor: readonly ViewerName[]
  readonly isInFeed: boolean
  readonly namedTo: readonly ViewerName[]
}

const at = toInstant('2026-11-04T12:00:00.000Z')
const insiders = ['mod', 'creator'] as const
const none = { listedFor: [], isInFeed: false, namedTo: viewers }

const cases: readonly Case[] = [
  {
    name: 'posted for everybody',
    columns: {},
    readBy: viewers,
    listedFor: viewers,
    isInFeed: true,
    namedTo: viewers,
  },
  { name: 'draft', columns: { state: 'draft', revealed_at: null }, readBy: ['creator'], ...none },
  {
    name: 'scheduled',
    columns: { state: 'scheduled', revealed_at: null, goes_up_at: toInstant('2026-11-05T00:00:00.000Z') },
    readBy: ['creator'],
    ...none,
  },
  { name: 'taken down', columns: { state: 'withdrawn' }, readBy: ['creator'], ...none },
  { name: 'deleted', columns: { deleted_at: at }, readBy: [], ...none },
  { name: 'unrevealed', columns: { is_unrevealed: 1 }, readBy: insiders, ...none, listedFor: insiders },
  { name: 'hidden', columns: { hidden_at: at }, readBy: insiders, ...none, listedFor: insiders },
  {
    name: 'for members',
    columns: { audience: 'members' },
    readBy: ['member', ...insiders],
    ...none,
    listedFor: ['member', ...insiders],
  },
  {
    name: 'anonymous',
    columns: { is_anonymous: 1 },
    readBy: viewers,
    listedFor: viewers,
    isInFeed: true,
    namedTo: insiders,
  },
  {
    name: 'unrevealed and anonymous',
    columns: { is_unrevealed: 1, is_anonymous: 1 },
    readBy: insiders,
    ...none,
    listedFor: insiders,
    namedTo: insiders,
  },
]

const secrets = {
  title: 'Xylotitle',
  form: 'xyloform',
  summary: 'Xylosummary',
  preface: 'Xylopreface',
  epigraph: 'Xyloepigraph',
  epigraphBy: 'Xylosource',
  notes: 'Xylonotes',
  timing: 'Xylotiming',
  header: { beta: 'Xylobeta' },
}

const said = saidOf(secrets, {
  text: { ...saidOf().text, html: '<p>Xylotext</p>', excerpt: 'Xylotext' },
  tags: [{ kind: 'free', name: 'Xylotag' }],
  places: ['https://xyloplace.example/'],
})

const round = '/c/tidewater/rounds/lantern-season'
const lists = [round, `${round}?as=list`, '/c/tidewater', '/']
const feed = `${round}/feed.atom`

const enter = async (house: TestHouse): Promise<Record<ViewerName, Visitor>> => ({
  guest: house.guest(),
  stranger: await house.as('stranger'),
  member: await house.as('ismay'),
  mod: await house.as('mara'),
  creator: await house.as('oriel'),
})

const roadsOf = (work: number): string[] => [paths.workWhole(work), paths.workChapters(work)]

async function openWith(columns: Updateable<WorksTable>): Promise<{ house: TestHouse; work: number; series: number }> {
  const house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at(at)
  const { work } = await post(house, 'oriel', { claim: claim.id, said })
  const series = await house.act('oriel', (ctx) =>
    beginSeries(ctx, { work, penName: undefined, said: { title: 'Xyloseries', summary: 'Xyloserial' } }),
  )
  if (Object.keys(columns).length > 0) {
    await house.act({ kind: 'host' }, (ctx) =>
      ctx.atomically('nothing', ({ db }) => db.updateTable('works').set(columns).where('id', '=', work).execute()),
    )
  }
  return { house, work, series }
}

async function bookSeenBy(house: TestHouse, visitor: Visitor, work: number): Promise<{ status: number; all: string }> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await house.app.request(`http://fest.example/works/${work}/download.epub`, { headers: { cookie } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const named = response.headers.get('content-disposition') ?? ''
  if (response.status !== 200) return { status: response.status, all: new TextDecoder().decode(bytes) + named }
  const files = Object.values(unzipSync(bytes)).map((file) => strFromU8(file))
  return { status: 200, all: files.join('\n') + named }
}

const saysNothing = (html: string, about: string, work: number): void => {
  assert.doesNotMatch(unguarded(html), /xylo/i, about)
  assert.doesNotMatch(html, new RegExp(`works/${work}(?!\\d)`), about)
}

const blockIn = (html: string): string => /<textarea[^>]*>([^<]*)/u.exec(html)?.[1] ?? assert.fail('no block')

const missing = 9_999

for (const { name, columns, readBy, listedFor, isInFeed, namedTo } of cases) {
  test(`${name}: whoever may not see it finds no trace of it anywhere`, async () => {
    const { house, work, series } = await openWith(columns)
    await using _ = house
    for (const [viewer, visitor] of Object.entries(await enter(house))) {
      const is = (list: readonly string[]): boolean => list.includes(viewer)
      const about = `${name}, ${viewer}`
      const keepsName = (html: string, where: string): void => {
        if (!is(namedTo)) assert.doesNotMatch(html, /Oriel/, `${about}, ${where} names nobody`)
      }
      if (viewer !== 'creator') saysNothing((await visitor.visit('/mine')).html, `${about}, days of their own`, work)
      const page = await visitor.visit(`/works/${work}`)
      const book = await bookSeenBy(house, visitor, work)
      const copy = await visitor.visit(`/works/${work}/copy`)
      if (viewer === 'creator' && is(readBy)) {
        assert.match(copy.text, /Xylotitle/, `${about}, copy`)
        // What is copied is as a guest sees it, whoever copies it.
        if (!namedTo.includes('guest')) assert.doesNotMatch(blockIn(copy.html), /Oriel/, `${about}, copy names nobody`)
      } else {
        assert.equal(copy.status, 404, `${about}, copy`)
        assert.doesNotMatch(unguarded(copy.html), /xylo/i, `${about}, copy`)
      }
      keepsName(page.html, 'work page')
      for (const road of roadsOf(work)) {
        const { status, html } = await visitor.visit(road)
        keepsName(html, road)
        if (!is(readBy)) {
          assert.equal(status, 404, `${about}, ${road}`)
          assert.doesNotMatch(unguarded(html), /xylo/i, `${about}, ${road}`)
        }
      }
      keepsName(book.all, 'book')
      if (is(readBy)) {
        assert.match(page.text, /Xylotitle.*Xylotext/, about)
        assert.match(book.all, /Xylotext/, about)
      } else {
        assert.deepEqual([page.status, book.status], [404, 404], about)
        assert.equal(page.text, (await visitor.visit(`/works/${missing}`)).text, about)
        assert.doesNotMatch(unguarded(page.html + book.all), /xylo/i, about)
        saysNothing((await visitor.visit('/c/tidewater/desk')).html, `${about}, desk`, work)
      }
      const alone = await visitor.visit(paths.series(series))
      // Whoever does not know whose it is does not find the series of that name; its owner finds it, empty.
      const findsIt = viewer === 'creator' || (is(readBy) && is(namedTo))
      assert.equal(alone.status, findsIt ? 200 : 404, `${about}, series`)
      if (!findsIt) assert.doesNotMatch(unguarded(alone.html), /xylo|Oriel/i, `${about}, series`)
      if (is(readBy))
        assert.equal(/Xyloseries/.test(page.text), is(listedFor) && is(namedTo), `${about}, series beside it`)
      for (const path of lists) {
        const { html, status } = await visitor.visit(path)
        assert.equal(status, 200, `${about}, ${path}`)
        keepsName(html, path)
        if (is(listedFor)) assert.match(html, /Xylotitle/, `${about}, ${path}`)
        else saysNothing(html, `${about}, ${path}`, work)
      }
      const { html } = await visitor.visit(feed)
      if (!namedTo.includes('guest')) assert.doesNotMatch(html, /Oriel/, `${about}, feed`)
      if (isInFeed) assert.match(html, /Xylotitle/, `${about}, feed`)
      else saysNothing(html, `${about}, feed`, work)
    }
  })
}
