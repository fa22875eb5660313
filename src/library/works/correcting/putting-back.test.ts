// Putting a correction back: what it changed is as before, and whatever else its writer did since stays.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { NamedTag } from '#src/library/tags/tags.ts'
import type { Around, WorkFields } from '#src/library/works/work-fields.ts'
import { putBackInto } from './putting-back.ts'

type Said = { readonly fields: WorkFields; readonly around: Around }

const word = fc.constantFrom('', 'one', 'two', 'three')

const said: fc.Arbitrary<Said> = fc
  .record({
    title: word,
    timing: word,
    summary: word,
    beta: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    spoilers: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    fandom: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
    characters: fc.uniqueArray(fc.constantFrom('Ines', 'June', 'Pell')),
    rating: fc.constantFrom('G', 'R'),
    isAdult: fc.boolean(),
    places: fc.uniqueArray(fc.constantFrom('https://a.example', 'https://b.example')),
    audience: fc.constantFrom('everyone', 'members'),
  })
  .map((of) => ({
    fields: {
      title: of.title,
      form: '',
      summary: of.summary,
      preface: '',
      epigraph: '',
      epigraphBy: '',
      notes: '',
      fandom: of.fandom,
      timing: of.timing,
      place: undefined,
      link: undefined,
      header: Object.fromEntries(
        Object.entries({ beta: of.beta, spoilers: of.spoilers }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value]],
        ),
      ),
    },
    around: {
      tags: [
        { kind: 'rating', name: of.rating },
        ...of.characters.map((name): NamedTag => ({ kind: 'character', name })),
      ],
      places: of.places,
      isAdult: of.isAdult,
      audience: of.audience,
    },
  }))

/** Every part that can change on its own. */
function partsOf({ fields, around }: Said): Record<string, string> {
  const tags = (kind: NamedTag['kind']) => around.tags.filter((tag) => tag.kind === kind).map(({ name }) => name)
  const { title, timing, summary, fandom, header } = fields
  const parts = {
    title,
    timing,
    summary,
    fandom,
    beta: header.beta,
    spoilers: header.spoilers,
    isAdult: around.isAdult,
  }
  const all = { ...parts, characters: tags('character'), rating: tags('rating') }
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, JSON.stringify(value) ?? 'none']))
}

test('each part is as it was before where the correction changed it, and as it is now elsewhere', () => {
  fc.assert(
    fc.property(said, said, said, (before, after, now) => {
      const back = putBackInto(now, { before, after })
      const [was, made, is, becomes] = [before, after, now, back].map(partsOf)
      for (const [name, value] of Object.entries(becomes ?? {}))
        assert.equal(value, was?.[name] === made?.[name] ? is?.[name] : was?.[name], name)
      assert.deepEqual([back.around.places, back.around.audience], [now.around.places, now.around.audience])
    }),
    { numRuns: 2_000 },
  )
})

test('an early save that kept no tags leaves them as they are', () => {
  fc.assert(
    fc.property(said, said, said, (before, after, now) => {
      const back = putBackInto(now, { before: { ...before, around: undefined }, after })
      assert.deepEqual(back.around, now.around)
    }),
  )
})
