// A rating that was written in another system is proposed on the community's list, never milder, and its writer is told to look.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseTemplate } from '#src/fests/posting/header/header-template.ts'
import { ratingFor, ratingHint } from './rating-choice.ts'

const chosen = (said: string) => ratingFor(said, houseTemplate)

test('what stands on the list is chosen as it is', () => {
  for (const [said, name] of [
    ['PG-13', 'PG-13'],
    ['PG13, for language', 'PG-13'],
    ['nc-17', 'NC-17'],
    ['Not Rated', 'not rated'],
  ] as const)
    assert.deepEqual(chosen(said), { name, isAsWritten: true }, said)
  assert.equal(ratingHint('PG13, for language', 'PG-13', houseTemplate), undefined)
})

test('another system, or a guess, is proposed with a mark that says so', () => {
  const rows = [
    ['Mature', 'R'],
    ['T', 'PG-13'],
    ['R / NC-17 in later parts', 'NC-17'],
    ['G to PG-13', 'PG-13'],
    ['Not Rated (I would rate it Mature)', 'R'],
    ['Hard R', 'NC-17'],
    ['R, I think.', 'R'],
  ] as const
  for (const [said, name] of rows) {
    assert.deepEqual(chosen(said), { name, isAsWritten: false }, said)
    assert.match(
      ratingHint(said, name, houseTemplate) ?? '',
      new RegExp(`You wrote “.*${name} is the nearest here that is not milder`, 'u'),
      said,
    )
  }
  // Once another is chosen, there is nothing left to look at.
  assert.equal(ratingHint('Mature', 'NC-17', houseTemplate), undefined)
})

test('what says nothing is for its writer to say', () => {
  for (const said of ['mild, I think?', '- -', 'No la tiene']) {
    assert.equal(chosen(said), undefined)
    assert.match(ratingHint(said, '', houseTemplate) ?? '', /Choose one of these/)
  }
})

test('a list that has nothing as strict gets no proposal', () => {
  assert.equal(
    ratingFor('Explicit', {
      ...houseTemplate,
      ratings: [
        { name: 'General', isAdult: false },
        { name: 'Teen', isAdult: false },
      ],
    }),
    undefined,
  )
})
