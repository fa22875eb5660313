// A form is read whole: cleaned, measured, every field by its own reader, and every fault at once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { number, optionalText, password, text } from '#src/kit/form-fields.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { clean } from './body/read-body.ts'
import { asFirst, statusOf } from './forms.ts'
import { readForm } from './read-form.ts'

const fields = {
  name: text({ label: 'Name', maxLength: 5 }),
  about: optionalText({ label: 'About', maxLength: 2_000, isLong: true }),
  places: number({ label: 'Places', min: 1, max: 3 }),
  secret: password({ label: 'Password', isNew: false }),
}

const read = (typed: Record<string, string>) => readForm(fields, new Map(Object.entries(typed)))

test('a form that is well filled in gives every value, without the spaces around it', () => {
  assert.deepEqual(read({ name: ' Mara ', places: ' 2 ', secret: ' keep ', about: ' a\nb ', other: 'ignored' }), {
    value: { name: 'Mara', about: 'a\nb', places: 2, secret: ' keep ' },
  })
})

test('everything that is wrong is said at once, in the order of the form', () => {
  const found = read({ name: 'Maraquill', places: 'many' })
  assert.ok('errors' in found)
  assert.deepEqual(
    [...found.errors],
    [
      ['name', 'This is 9 characters; 5 fit. Nothing is lost, it is still here.'],
      ['places', 'A whole number from 1 to 3 is needed here.'],
      ['secret', 'Please fill in: password.'],
    ],
  )
  const long = read({ name: 'a', about: 'x'.repeat(12_345), places: '1', secret: 'x' })
  assert.ok('errors' in long)
  assert.match(long.errors.get('about') ?? '', /^This is 12,345 characters; 2,000 fit/)
})

test('what is typed is cleaned of what no database keeps, and of nothing else', () => {
  assert.equal(clean('a\0b\r\nc\uD800d\n\t🌊'), 'ab\nc\uFFFDd\n\t🌊')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const once = clean(typed)
      assert.ok(once.isWellFormed() && !once.includes('\0') && !once.includes('\r\n'))
      assert.equal(clean(once), once)
    }),
  )
})

test('the status of a form that is shown again says why', () => {
  const again = (kind: ConstructorParameters<typeof Refusal>[0], about?: string) =>
    statusOf({ ...asFirst, refusal: new Refusal(kind, 'x', 'No.', about === undefined ? {} : { about }) })
  assert.equal(statusOf(asFirst), 200)
  assert.equal(statusOf({ ...asFirst, errors: new Map([['name', 'No.']]) }), 422)
  assert.deepEqual(
    [again('forbidden'), again('taken'), again('closed'), again('limit'), again('taken', 'name')],
    [403, 409, 409, 429, 422],
  )
})
