// A story without any header around it: it is read like every other, and its writer goes on from there.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asking, paths } from '#src/schema/paths.ts'
import { load } from '#tests/support/html.ts'
import { openHouse } from '#tests/support/open-house.ts'
import { take } from '#tests/world/deeds.ts'
import { where } from '#tests/world/tidewater.ts'

const story = 'The lamps were nine and then they were eight.\n\nJune counted them twice, from the sill.'

test('a paste without a title is read, shown in the form, and posted as it is', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const at = asking(paths.post(where.community, where.round), { claim: String(claim.id) })
  const oriel = await house.as('oriel')
  await oriel.visit(at)
  const read = await oriel.submit(at, { text: story, do: 'read' })
  const { fields } = load(read.html).forms.find((form) => 'text' in form.fields) ?? assert.fail(read.text)
  assert.deepEqual([fields['title'], fields['text'], fields['textForm']], ['', story, 'plain'])
  const page = await oriel.submit(at, { do: 'post' })
  assert.match(page.text, /Received at 12:00 \(London\), on time\./)
  assert.match(page.text, /June counted them twice/)
})
