// Every post of the demo is understood as its writer meant it: nothing of the header is left in the story, and nothing of the story is lost.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { type FromPaste, fromPaste } from '#src/demo/making/pasted.form.ts'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { importCanon } from '#src/library/canon/fandoms.ts'
import { openTexts } from '#src/platform/text/texts.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { house as root } from '#tests/support/unpack.ts'

type Meant = readonly [title: string, kind: string, rating: string, words: number, place: string]

/** By file: what a reader sees at the head of the piece. A place is a chapter, or several. */
const meant: Readonly<Record<string, Meant>> = {
  'a-kitchen-not-to-scale.txt': ['A Kitchen, Not to Scale', 'ficlet', 'G', 128, '2.6'],
  'ballad-of-the-loose-shutter.md': ['Ballad of the Loose Shutter', 'poem', 'G', 142, '1.8'],
  'eleven-songs-for-a-fog-signal.txt': ['Eleven Songs for a Fog Signal', 'fanmix', 'G', 0, '2.5'],
  'first-light-forwarded.txt': ['First Light, Forwarded', 'one-shot', 'PG', 361, '2.2'],
  'gull-interviewed.txt': ['Gull, Interviewed', 'drabble', 'G', 100, ''],
  'harbour-book-fair-copy.txt': ['Harbour Book, Fair Copy', 'one-shot', 'PG', 303, '3.8'],
  'inventory-of-a-coat.txt': ['Inventory of a Coat', 'ficlet', 'G', 202, '1.5'],
  'marmalade-a-method.txt': ['Marmalade, a Method', 'ficlet', 'G', 197, '1.1'],
  'nine-counting-yours.txt': ['Nine, Counting Yours', 'one-shot', 'PG', 230, '2.3'],
  'ninety-fathoms-of-grey-wool.txt': ['Ninety Fathoms of Grey Wool', 'one-shot', 'PG', 129, '2.8'],
  'postscript-with-gulls.txt': ['Postscript, With Gulls', 'drabble', 'G', 100, '3.7'],
  'return-recorded.txt': ['Return, Recorded', 'ficlet', 'G', 178, '2.7'],
  'salt-in-the-ink.html': ['Salt in the Ink', 'one-shot', 'G', 407, '3.7'],
  'somebody-staying-up.html': ['Somebody Staying Up', 'ficlet', 'PG-13', 455, '1.6'],
  'soundings-in-spoons.html': ['Soundings, in Spoons', 'one-shot', 'PG', 426, '2.6'],
  'the-bottle-has-views.md': ['The Bottle Has Views', 'one-shot', 'PG', 382, '3.6'],
  'the-bread-tide.html': ['The Bread Tide', 'one-shot', 'PG', 234, '1.4'],
  'the-good-scissors.md': ['The Good Scissors', 'ficlet', 'G', 202, '2.1'],
  'the-pilots-daughter-explains.txt': ['The Pilot’s Daughter Explains', 'ficlet', 'G', 194, '2.4'],
  'the-understudy.txt': ['The Understudy', 'drabble', 'G', 100, '1.3'],
  'the-warm-side.html': ['The Warm Side of the Lamp', 'story', 'R', 264, '3.10'],
  'tide-table-for-the-sleepless.txt': ['Tide Table for the Sleepless', 'poem', 'G', 136, '2.8'],
  'to-the-finder-perhaps.md': ['To the Finder, Perhaps', 'ficlet', 'G', 93, '3.6'],
  'what-june-kept.md': ['What June Kept', 'one-shot', 'G', 249, '3.4'],
  'what-we-did-with-the-bell.html': ['What We Did With the Bell', 'one-shot', 'PG-13', 322, '1.6'],
}

const epigraphs: Readonly<Record<string, string>> = {
  'first-light-forwarded.txt': 'Tobias Wren in “Letters Never Sent”',
  'harbour-book-fair-copy.txt': 'Harbourmaster Pell in “Low Water”',
  'somebody-staying-up.html': 'Tobias Wren in “The Drowned Bell”',
  'the-bottle-has-views.md': 'June Ashdown, in “To the Finder”',
  'the-bread-tide.html': 'Aunt Ashdown in “Cold Iron, Warm Bread”',
}

const standIns = ['a-kitchen-not-to-scale.txt', 'somebody-staying-up.html', 'to-the-finder-perhaps.md']

/** A piece that stands elsewhere has no text to be read. */
const elsewhere = { link: 'https://mixes.example/1', text: '' }

test('every post of the demo is read as it was meant', async () => {
  await using house = await openHouse()
  const canon = readCanon(readFileSync(join(root, 'canons/lantern-coast.csv'), 'utf8'))
  const parts = 'parts' in canon ? canon.parts : assert.fail(canon.errors.join(' '))
  await house.act({ kind: 'host' }, (ctx) => importCanon(ctx, 'lantern-coast', 'The Lantern Coast', parts))
  const codeAt = (position: number): string => parts[position - 1]?.code ?? ''
  const texts = openTexts()
  const files = globSync('demo/*/*', { cwd: root })
  assert.deepEqual(files.map((file) => basename(file)).toSorted(), Object.keys(meant).toSorted())
  for (const file of files) {
    const [name, post] = [basename(file), readFileSync(join(root, file), 'utf8')]
    const says = name.startsWith('eleven-songs') ? elsewhere : {}
    const pasted = await house.act('mara', (ctx) => fromPaste(texts, ctx, { community: 'tidewater', post, says }))
    assertMeant(name, pasted, codeAt)
  }
  await texts.close()
})

function assertMeant(name: string, { said, role }: FromPaste, codeAt: (position: number) => string): void {
  const { fields, text, tags } = said
  const rating = tags.filter(({ kind }) => kind === 'rating').map((tag) => tag.name)
  const place = fields.place === undefined ? '' : [codeAt(fields.place.from), codeAt(fields.place.to)].join(' to ')
  const [title, kind, rated, words, where] = meant[name] ?? assert.fail(name)
  assert.deepEqual([fields.title, fields.form, ...rating], [title, kind, rated], name)
  assert.equal(text.words, words, name)
  assert.equal(place, where === '' ? '' : `${where} to ${where}`, name)
  assert.equal(fields.epigraphBy, epigraphs[name] ?? '', name)
  assert.equal(role, standIns.includes(name) ? 'stand-in' : 'main', name)
  assert.ok(fields.fandom !== undefined && fields.summary !== '' && fields.timing !== '', name)
  const around = [fields.preface, fields.notes, fields.summary, fields.epigraph, ...Object.values(fields.header)].join(
    ' ',
  )
  for (const part of [text.html, around])
    assert.doesNotMatch(part, /\*\*|(?:Title|Author|Rating|Timing|Summary):/, name)
  assert.equal(said.isAdult, rated === 'R', name)
}
