// A mod puts a header right: what may change, what may not, what the writer hears and can undo, and for whom there is no such page.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysLong } from '#src/kit/instants.ts'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { importCanon } from '#src/library/canon/fandoms.ts'
import { openToEdit, openSave, savesOf } from '#src/library/works/work-saves.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { PersonName } from '#tests/world/people.ts'
import { post, saidOf } from '#tests/world/pieces.ts'
import { accountOf } from '#tests/world/tidewater.ts'
import { restoreSave } from '../editing.ts'

async function posted(house: TestHouse, change: Parameters<typeof saidOf>[0] = {}): Promise<number> {
  house.at('2026-11-16T12:00:00.000Z')
  return (await post(house, 'oriel', { said: saidOf(change) })).work
}

async function correct(house: TestHouse, work: number, fields: Record<string, string>, who: PersonName = 'mara') {
  const visitor = await house.as(who)
  await visitor.visit(paths.workCorrection(work))
  return visitor.submit(paths.workCorrection(work), fields)
}

const opened = (house: TestHouse, work: number) => house.act('oriel', (ctx) => openToEdit(ctx, work))

const tagsOf = (tags: readonly { kind: string; name: string }[]): string[] =>
  tags.map(({ kind, name }) => `${kind}: ${name}`)

test('what its writer says beneath the story stays, whatever is put right above it', async () => {
  await using house = await openHouse()
  const work = await posted(house, { header: { endnotes: 'Thanks for reading!\n\nBeta: nobody.', spoilers: 'none' } })
  await correct(house, work, { beta: 'penny_post', line: 'Thanked.' })
  assert.deepEqual((await opened(house, work)).fields.header, {
    spoilers: 'none',
    beta: 'penny_post',
    endnotes: 'Thanks for reading!\n\nBeta: nobody.',
  })
})

test('every line of the header can be put right; the text and the words around it stay to the letter', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  const before = await opened(house, work)
  const after = await correct(house, work, {
    title: 'Somebody, Staying Up',
    kind: 'one-shot',
    rating: 'NC-17',
    characters: 'Ines Marrable, June',
    timing: 'Series 4',
    beta: 'penny_post',
    line: 'The title had lost its comma.',
  })
  assert.equal(after.path, paths.work(work))
  assert.match(after.text, /Put right\. Its writer gets your line, and can put it back\./)
  const now = await opened(house, work)
  assert.equal(now.source, before.source)
  const { preface, epigraph, epigraphBy, notes } = before.fields
  assert.deepEqual(
    { ...now.fields, header: now.fields.header.spoilers },
    {
      ...before.fields,
      preface,
      epigraph,
      epigraphBy,
      notes,
      title: 'Somebody, Staying Up',
      form: 'one-shot',
      timing: 'Series 4',
      header: 'none',
    },
  )
  assert.equal(now.fields.header.beta, 'penny_post')
  assert.deepEqual([now.isAdult, now.audience, now.places], [true, 'everyone', before.places])
  assert.deepEqual(tagsOf(now.tags), [
    'rating: NC-17',
    'warning: none needed',
    'character: Ines Marrable',
    'character: June',
    'pairing: Ines/Tobias Wren',
  ])
  const [newest] = await house.act('oriel', (ctx) => savesOf(ctx, work))
  assert.deepEqual([newest?.version, newest?.by, newest?.words], [2, 'Mara Quill', 455])
})

test('the writer gets one mail: every field before and after, and the line', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  await correct(house, work, { title: 'Somebody Awake', warnings: '', line: 'I have put the title right.' })
  await house.runJobs()
  await house.runJobs()
  const mails = (await house.mailbox()).filter(({ account }) => account === accountOf('oriel'))
  assert.equal(mails.length, 1)
  const [mail] = mails
  assert.equal(mail?.subject, 'A line about “Somebody Awake”')
  assert.match(mail?.body ?? '', /A mod of Tidewater has put .* They say: “I have put the title right\.”/)
  assert.match(mail?.body ?? '', /^Title: Somebody Staying Up → Somebody Awake\nWarnings: none needed → \(nothing\)$/m)
})

test('on the history of the piece it is marked, and one button puts it back, whatever was saved since', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  await correct(house, work, { title: 'Somebody Awake', characters: 'June', rating: 'R', line: 'Better so.' })
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workEdit(work))
  await oriel.submit(paths.workEdit(work), { summary: 'A new summary.', text: 'New words.', do: 'save' })
  const history = await oriel.visit(paths.workHistory(work))
  assert.match(history.text, /Mara Quill , Monday 16 November, .*: “Better so\.”/)
  assert.match(history.text, /a correction, by Mara Quill/)
  const back = await oriel.submit(paths.workPuttingBack(work))
  assert.match(back.text, /It is as it was before/)
  assert.doesNotMatch(back.html, /putting-back/)
  const now = await opened(house, work)
  assert.deepEqual(
    [now.fields.title, now.fields.summary, now.source],
    ['Somebody Staying Up', 'A new summary.', 'New words.'],
  )
  assert.deepEqual(tagsOf(now.tags).slice(0, 3), ['rating: Teen', 'warning: none needed', 'character: Ines Marrable'])
  assert.equal(now.isAdult, false)
  assert.equal((await house.act('oriel', (ctx) => savesOf(ctx, work))).length, 4)
})

test('a new timing is placed anew on the timeline', async () => {
  await using house = await openHouse()
  const csv =
    'code,kind,title,parent\nS1,season,Season 1,\n1.01,episode,First Light,S1\n1.02,episode,The Drowned Bell,S1\n'
  const read = readCanon(csv)
  if ('errors' in read) assert.fail(read.errors.join())
  const { fandom } = await house.act({ kind: 'host' }, (ctx) =>
    importCanon(ctx, 'lights', 'Lighthouse Lights', read.parts),
  )
  const work = await posted(house, {
    fandom: fandom.id,
    timing: 'First Light',
    summary: '',
    place: { from: 1, to: 1, confidence: 1 },
  })
  await correct(house, work, { timing: '“The Drowned Bell”' })
  const { place } = (await opened(house, work)).fields
  assert.ok(place)
  await correct(house, work, { fandom: '' })
  assert.equal((await opened(house, work)).fields.place, undefined)
  assert.notDeepEqual(place, { from: 1, to: 1, confidence: 1 })
})

test('nothing is sent about nothing, a line is needed, and what was typed is still there', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  const same = await correct(house, work, {})
  assert.equal(same.status, 422)
  assert.match(same.text, /Nothing is different yet/)
  const noLine = await correct(house, work, { title: 'Kept As Typed', line: '' })
  assert.equal(noLine.status, 422)
  assert.match(noLine.html, /value="Kept As Typed"/)
  assert.equal((await house.act('oriel', (ctx) => savesOf(ctx, work))).length, 1)
})

test('what its writer saved meanwhile is not covered by an old page', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  const mara = await house.as('mara')
  await mara.visit(paths.workCorrection(work))
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workEdit(work))
  await oriel.submit(paths.workEdit(work), { title: 'Mine', do: 'save' })
  const refused = await mara.submit(paths.workCorrection(work), { timing: 'S5' })
  assert.equal(refused.status, 409)
  assert.match(refused.text, /It has been changed since you opened this page/)
  assert.match(refused.html, /value="S5"/)
  await mara.submit(paths.workCorrection(work), { title: 'Mine' })
  assert.deepEqual((({ title, timing }) => [title, timing])((await opened(house, work)).fields), ['Mine', 'S5'])
})

test('a save brought back has its tags, places, audience and mark for adults again; an old save leaves them as they are', async () => {
  await using house = await openHouse()
  house.at('2026-11-16T12:00:00.000Z')
  const first = saidOf({}, { audience: 'members', isAdult: true })
  const { work } = await post(house, 'oriel', { said: first })
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workEdit(work))
  await oriel.submit(paths.workEdit(work), {
    characters: 'Nobody',
    rating: '',
    places: '',
    audience: 'everyone',
    do: 'save',
  })
  const bring = async (version: number): Promise<void> => {
    await oriel.visit(asking(paths.workHistory(work), { version: String(version) }))
    await oriel.submit(paths.workHistory(work))
  }
  await bring(1)
  const back = await opened(house, work)
  assert.deepEqual([back.audience, back.isAdult, back.places], ['members', true, first.places])
  assert.deepEqual(tagsOf(back.tags), tagsOf(first.tags))
  await forget(house, work, 2)
  await bring(2)
  const old = await opened(house, work)
  assert.deepEqual([old.audience, tagsOf(old.tags)], ['members', tagsOf(first.tags)])
})

test('a save from before saves kept everything is completed before a correction covers it', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  await forget(house, work, 1)
  await correct(house, work, { characters: 'June' })
  const oriel = await house.as('oriel')
  await oriel.visit(paths.workHistory(work))
  await oriel.submit(paths.workPuttingBack(work))
  assert.ok(tagsOf((await opened(house, work)).tags).includes('character: Ines Marrable'))
  const save = await house.act('oriel', (ctx) => openSave(ctx, work, 1))
  assert.ok(save.around)
  await house.act('oriel', (ctx) =>
    restoreSave(ctx, work, save, {
      form: 'plain',
      html: '<p>a</p>',
      plain: 'a',
      words: 1,
      excerpt: 'a',
      removed: [],
      tidied: [],
      sanitiserVersion: 1,
    }),
  )
})

/** As it was written before this was kept. */
async function forget(house: TestHouse, work: number, version: number): Promise<void> {
  await house.act({ kind: 'host' }, (ctx) =>
    ctx.atomically('nothing', async ({ db }) => {
      const row = db.selectFrom('work_revisions').select('fields').where('work_id', '=', work)
      const { fields } = await row.where('version', '=', version).executeTakeFirstOrThrow()
      const { around: _, ...early } = JSON.parse(fields) as Record<string, unknown>
      const set = { fields: JSON.stringify(early) }
      await db
        .updateTable('work_revisions')
        .set(set)
        .where('work_id', '=', work)
        .where('version', '=', version)
        .execute()
    }),
  )
}

test('whoever may change all of it is led to the page for that', async () => {
  await using house = await openHouse()
  house.at('2026-11-16T12:00:00.000Z')
  const { work } = await post(house, 'mara')
  const page = await (await house.as('mara')).visit(paths.workCorrection(work))
  assert.equal(page.path, paths.workEdit(work))
})

test('its writer is told on their own days and on the piece, with the way back, and nobody else is', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  await correct(house, work, { rating: 'NC-17', line: 'The rating was missing.' })
  const told = /A mod has changed the header.*“The rating was missing\.”.*Put it back as it was/
  const oriel = await house.as('oriel')
  for (const path of [paths.mine, paths.work(work)]) assert.match((await oriel.visit(path)).text, told, path)
  for (const visitor of [house.guest(), await house.as('mara'), await house.as('ismay')])
    for (const path of [paths.mine, paths.work(work)])
      assert.doesNotMatch((await visitor.visit(path)).text, /A mod has changed/, path)
  await oriel.visit(paths.mine)
  await oriel.submit(paths.workPuttingBack(work))
  for (const path of [paths.mine, paths.work(work)])
    assert.doesNotMatch((await oriel.visit(path)).text, /A mod has changed/, path)
})

test('what was changed long ago is told in the history alone', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  await correct(house, work, { rating: 'NC-17', line: 'The rating was missing.' })
  house.pass(daysLong(14) + 1)
  const oriel = await house.as('oriel')
  assert.doesNotMatch((await oriel.visit(paths.work(work))).text, /A mod has changed/)
  assert.match((await oriel.visit(paths.workHistory(work))).text, /The rating was missing/)
})
