// A writer takes a piece elsewhere: the post in four forms, in the words of its community, and read here again it gives the same fields.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entriesOfTemplate } from '#src/fests/posting/header/header-template.form.ts'
import { houseTemplate } from '#src/fests/posting/header/header-template.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { load } from '#tests/support/html.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import type { Seen } from '#tests/support/visitor.ts'
import { take } from '#tests/world/deeds.ts'
import { post } from '#tests/world/pieces.ts'
import { where } from '#tests/world/tidewater.ts'

const blockOf = (seen: Seen): string =>
  (/<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/u.exec(seen.html)?.[1] ?? assert.fail(seen.text.slice(0, 300)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .trim()

async function posted(house: TestHouse): Promise<number> {
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  return (await post(house, 'oriel', { claim: claim.id })).work
}

test('the post stands there in each form, with header, epigraph and story', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  const oriel = await house.as('oriel')
  const inForm = async (as: string, of = 'post') => blockOf(await oriel.visit(asking(paths.workCopy(work), { of, as })))
  assert.match(
    await inForm('html'),
    /<strong>Title:<\/strong> Somebody Staying Up<br>\n<strong>Author:<\/strong> Oriel Finch/,
  )
  assert.match(await inForm('html'), /<em>Dear Tobias<\/em>/)
  assert.match(await inForm('markdown'), /\*\*Rating:\*\* Teen {2}\n\*\*Words:\*\* 455 {2}\n/)
  assert.match(await inForm('markdown'), /as far as \*Dear Tobias\* and then/)
  assert.match(await inForm('bbcode'), /\[b\]Timing:\[\/b\] Series 4, “The Drowned Bell”\n/)
  assert.match(await inForm('bbcode'), /\[s\]You would have laughed\.\[\/s\]/)
  assert.match(
    await inForm('text'),
    /^My piece for this round[^]*\n\nTitle: Somebody Staying Up\nAuthor: Oriel Finch\n/,
  )
  assert.match(await inForm('text', 'header'), /^Title: [^]*Spoilers: none$/)
})

test('it begins its lines with the words of its community, in its order', async () => {
  await using house = await openHouse()
  const mara = await house.as('mara')
  await mara.visit(paths.headerTemplate(where.community))
  const fields = {
    ...Object.fromEntries(entriesOfTemplate(houseTemplate)),
    'called-timing': 'Era/season/setting, Era',
    'order-timing': '1',
  }
  await mara.submit(paths.headerTemplate(where.community), { ...fields, do: 'save' })
  const work = await posted(house)
  const oriel = await house.as('oriel')
  const block = blockOf(await oriel.visit(asking(paths.workCopy(work), { of: 'header', as: 'text' })))
  assert.match(block, /^Era\/season\/setting: Series 4, “The Drowned Bell”\nTitle: /)
})

test('what was copied out, pasted into the composer, gives the same fields', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  const oriel = await house.as('oriel')
  const at = paths.post(where.community, where.round)
  for (const as of ['html', 'markdown', 'bbcode', 'text']) {
    const text = blockOf(await oriel.visit(asking(paths.workCopy(work), { as })))
    await oriel.visit(at)
    const seen = await oriel.submit(at, { text, do: 'read' })
    const fields = load(seen.html).forms.find((form) => 'timing' in form.fields)?.fields ?? {}
    assert.deepEqual(
      ['title', 'timing', 'summary', 'characters', 'pairings', 'notes', 'beta', 'ratingSaid', 'warnings'].map(
        (name) => fields[name],
      ),
      [
        'Somebody Staying Up',
        'Series 4, “The Drowned Bell”',
        'The light on the Head has been out since Thursday, and Ines is not writing to anyone.',
        'Ines Marrable',
        'Ines/Tobias Wren',
        'Thanks to penny_post, and for the goose.',
        'penny_post, sounding board',
        'Teen',
        'none needed',
      ],
      as,
    )
    assert.match(fields['preface'] ?? '', /^My piece for this round is still on the slipway/, as)
    assert.match(fields['epigraph'] ?? '', /It’s only somebody staying up/, as)
    assert.match(fields['text'] ?? '', /^(?:<p>)?The letter had got as far as/, as)
  }
})

test('only those who may change a piece find the page, and a mod is not among them', async () => {
  await using house = await openHouse()
  const work = await posted(house)
  for (const who of ['ismay', 'mara'] as const)
    assert.equal((await (await house.as(who)).visit(paths.workCopy(work))).status, 404)
  assert.equal((await house.guest().visit(paths.workCopy(work))).status, 404)
  assert.equal((await (await house.as('oriel')).visit(paths.workCopy(work))).status, 200)
})
