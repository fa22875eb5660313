// Two names of one person cannot be told from the names of two people: the same bytes for everybody else, on every road.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { claimDay, giveBackDay } from '#src/fests/claims/claims.ts'
import { answerAsk, creditSomebody, giveWork, inviteCoAuthor, tieWork } from '#src/library/works/asks/asks.ts'
import { listAskedOf } from '#src/library/works/asks/own-asks.ts'
import { beginSeries } from '#src/library/works/series/series.ts'
import { addName } from '#src/people/accounts/names/names.ts'
import { paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Visitor } from '#tests/support/visitor.ts'
import { dayOn, enter, type OnDay } from '#tests/world/deeds.ts'
import type { PersonName } from '#tests/world/people.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { accountOf, where } from '#tests/world/tidewater.ts'

/** Brindle is Oriel’s other name, or the name of Nour, who is in Tidewater as well: for everybody else that is the same. */
type Behind = { readonly brindle: PersonName }

const round = paths.round(where.community, where.round)

async function claimAs(house: TestHouse, who: PersonName, on: OnDay, under: number): Promise<number> {
  const { id: day } = await dayOn(house, on)
  return (await house.act(who, (ctx) => claimDay(ctx, where, { day, zone: undefined, under }))).id
}

/** Whoever stands behind Brindle lives by the same midnight, so that nothing but the person differs. */
async function sameMidnight(house: TestHouse): Promise<void> {
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      await db.updateTable('accounts').set({ time_zone: 'Europe/London' }).where('id', '=', accountOf('nour')).execute()
    }),
  )
}

type Told = { readonly works: readonly number[]; readonly claims: readonly number[] }

/** Days, pieces, a stand-in, something early, something given for all: under both names, turn by turn. */
async function live(house: TestHouse, { brindle }: Behind): Promise<Told> {
  await sameMidnight(house)
  const { id: under } = await house.act(brindle, (ctx) => addName(ctx, 'Brindle'))
  const own = await house.act('oriel', (ctx) => addName(ctx, 'Sorrel'))
  const given = await claimAs(house, brindle, '11-07', under)
  await house.act(brindle, (ctx) => giveBackDay(ctx, where, given))
  const claims = [
    await claimAs(house, 'oriel', '11-04', own.id),
    await claimAs(house, brindle, '11-05', under),
    (await enter(house, 'mara', 'Ann Teak', '11-06')).id,
  ]
  claims.push(given)
  house.at('2026-11-04T12:00:00.000Z')
  const [first = 0, second = 0] = claims
  const said = (title: string) => saidOf({ title })
  const works = [(await post(house, 'oriel', { claim: first, said: said('The First Light') })).work]
  house.at('2026-11-05T12:00:00.000Z')
  works.push((await post(house, brindle, { claim: second, role: 'stand-in', said: said('A Small Light') })).work)
  house.at('2026-11-16T12:00:00.000Z')
  await house.runJobs()
  works.push((await post(house, brindle, { claim: second, said: said('The Second Light') })).work)
  works.push((await post(house, 'oriel', { role: 'extra', under: own.id, said: said('A Light for All') })).work)
  works.push((await post(house, brindle, { role: 'extra', under, said: said('Another Light for All') })).work)
  works.push((await post(house, 'ismay', { role: 'extra', said: said('Written with Somebody') })).work)
  await together(house, { brindle, under, works })
  await house.runJobs()
  return { works, claims }
}

type Together = Behind & { readonly under: number; readonly works: readonly number[] }

/** Series under both names, one asked to write with the other and with a third, a remix of the other's work, thanks. */
async function together(house: TestHouse, { brindle, under, works }: Together): Promise<void> {
  const [light = 0, , , forAll = 0, another = 0, shared = 0] = works
  const series = { title: 'Lights', summary: '' }
  await house.act('oriel', (ctx) => beginSeries(ctx, { work: light, penName: undefined, said: series }))
  await house.act(brindle, (ctx) => beginSeries(ctx, { work: another, penName: under, said: series }))
  await house.act('oriel', (ctx) => inviteCoAuthor(ctx, forAll, 'Brindle'))
  await house.act('ismay', (ctx) => inviteCoAuthor(ctx, shared, 'Brindle'))
  await house.act('ismay', (ctx) => creditSomebody(ctx, shared, { name: 'Sorrel', role: 'beta' }))
  await house.act('ismay', (ctx) => giveWork(ctx, shared, 'Brindle'))
  await house.act(brindle, (ctx) => tieWork(ctx, another, { kind: 'remix', to: { work: light } }))
  for (const who of new Set(['oriel', brindle] as const)) {
    for (const { id, kind } of (await house.act(who, listAskedOf)).toReversed())
      await house.act(who, (ctx) => answerAsk(ctx, id, kind === 'gift' ? 'decline' : 'agree'))
  }
}

const listed = [
  '/',
  '/communities',
  '/c/tidewater',
  '/c/tidewater/members',
  '/c/tidewater/feed.atom',
  round,
  `${round}?as=list`,
  `${round}/feed.atom`,
  `${round}/masterlist`,
  `${round}/masterlist?by=creator`,
  `${round}/masterlist?by=kind`,
  `${round}/masterlist/copy`,
  paths.desk(where.community),
  paths.reservedNames(where.community),
  '/mine',
  '/fandoms',
]

/** Secrets, and the ids that are thrown by chance, differ between any two houses. */
const plain = (html: string): string =>
  html
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'uid')
    .replace(/(name="_csrf" value=")[^"]*/g, '$1')
    .replace(/(name="once" value=")[^"]*/g, '$1')

async function book(house: TestHouse, visitor: Visitor, path: string): Promise<string> {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await house.app.request(`http://fest.example${path}`, { headers: { cookie } })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const inside = response.status === 200 ? Object.entries(unzipSync(bytes)) : []
  const named = response.headers.get('content-disposition') ?? ''
  return [named, ...inside.map(([name, file]) => `${name}\n${strFromU8(file)}`)].join('\n')
}

async function allSeen(house: TestHouse, visitor: Visitor, { works, claims }: Told): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  const people = works.flatMap((id) => [paths.workPeople(id), paths.workSeries(id), paths.workHistory(id)])
  const pages = [
    ...listed,
    paths.series(1),
    paths.series(2),
    ...people,
    ...works.map((id) => paths.work(id)),
    ...claims.map((id) => `${round}/claims/${id}`),
  ]
  for (const path of pages) seen.set(path, plain((await visitor.visit(path)).html))
  for (const id of works) seen.set(`book of ${id}`, plain(await book(house, visitor, paths.workEpub(id))))
  return seen
}

test('guests, members, strangers and mods see the same whether two names are one person’s or two people’s', async () => {
  const seen: Map<string, string>[][] = []
  for (const brindle of ['oriel', 'nour'] as const) {
    await using house = await openHouse()
    const told = await live(house, { brindle })
    const visitors = [house.guest(), await house.as('stranger'), await house.as('ismay'), await house.as('mara')]
    const each: Map<string, string>[] = []
    for (const visitor of visitors) each.push(await allSeen(house, visitor, told))
    seen.push(each)
  }
  const [one = [], two = []] = seen
  for (const [at, pages] of one.entries()) {
    for (const [path, bytes] of pages) assert.equal(bytes, two[at]?.get(path), `${path}, seen by ${at}`)
  }
  assert.match(one[0]?.get(round) ?? '', /Brindle/)
  const [shared = ''] = [...(one[2]?.keys() ?? [])].filter((path) => path === paths.workPeople(6))
  assert.match(one[2]?.get(shared) ?? '', /Brindle.*has agreed/s)
  assert.match(one[0]?.get(paths.series(2)) ?? '', /Another Light for All/)
  assert.match(one[0]?.get(paths.work(6)) ?? '', /ismay_writes and Brindle/)
  assert.match(one[0]?.get(paths.work(1)) ?? '', /a remix of it/)
  assert.match(one[0]?.get(round) ?? '', /Sorrel/)
  assert.match(one[3]?.get(paths.desk(where.community)) ?? '', /Brindle/)
  assert.match(one[0]?.get(`${round}/masterlist?by=creator`) ?? '', /Brindle/)
})

test('no page that others see holds the id of an account or of a name', async () => {
  await using house = await openHouse()
  const told = await live(house, { brindle: 'oriel' })
  const ids = /(?:account|pen[-_]?name|creator|author)[-_ ]?(?:id)?["'=:/ ]+\d+/i
  for (const visitor of [house.guest(), await house.as('ismay'), await house.as('mara')])
    for (const [path, bytes] of await allSeen(house, visitor, told)) assert.doesNotMatch(bytes, ids, path)
})
