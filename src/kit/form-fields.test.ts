// Each kind of field: what it reads, and the sentence it says when it cannot.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Field } from './form.ts'
import * as fields from './form-fields.ts'

const label = 'Name of the round'

/** What is read, or the sentence. */
function said(field: Field<unknown>, typed: string): unknown {
  const read = field.read(typed)
  return 'error' in read ? read.error : read.value
}

const all = (field: Field<unknown>, cases: Readonly<Record<string, unknown>>): void => {
  for (const [typed, expected] of Object.entries(cases)) assert.deepEqual(said(field, typed), expected, typed)
}

test('a line of text is needed, has no line breaks, and must have something that can be seen', () => {
  const field = fields.text({ label, maxLength: 60 })
  const missing = 'Please fill in: name of the round.'
  all(field, {
    Lantern: 'Lantern',
    'Lantern\nSeason\t2026': 'Lantern Season 2026',
    'a\u2028b\u0007c': 'a b c',
    '\u202Egnp.exe': 'gnp.exe',
    'שלום ä 字 👩‍🚀': 'שלום ä 字 👩‍🚀',
    '': missing,
    '\u200B\u200D\uFEFF': missing,
    '\u3164 \u2800': missing,
  })
  assert.deepEqual([field.kind, field.maxLength, field.isOptional], ['text', 60, undefined])
})

test('an optional line may be empty, and a long text keeps its lines', () => {
  const line = fields.optionalText({ label, maxLength: 60 })
  all(line, { '': '', 'a\nb': 'a b' })
  const area = fields.optionalText({ label, maxLength: 60, isLong: true })
  all(area, { '': '', 'a\nb': 'a\nb' })
  assert.deepEqual([line.kind, area.kind, area.isOptional], ['text', 'area', true])
})

test('a line, once read, is read the same again, whatever was typed', () => {
  const field = fields.text({ label, maxLength: 60 })
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const read = field.read(typed)
      if ('error' in read) return
      assert.doesNotMatch(read.value, /[\p{Cc}\u2028\u2029]/u)
      assert.deepEqual(field.read(read.value), read)
    }),
  )
})

test('an address of mail has an @ between two parts, and nothing that cannot be seen', () => {
  const looks = 'This does not look like an e-mail address: something like name@example.org is needed.'
  const field = fields.emailAddress({ label: 'E-mail' })
  all(field, {
    'mara@example.org': 'mara@example.org',
    'Mara+fest@sub.example.org': 'Mara+fest@sub.example.org',
    'mära@bücher.example': 'mära@bücher.example',
    '': 'Please fill in: e-mail.',
    mara: looks,
    'mara@example': looks,
    '@example.org': looks,
    'a b@example.org': looks,
    'a@b@example.org': looks,
    'mara@example.org\nBcc: x@y.z': looks,
    'ma\u200Bra@example.org': looks,
  })
  assert.deepEqual([field.maxLength, field.autocomplete], [254, 'email'])
})

test('a new password is long enough, counted in letters; an old one is taken as it is', () => {
  const long = 'A password needs at least 10 characters. Four or five words in a row make a good one.'
  const fresh = fields.password({ label: 'Password', isNew: true })
  all(fresh, {
    'ten letter': 'ten letter',
    '  spaces  ': '  spaces  ',
    'nine char': long,
    '🌊🌊🌊🌊🌊': long,
    '': 'Please fill in: password.',
  })
  all(fields.password({ label: 'Password', isNew: false }), { a: 'a', '': 'Please fill in: password.' })
  assert.equal(fresh.autocomplete, 'new-password')
})

test('a number is a whole one within its bounds, written in digits', () => {
  const needed = 'A whole number from 0 to 14 is needed here.'
  const cases = {
    '0': 0,
    '14': 14,
    '007': 7,
    '-0': 0,
    '15': needed,
    '-1': needed,
    '1.0': needed,
    '1e1': needed,
    '+1': needed,
    '١': needed,
    ['9'.repeat(400)]: needed,
  }
  all(fields.number({ label, min: 0, max: 14 }), { ...cases, '': 'Please fill in: name of the round.' })
  all(fields.optionalNumber({ label, min: 0, max: 14 }), { ...cases, '': undefined })
})

test('a date is one of the calendar', () => {
  const none = 'This is not a date of the calendar; write it as 2026-11-20.'
  all(fields.date({ label: 'First posting day' }), {
    '2026-11-20': '2026-11-20',
    '2028-02-29': '2028-02-29',
    '2026-02-29': none,
    '20.11.2026': none,
    '2026-11-20T10:00': none,
    '': 'Please fill in: first posting day.',
  })
})

test('a moment is a wall time to the minute, or nothing', () => {
  const none = 'This is not a date and time; write it as 2026-11-20 18:00.'
  all(fields.optionalMoment({ label }), {
    '': undefined,
    '2026-11-20T18:00': '2026-11-20T18:00',
    '2026-11-20 18:00': '2026-11-20T18:00',
    '2026-11-20T18:00:59': '2026-11-20T18:00',
    '2026-02-30T18:00': none,
    '2026-11-20T24:00': none,
    '2026-11-20T18:60': none,
    '2026-11-20T18:00Z': none,
    '2026-11-20': none,
  })
})

test('a time zone is one we know', () => {
  const unknown = 'We know no such time zone: please choose one of the list.'
  const cases = { 'Europe/Lisbon': 'Europe/Lisbon', UTC: 'UTC', Nowhere: unknown, '+25:00': unknown }
  all(fields.zone({ label }), { ...cases, '': 'Please choose a time zone, so that we mean the same midnight.' })
  all(fields.optionalZone({ label }), { ...cases, '': undefined })
})

test('a choice is one of those offered, and an id a number that could be one', () => {
  const choices = [
    { value: 'open', label: 'Open' },
    { value: 'free', label: 'Free for all' },
  ] as const
  const choose = 'Please choose one of these.'
  all(fields.choice({ label, choices }), {
    open: 'open',
    free: 'free',
    Open: choose,
    closed: choose,
    '': choose,
    toString: choose,
  })
  const which = 'Please choose: name of the round.'
  all(fields.id({ label }), {
    '12': 12,
    '': which,
    '-1': which,
    '1.5': which,
    '1 or 1=1': which,
    ['9'.repeat(16)]: which,
  })
})
