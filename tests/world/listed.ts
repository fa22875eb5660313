// A round with one of everything that a list must know how to say: on time and on another day, stand-in, extra, elsewhere, nameless, afterwards.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { importCanon, timelineOf } from '#src/library/canon/fandoms.ts'
import type { WorkFields } from '#src/library/works/work-fields.ts'
import type { TestHouse } from '#tests/support/open-house.ts'
import { take } from './deeds.ts'
import { post, saidOf } from './pieces.ts'

export type Fields = Partial<WorkFields>

/** Places by the titles of the parts of the Lantern Coast. */
export type Coast = { readonly fandom: number; readonly at: (from: string, to?: string, confidence?: number) => Fields }

export async function takeInCoast(house: TestHouse): Promise<Coast> {
  const read = readCanon(readFileSync(new URL('../../canons/lantern-coast.csv', import.meta.url), 'utf8'))
  if ('errors' in read) assert.fail(read.errors.join())
  return house.act({ kind: 'host' }, async (ctx) => {
    const { fandom } = await importCanon(ctx, 'lantern-coast', 'The Lantern Coast', read.parts)
    const books = await timelineOf(ctx.db, fandom.id)
    const placed = books.flatMap((book) => [book, ...book.parts])
    const partOf = (title: string) =>
      placed.find((part) => part.title === title) ?? assert.fail(`The coast has no ${title}`)
    return {
      fandom: fandom.id,
      at: (from, to = from, confidence = 0.9): Fields => ({
        fandom: fandom.id,
        timing: from === to ? from : `${from} to ${to}`,
        place: { from: partOf(from).from, to: partOf(to).to, confidence },
      }),
    }
  })
}

export type ListedNames =
  | 'Ballast'
  | 'A Small One'
  | 'The Long Way Round'
  | 'Standing Elsewhere'
  | 'Nobody’s Letter'
  | 'Drawn on the Back'
  | 'منارة في الضباب'
  | 'Long After'

/** Ends in the days after the round, with the ids of the works by their titles. */
export async function fillListed(house: TestHouse, { fandom, at }: Coast): Promise<Record<ListedNames, number>> {
  const claims = {
    nour: await take(house, 'nour', '11-03'),
    oriel: await take(house, 'oriel', '11-04'),
    ismay: await take(house, 'ismay', '11-05'),
    tane: await take(house, 'tane', '11-06'),
  }
  const put = async (who: keyof typeof claims, title: string, fields: Fields, more: Parameters<typeof post>[2] = {}) =>
    (await post(house, who, { said: saidOf({ title, ...fields }), when: 'now', ...more })).work
  house.at('2026-11-03T20:00:00.000Z')
  const ballast = await put('nour', 'Ballast', { ...at('Ballast'), form: 'one-shot' }, { claim: claims.nour.id })
  house.at('2026-11-04T20:00:00.000Z')
  const small = { claim: claims.oriel.id, role: 'stand-in' } as const
  const smallOne = await put('oriel', 'A Small One', { ...at('Fog Signal'), form: 'drabble' }, small)
  house.at('2026-11-05T20:00:00.000Z')
  const elsewhere = await putElsewhere(house, claims.ismay.id, at)
  house.at('2026-11-16T12:00:00.000Z')
  await house.runJobs()
  const long = await put('oriel', 'The Long Way Round', at('Somebody Staying Up'), { claim: claims.oriel.id })
  const letter = await put('ismay', 'Nobody’s Letter', { fandom, timing: 'some spring, before the war' })
  await nameless(house, letter)
  const extra = { role: 'extra' } as const
  const drawn = await put('nour', 'Drawn on the Back', { ...at('Low Water', 'Low Water', 0.5), form: 'art' }, extra)
  const arabic = await put('nour', 'منارة في الضباب', { form: 'poem', timing: '' })
  house.at('2026-12-24T12:00:00.000Z')
  await house.runJobs()
  const after = await put('tane', 'Long After', at('Fog Signal', 'Ashdown Road'), { claim: claims.tane.id })
  return {
    Ballast: ballast,
    'A Small One': smallOne,
    'Standing Elsewhere': elsewhere,
    'The Long Way Round': long,
    'Nobody’s Letter': letter,
    'Drawn on the Back': drawn,
    'منارة في الضباب': arabic,
    'Long After': after,
  }
}

async function putElsewhere(house: TestHouse, claim: number, at: Coast['at']): Promise<number> {
  const said = saidOf({
    title: 'Standing Elsewhere',
    ...at('Salt on the Sill'),
    link: 'https://archive.example/works/9',
  })
  const tags = [{ kind: 'rating', name: 'PG' } as const]
  const bare = { ...said, tags, text: { ...said.text, html: '', words: 0 } }
  return (await post(house, 'ismay', { said: bare, claim, when: 'now' })).work
}

const nameless = (house: TestHouse, work: number): Promise<unknown> =>
  house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', ({ db }) =>
      db.updateTable('works').set({ is_anonymous: 1 }).where('id', '=', work).execute(),
    ),
  )
