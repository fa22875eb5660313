// A writer looks at what was found in a paste and says that it is something else, without scripts; what they typed stays theirs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, paths } from '#src/schema/paths.ts'
import { load } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { take } from '#tests/world/deeds.ts'
import { where } from '#tests/world/tidewater.ts'

const pasted = `My first one, be kind!

Title: The Kettle
Rating: PG
Summary: It is cold.
Notes: For Fay.

Nobody drank the tea.

She put the key down.`

const fieldsOf = (seen: Seen): Record<string, string> =>
  load(seen.html).forms.find(({ fields }) => 'text' in fields)?.fields ?? assert.fail(seen.text.slice(0, 500))

/** The name of the choice that stands for a stretch of the paste. */
const choice = (words: string): string => `is-${pasted.indexOf(words)}-${pasted.indexOf(words) + words.length}`

async function oriel(house: TestHouse): Promise<{ who: Visitor; at: string; seen: Seen }> {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const at = asking(paths.post(where.community, where.round), { claim: String(claim.id) })
  const who = await house.as('oriel')
  await who.visit(at)
  return { who, at, seen: await who.submit(at, { text: pasted, do: 'read' }) }
}

test('every finding has a labelled choice, and saying that it is another field moves its words there', async () => {
  await using house = await openHouse()
  const { who, at, seen } = await oriel(house)
  assert.equal(fieldsOf(seen)[choice('For Fay.')], 'notes')
  assert.match(seen.text, /“For Fay\.” is/)
  const again = fieldsOf(await who.submit(at, { [choice('For Fay.')]: 'beta', [choice('PG')]: 'nothing', do: 'again' }))
  assert.deepEqual([again['beta'], again['notes'], again['rating']], ['For Fay.', '', ''])
  assert.equal(again['text'], 'Nobody drank the tea.\n\nShe put the key down.')
  assert.equal(again['title'], 'The Kettle')
  const first = fieldsOf(await who.submit(at, { do: 'anew' }))
  assert.deepEqual([first['beta'], first['notes'], first['rating']], ['', 'For Fay.', 'PG'])
})

test('the first paragraph of the story can be taken off it, and what was found can be part of it', async () => {
  await using house = await openHouse()
  const { who, at } = await oriel(house)
  const late = fieldsOf(await who.submit(at, { [choice('Nobody drank the tea.')]: 'epigraph', do: 'again' }))
  assert.deepEqual([late['epigraph'], late['text']], ['Nobody drank the tea.', 'She put the key down.'])
  const early = fieldsOf(await who.submit(at, { [choice('For Fay.')]: 'story', do: 'again' }))
  assert.match(early['text'] ?? '', /^Notes: For Fay\./)
  assert.equal(early['notes'], '')
})

test('what the writer typed stays, and what was found can be put back', async () => {
  await using house = await openHouse()
  const { who, at } = await oriel(house)
  const mine = { title: 'Mine', summary: '', text: 'Another story.', [choice('For Fay.')]: 'prompt', do: 'again' }
  const page = await who.submit(at, mine)
  const kept = fieldsOf(page)
  assert.deepEqual(
    [kept['title'], kept['summary'], kept['text'], kept['prompt'], kept['notes']],
    ['Mine', 'It is cold.', 'Another story.', 'For Fay.', ''],
  )
  assert.match(page.text, /Put back “The Kettle”/)
  const back = fieldsOf(await who.submit(at, { do: 'back-title' }))
  assert.deepEqual([back['title'], back['prompt'], back['text']], ['The Kettle', 'For Fay.', 'Another story.'])
})

test('after a preview the paste and what was said of it are one press away', async () => {
  await using house = await openHouse()
  const { who, at } = await oriel(house)
  await who.submit(at, { [choice('For Fay.')]: 'beta', do: 'again' })
  const preview = await who.submit(at, { do: 'preview' })
  assert.match(preview.text, /Preview/)
  const back = fieldsOf(await who.submit(at, { title: 'Mine', do: 'again' }))
  assert.deepEqual([back[choice('For Fay.')], back['beta'], back['title']], ['beta', 'For Fay.', 'Mine'])
})

test('the piece is kept as the corrected reading says', async () => {
  await using house = await openHouse()
  const { who, at } = await oriel(house)
  await who.submit(at, { [choice('My first one, be kind!')]: 'notes', [choice('For Fay.')]: 'nothing', do: 'again' })
  const page = await who.submit(at, { do: 'post' })
  assert.match(page.text, /Received at 12:00 \(London\), on time\./)
  assert.match(page.text, /My first one, be kind!/)
  assert.doesNotMatch(page.text, /For Fay/)
})

test('what is said beneath the story has a field of its own, is read after it and not counted, and can be called story', async () => {
  await using house = await openHouse()
  const { who, at } = await oriel(house)
  const text = `${pasted}\n\n---\n\nThanks for reading! Crossposted to my journal.`
  const page = await who.submit(at, { text, do: 'read' })
  const fields = fieldsOf(page)
  assert.equal(fields['endnotes'], 'Thanks for reading! Crossposted to my journal.')
  assert.equal(fields['text'], 'Nobody drank the tea.\n\nShe put the key down.')
  assert.match(page.text, /Here it ends, and you speak again: *[a-z]? ?Thanks for reading!/)
  const from = text.indexOf('Thanks for reading')
  const said = await who.submit(at, { [`is-${from}-${text.length}`]: 'story', do: 'again' })
  assert.match(fieldsOf(said)['text'] ?? '', /Thanks for reading! Crossposted to my journal\.$/)
  assert.equal(fieldsOf(said)['endnotes'], '')
  await who.submit(at, { do: 'anew' })
  const posted = await who.submit(at, { do: 'post' })
  assert.match(posted.text, /She put the key down\. End notes Thanks for reading!/)
  assert.match(posted.text, /Words 9\b/)
})

test('why it is rated so stays in sight: a field for its writer, and beside the rating for readers', async () => {
  await using house = await openHouse()
  const { who, at } = await oriel(house)
  for (const [said, rating] of [
    ['R for language', 'R'],
    ['PG-13 (for one drowned man and some swearing)', 'PG-13'],
  ] as const) {
    await who.visit(at)
    const page = await who.submit(at, { text: pasted.replace('Rating: PG', `Rating: ${said}`), do: 'read' })
    const fields = fieldsOf(page)
    assert.deepEqual([fields['rating'], fields['ratingSaid']], [rating, said])
    assert.match(page.html, /<label for="f-ratingSaid">\s*The rating in your words/)
    assert.doesNotMatch(page.text, /You wrote/)
  }
  const posted = await who.submit(at, { do: 'post' })
  assert.ok(posted.text.includes('Rating PG-13 (for one drowned man and some swearing)'), posted.text)
})

test('rows of stars are no findings, and the letters run from the paste to fields that are filled', async () => {
  await using house = await openHouse()
  const { who, at } = await oriel(house)
  const row = '~*~*~*~'
  const text = `Hello!\n\n${row}\nTitle: Salt\nAuthor: oriel\n${row}\nRating: PG\n${row}\n\n${row}\nNotes: For Fay.\n\n${row}\n\nIt rained all night.\n\nShe went.\n\n${row}\n\nThanks for reading!`
  await who.visit(at)
  const page = await who.submit(at, { text, do: 'read' })
  const paste = /<div class="paste">([\s\S]*?)<\/div>/.exec(page.html)?.[1] ?? assert.fail('no paste')
  const letters = [...paste.matchAll(/class="key"[^>]*>([a-z])</g)].map(([, letter]) => letter)
  assert.deepEqual(letters, ['a', 'b', 'c', 'd', 'e'])
  assert.doesNotMatch(paste, /<mark>[^\p{L}\p{N}]*<\/mark>/u)
  const { preface, title, rating, notes, endnotes } = fieldsOf(page)
  assert.deepEqual(
    [preface, title, rating, notes, endnotes],
    ['Hello!', 'Salt', 'PG', 'For Fay.', 'Thanks for reading!'],
  )
})

test('the preview shows the header as readers will have it, and what is said around the story', async () => {
  await using house = await openHouse()
  const { who, at } = await oriel(house)
  const said = {
    rating: 'PG-13',
    ratingSaid: 'PG-13 (for one drowned man)',
    warnings: 'drowning, storms',
    characters: 'Imre, Josune',
    pairings: 'Imre/Josune',
    tags: 'lamps, rope',
    beta: 'penny_post',
    preface: 'It is *cold* here.',
    endnotes: 'Thanks for <b>reading</b>!',
    notes: 'With <script>alert(1)</script>.',
    others: 'Spoilers: none',
  }
  const { html, text } = await who.submit(at, { ...said, do: 'preview' })
  assert.match(
    text,
    /Rating PG-13 \(for one drowned man\) Warnings drowning, storms People Imre Josune Imre\/Josune Words \d+ Spoilers none Tags lamps rope Thanks to penny_post Preface It is cold here\./,
  )
  assert.match(html, /It is <em>cold<\/em> here\./)
  assert.match(html, /Thanks for <strong>reading<\/strong>!/)
  const piece = html.slice(html.indexOf('class="preview__piece"'), html.indexOf('id="behind-preview"'))
  assert.doesNotMatch(piece, /<script/)
  const posted = await who.submit(at, { do: 'post' })
  assert.match(posted.html, /It is <em>cold<\/em> here\./)
})
