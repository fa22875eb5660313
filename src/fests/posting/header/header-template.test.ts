// The header template as a value: what the house has, who is for adults whatever becomes of a list, and a form that loses nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nameKey } from '#src/kit/fold.ts'
import { entriesOfTemplate, readTemplate, orderName, shownName } from './header-template.form.ts'
import {
  adultOnceReplaced,
  headerFields,
  type HeaderTemplate,
  houseTemplate,
  isForAdults,
  ratingIn,
  withEveryField,
} from './header-template.ts'
import { foldedWords } from './header-words.ts'

const shownAs = (shown: string, { fields }: HeaderTemplate = houseTemplate): string[] =>
  fields.filter((field) => field.shown === shown).map(({ name }) => name)

const rated = (...names: string[]) =>
  names.map((name) => ({ name: name.replace('!', ''), isAdult: name.endsWith('!') }))

test('the house wants title, rating and fandom, folds four fields away, and marks R and NC-17 for adults', () => {
  assert.deepEqual(shownAs('wanted'), ['title', 'rating', 'fandom'])
  assert.deepEqual(shownAs('folded'), ['endnotes', 'disclaimer', 'others', 'link', 'places'])
  const all = ['G', 'PG', 'PG-13', 'R', 'NC-17', 'not rated', '', 'nc17', 'mild']
  assert.deepEqual(
    all.filter((rating) => isForAdults(houseTemplate, rating)),
    ['R', 'NC-17', 'nc17'],
  )
})

test('the community’s own marks count, and what left its list stays what it was', () => {
  const own: HeaderTemplate = { ...houseTemplate, ratings: rated('General', 'R', 'Explicit!'), adultBefore: ['Mature'] }
  const all = ['General', 'R', 'explicit', 'MATURE', 'NC-17', 'PG']
  assert.deepEqual(
    all.filter((rating) => isForAdults(own, rating)),
    ['explicit', 'MATURE', 'NC-17'],
  )
})

test('however lists follow one another, a rating that was last marked for adults stays for adults when it goes', () => {
  const list = fc.uniqueArray(fc.record({ name: fc.constantFrom('A', 'B', 'C', 'G', 'R'), isAdult: fc.boolean() }), {
    selector: ({ name }) => name,
  })
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 6 }), (lists) => {
      let template = houseTemplate
      const last = new Map(houseTemplate.ratings.map(({ name, isAdult }) => [name, isAdult]))
      for (const ratings of lists) {
        template = { ...template, ratings, adultBefore: adultOnceReplaced(template, ratings) }
        for (const { name, isAdult } of ratings) last.set(name, isAdult)
        for (const [name, isAdult] of last) if (isAdult) assert.ok(isForAdults(template, name), name)
        for (const { name, isAdult } of ratings) assert.equal(isForAdults(template, name), isAdult)
      }
    }),
  )
})

test('a rating that was pasted is matched onto the community’s own list', () => {
  const own = ['General', 'Teen', 'Teen and up', 'Explicit']
  const said = ['teen', 'Teen and Up', 'Explicit (violence)', 'PG-13', 'Teenage']
  assert.deepEqual(
    said.map((words) => ratingIn(words, own)),
    ['Teen', 'Teen and up', 'Explicit', undefined, undefined],
  )
})

test('a field that the house got later is not missing in a template that was kept before, and one that is gone is passed over', () => {
  const kept = [
    { name: 'summary', shown: 'wanted' },
    { name: 'season', shown: 'asked' },
  ] as const
  const fields = withEveryField(kept)
  assert.deepEqual(fields[0], { name: 'summary', shown: 'wanted' })
  assert.deepEqual(fields.map(({ name }) => name).toSorted(), [...headerFields].toSorted())
  assert.equal(fields.find(({ name }) => name === 'link')?.shown, 'folded')
})

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,+-]{0,18}[a-z]$/)
const names = (minLength: number) =>
  fc
    .uniqueArray(word, { minLength, maxLength: 8, selector: nameKey })
    .map((all) => all.map((each) => each.replace(/ +/g, ' ')))

const anyTemplate: fc.Arbitrary<HeaderTemplate> = fc
  .record({
    order: fc.shuffledSubarray([...headerFields], { minLength: headerFields.length }),
    shown: fc.array(fc.constantFrom('asked', 'wanted', 'folded'), {
      minLength: headerFields.length,
      maxLength: headerFields.length,
    }),
    kinds: names(0),
    ratings: names(1),
    marks: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    warnings: word,
    disclaimer: fc.constantFrom('', 'Not mine.\nNever were.'),
    fandom: fc.constantFrom(undefined, 7),
    audience: fc.constantFrom('everyone', 'members'),
  })
  .map(({ order, shown, kinds, ratings, marks, ...defaults }) => ({
    fields: order.map((name, index) => ({ name, shown: shown[index]! })),
    kinds,
    ratings: ratings.map((name, index) => ({ name, isAdult: marks[index]! })),
    defaults: { kind: kinds[0] ?? '', rating: ratings.at(-1)!, ...defaults },
    adultBefore: [],
  }))

test('what the form shows of a template is read back as that template, whatever it says', () => {
  fc.assert(
    fc.property(anyTemplate, (template) => {
      const read = readTemplate(entriesOfTemplate(template), [7])
      assert.ok('value' in read, 'errors' in read ? [...read.errors].join() : '')
      assert.deepEqual({ ...read.value, adultBefore: [] }, template)
    }),
  )
})

test('a field that is given the place of another stands at that place, wherever it came from', () => {
  const place = fc.integer({ min: 1, max: headerFields.length })
  fc.assert(
    fc.property(anyTemplate, fc.constantFrom(...headerFields), place, (template, field, to) => {
      const read = readTemplate(new Map([...entriesOfTemplate(template), [orderName(field), String(to)]]), [7])
      assert.ok('value' in read)
      assert.equal(read.value.fields.findIndex(({ name }) => name === field) + 1, to)
    }),
  )
})

const faultsOf = (changes: Record<string, string>): Record<string, string> => {
  const read = readTemplate(new Map([...entriesOfTemplate(houseTemplate), ...Object.entries(changes)]), [7])
  return 'errors' in read ? Object.fromEntries(read.errors) : {}
}

test('every mistake is said beside its field, all at once', () => {
  assert.deepEqual(Object.keys(faultsOf({ kinds: 'poem\nPoem', ratings: '', [orderName('title')]: '-1' })), [
    orderName('title'),
    'kinds',
    'ratings',
  ])
  assert.match(faultsOf({ ratings: 'G\nG (adult)' })['ratings'] ?? '', /“G \(adult\)” stands in the list twice/)
  assert.match(faultsOf({ ratings: 'G\n---' })['ratings'] ?? '', /needs a letter or a number/)
  assert.match(faultsOf({ kinds: 'x'.repeat(61) })['kinds'] ?? '', /61 characters; 60 fit/)
  assert.match(faultsOf({ [shownName('beta')]: 'gone' })[shownName('beta')] ?? '', /beta and thanks/)
  assert.deepEqual(Object.keys(faultsOf({ ratings: '', defaultKind: 'opera', defaultRating: 'M' })), [
    'ratings',
    'defaultKind',
  ])
  const defaults = faultsOf({ defaultKind: 'opera', defaultRating: 'M', defaultFandom: '8' })
  assert.deepEqual(Object.keys(defaults), ['defaultKind', 'defaultRating', 'defaultFandom'])
  assert.deepEqual(faultsOf({ kinds: '', defaultKind: 'opera', defaultRating: 'pg13', defaultFandom: '7' }), {})
})

test('what is folded away is named, and where it is much, counted', () => {
  assert.equal(foldedWords(['disclaimer', 'others']), 'Disclaimer and other lines')
  assert.equal(foldedWords(['beta', 'prompt', 'title', 'tags', 'link']), 'Beta and thanks, prompt, title and 2 more')
})
