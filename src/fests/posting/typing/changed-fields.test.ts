// What a browser sends of a form that changed, put into what was kept, is the form as it stands in the browser.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { changesBetween } from '#src/browser/keeping/stretch.ts'
import { changesFrom, saysTheSame, withChanges } from './changed-fields.ts'

const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '🌊', '漢', '"'), maxLength: 40 })
const long = fc.tuple(letters, letters).map(([begin, end]) => `${begin}${'tide '.repeat(60)}${end}`)
const form = fc.dictionary(fc.constantFrom('text', 'title', 'notes', 'tags'), fc.oneof(letters, long), {
  noNullPrototype: true,
})

test('whatever changed, and however much of it is alike', () => {
  fc.assert(
    fc.property(form, form, (before, after) => {
      const sent = JSON.stringify(changesBetween(before, after))
      const kept = withChanges(new Map(Object.entries(before)), changesFrom(sent))
      assert.deepEqual(Object.fromEntries(kept), after)
    }),
  )
})

test('of a long text that was typed in, only what was typed is sent', () => {
  const text = 'The tide came in. '.repeat(10_000)
  const after = `${text.slice(0, 5_000)}Nobody saw it. ${text.slice(5_000)}`
  assert.ok(JSON.stringify(changesBetween({ text }, { text: after })).length < 60)
})

test('what cannot be changes of a form is refused', () => {
  for (const said of ['', 'null', '[]', '{"text":1}', '{"text":[1,2]}', '{"text":[-1,0,""]}', '{"text":[0,0.5,""]}'])
    assert.throws(() => changesFrom(said), /could not be read/, said)
})

test('two forms say the same whatever their keys, and whichever fields they leave empty', () => {
  const one = new Map([
    ['text', 'The bell'],
    ['once', 'a'],
    ['_csrf', 'x'],
    ['title', ''],
  ])
  assert.ok(saysTheSame(one, new Map([['text', 'The bell ']])))
  assert.ok(!saysTheSame(one, new Map([['text', 'The bells']])))
})
