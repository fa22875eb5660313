// A poem keeps its lines: because of its kind, because its writer says so, and not where they say otherwise.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from '#tests/support/open-house.ts'
import { take } from '#tests/world/deeds.ts'

const poem = 'The lamp is lit\n  and nobody came\n\nThe lamp is out\n  and nobody went'

for (const [kind, layout, hasLines] of [
  ['poem', 'guess', true],
  ['Gedicht', '', true],
  ['script', 'guess', true],
  ['ficlet', 'guess', false],
  ['ficlet', 'verse', true],
  ['poem', 'prose', false],
] as const) {
  test(`a ${kind}, laid out “${layout}”, ${hasLines ? 'keeps its lines' : 'is paragraphs'}, today and when it is changed`, async () => {
    await using house = await openHouse()
    const claim = await take(house, 'oriel', '11-04')
    house.at('2026-11-04T12:00:00.000Z')
    const oriel = await house.as('oriel')
    const to = `/c/tidewater/rounds/lantern-season/post?claim=${claim.id}`
    const said = { text: poem, title: 'Two Lamps', kind, layout, textForm: 'plain', role: 'main', audience: 'everyone' }
    await oriel.visit(to)
    const posted = await oriel.submit(to, { ...said, do: 'post' })
    const lines = /<p class="verse"><span class="line">The lamp is lit<\/span><br><span class="line">\n\u00a0\u00a0and/
    const isKept = (html: string) => lines.test(html.replaceAll('&#xA0;', '\u00a0').replaceAll('&nbsp;', '\u00a0'))
    assert.equal(isKept(posted.html), hasLines)
    const work = /\/works\/(\d+)\/edit/.exec(posted.html)?.[1] ?? ''
    const edit = `/works/${work}/edit`
    await oriel.visit(edit)
    const changed = await oriel.submit(edit, { title: 'Three Lamps', do: 'save' })
    assert.match(changed.text, /Three Lamps/)
    assert.equal(isKept(changed.html), hasLines)
  })
}
