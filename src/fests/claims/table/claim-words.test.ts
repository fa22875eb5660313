// What each person reads of a claim, state by state, and never "late" in public.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { claimTimes } from '#src/fests/claims/table/claim-clock.ts'
import { CLAIM_STATES } from '#src/fests/claims/table/claim-states.ts'
import {
  type DeskFacts,
  deskWords,
  type PieceSeen,
  type PublicFacts,
  publicWords,
  type WriterFacts,
  writerWords,
} from '#src/fests/claims/table/claim-words.ts'
import { type CalendarDay, toDay } from '#src/kit/days.ts'

function day(text: string): CalendarDay {
  return toDay(text) ?? assert.fail(text)
}

const DAY = day('2026-11-12')
const round = {
  day: DAY,
  midnight: 'poster',
  posterZone: 'Pacific/Auckland',
  roundZone: 'UTC',
  graceDays: 1,
  lastFreeDay: day('2026-11-28'),
  lastPostingDay: day('2026-11-27'),
} as const

const standIn: PieceSeen = { role: 'stand-in', title: 'Small Hours', cameOn: DAY, moreToCome: true }
const main: PieceSeen = { role: 'main', title: 'The Long Tide', cameOn: DAY, moreToCome: false }

const seen: PublicFacts = {
  state: 'held',
  clock: 'before',
  day: DAY,
  name: 'Mara',
  piece: undefined,
  freeDayAhead: true,
  newName: undefined,
}
const own: WriterFacts = {
  state: 'held',
  clock: 'before',
  day: DAY,
  deadlines: claimTimes(round),
  viewerZone: 'Pacific/Auckland',
  smallPieceUp: false,
  nextFreeDay: day('2026-11-14'),
  scheduledFor: undefined,
  mayStillPost: true,
}
const desk: DeskFacts = {
  state: 'held',
  clock: 'before',
  draftOrScheduled: false,
  smallPieceUp: 'none',
  onTime: true,
  ended: undefined,
}

describe('everyone', () => {
  const reads = (more: Partial<PublicFacts>) => publicWords({ ...seen, ...more })

  it('reads the name on a held day, or that it is taken when names are hidden', () => {
    assert.equal(reads({}), 'Mara')
    assert.equal(reads({ name: undefined }), 'taken')
  })

  it('reads whose day it is today, and that a piece is on the way in grace', () => {
    assert.equal(reads({ clock: 'today' }), 'Mara – today')
    assert.equal(reads({ clock: 'grace' }), 'Mara – on the way')
  })

  it('reads the title of a stand-in or a part, with more to come', () => {
    for (const clock of ['today', 'grace'] as const)
      assert.equal(reads({ clock, piece: standIn }), 'Small Hours, more to come')
    assert.equal(reads({ state: 'later', clock: 'after-grace', piece: standIn }), 'Small Hours, more to come')
    assert.equal(reads({ clock: 'today', piece: { ...standIn, role: 'part' } }), 'Small Hours, more to come')
  })

  it('reads that a piece is expected in the free for all, or on the way where none comes', () => {
    assert.equal(reads({ state: 'later', clock: 'after-grace' }), 'Mara – expected in the free for all')
    assert.equal(reads({ state: 'later', clock: 'after-grace', freeDayAhead: false }), 'Mara – on the way')
  })

  it('reads the title of a kept piece, with the day it came if that was another', () => {
    assert.equal(reads({ state: 'kept', clock: 'grace', piece: main }), 'The Long Tide')
    assert.equal(
      reads({ state: 'kept', clock: 'after-grace', piece: { ...main, cameOn: day('2026-11-14') } }),
      'The Long Tide (Sat 14 Nov)',
    )
    assert.equal(reads({ state: 'kept', clock: 'today' }), 'Mara')
  })

  it('reads nothing of a day given back, the new name of one taken over, and only a stand-in when the round has closed', () => {
    assert.equal(reads({ state: 'given-back' }), undefined)
    assert.equal(reads({ state: 'taken-over' }), undefined)
    assert.equal(reads({ state: 'taken-over', newName: 'Oriel' }), 'Oriel')
    assert.equal(reads({ state: 'closed', clock: 'round-over' }), undefined)
    assert.equal(reads({ state: 'closed', clock: 'round-over', piece: standIn }), 'Small Hours')
  })

  it('reads nothing of waiting lists', () => {
    assert.deepEqual([reads({ state: 'waiting' }), reads({ state: 'offered' })], [undefined, undefined])
  })

  it('never reads "late"', () => {
    const facts = fc.record({
      state: fc.constantFrom(...CLAIM_STATES),
      clock: fc.constantFrom('before', 'today', 'grace', 'after-grace', 'round-over'),
      day: fc.constant(DAY),
      name: fc.constantFrom('Mara', undefined),
      piece: fc.constantFrom(undefined, standIn, main, { ...standIn, role: 'part' as const }),
      freeDayAhead: fc.boolean(),
      newName: fc.constantFrom('Oriel', undefined),
    })
    fc.assert(
      fc.property(facts, (each) => {
        const words = publicWords(each)
        assert.doesNotMatch(words ?? '', /late/i)
        assert.notEqual(words, '')
      }),
    )
  })
})

describe('the writer', () => {
  const reads = (more: Partial<WriterFacts>) => writerWords({ ...own, ...more })

  it('reads their day with its hours and its place', () => {
    assert.equal(reads({}), 'Your day: Thu 12 Nov, 00:00–24:00 in Auckland')
  })

  it('reads the same day on their own clock when they are elsewhere', () => {
    assert.equal(
      reads({ viewerZone: 'Europe/Lisbon' }),
      'Your day: Thu 12 Nov, 00:00–24:00 in Auckland (Wed 11 Nov, 11:00 to Thu 12 Nov, 11:00 for you)',
    )
  })

  it('reads the true first hour of a day that has no midnight', () => {
    const deadlines = claimTimes({ ...round, day: day('2026-04-24'), posterZone: 'Africa/Cairo' })
    assert.equal(
      reads({ day: day('2026-04-24'), deadlines, viewerZone: 'Africa/Cairo' }),
      'Your day: Fri 24 Apr, 01:00–24:00 in Cairo',
    )
  })

  it('reads both ends of the world when everywhere counts', () => {
    const deadlines = claimTimes({ ...round, midnight: 'everywhere' })
    assert.equal(
      reads({ deadlines, viewerZone: 'UTC' }),
      'Your day: Thu 12 Nov, from 00:00 in UTC+14 to 24:00 in UTC−12 (Wed 11 Nov, 10:00 to Fri 13 Nov, 12:00 for you)',
    )
  })

  it('chooses on the day, and is still on time in grace', () => {
    assert.equal(reads({ clock: 'today' }), 'Post now · something small for today · later')
    assert.equal(reads({ clock: 'today', smallPieceUp: true }), 'Still on time until Fri 24:00')
    assert.equal(reads({ clock: 'grace' }), 'Still on time until Fri 24:00')
    assert.equal(
      reads({ clock: 'grace', viewerZone: 'Europe/Lisbon' }),
      'Still on time until Fri 24:00 in Auckland, which is Fri 11:00 for you',
    )
  })

  it('reads the date, too, where a weekday alone could be the next one', () => {
    assert.equal(
      reads({ clock: 'grace', deadlines: claimTimes({ ...round, graceDays: 7 }) }),
      'Still on time until Thu 19 Nov, 24:00',
    )
  })

  it('reads when the next free for all is, or when a waiting piece goes up', () => {
    assert.equal(reads({ state: 'later', clock: 'after-grace' }), 'Whenever it is ready; next: Sat 14 Nov')
    assert.equal(reads({ state: 'later', clock: 'after-grace', nextFreeDay: undefined }), 'Whenever it is ready')
    assert.equal(
      reads({ state: 'later', clock: 'after-grace', scheduledFor: day('2026-11-14') }),
      'Handed in; it goes up on Sat 14 Nov',
    )
  })

  it('may still post after the round, where the round takes it', () => {
    assert.equal(reads({ state: 'closed', clock: 'round-over' }), 'You can still post it')
    assert.equal(reads({ state: 'closed', clock: 'round-over', mayStillPost: false }), undefined)
    assert.equal(reads({ state: 'kept' }), undefined)
  })

  it('reads what the clock says even where no sweep has been by', () => {
    assert.equal(reads({ clock: 'after-grace' }), 'Whenever it is ready; next: Sat 14 Nov')
    assert.equal(reads({ clock: 'round-over' }), 'You can still post it')
  })
})

describe('the mods’ desk', () => {
  const reads = (more: Partial<DeskFacts>) => deskWords({ ...desk, ...more })

  it('reads whether there is a draft, never what it says', () => {
    assert.equal(reads({}), 'claimed; draft or scheduled: no')
    assert.equal(reads({ draftOrScheduled: true }), 'claimed; draft or scheduled: yes')
  })

  it('reads how each claim stands', () => {
    assert.equal(reads({ clock: 'today' }), 'today')
    assert.equal(reads({ clock: 'today', smallPieceUp: 'stand-in' }), 'stand-in up')
    assert.equal(reads({ clock: 'grace' }), 'in grace')
    assert.equal(reads({ state: 'later', clock: 'after-grace' }), 'late')
    assert.equal(reads({ state: 'kept' }), 'on time')
    assert.equal(reads({ state: 'kept', onTime: false }), 'later')
    assert.equal(reads({ state: 'closed', clock: 'round-over' }), 'no piece')
    assert.deepEqual([reads({ state: 'waiting' }), reads({ state: 'offered' })], ['on the list', 'offered a place'])
  })

  it('reads who gave a day back or took it over, and when', () => {
    const ended = { by: 'Mara', on: day('2026-11-10') }
    assert.equal(reads({ state: 'given-back', ended }), 'gave back, by Mara, on Tue 10 Nov')
    assert.equal(
      reads({ state: 'taken-over', ended: { ...ended, by: 'Oriel' } }),
      'taken over, by Oriel, on Tue 10 Nov',
    )
    assert.equal(reads({ state: 'given-back' }), 'gave back')
  })
})
