// The round of half a year ago: every day was kept, one piece came in the free for all, and the masterlist is full.
import type { CalendarDay } from '#src/kit/days.ts'
import { dayOn, mondayFrom, type RoundScript, seasonOf } from './script.ts'

export function finishedRound(today: CalendarDay): RoundScript {
  const first = mondayFrom(today, -150, -1, 10)
  return {
    key: 'finished',
    community: 'tidewater',
    folder: 'finished-round',
    mod: 'mara',
    planned: [first - 35, '20:10'],
    opened: [first - 34, '19:30'],
    first,
    last: first + 7,
    claimsOpen: [first - 25, '20:00'],
    plan: {
      name: `Lantern Season, ${seasonOf(dayOn(today, first))}`,
      theme: 'What the sea gave back',
      places: 1,
      freeDays: 2,
      daysPerPerson: 2,
    },
    days: [],
    deeds: [
      { at: [first - 25, '20:01'], who: 'oriel', does: 'take', day: first + 2 },
      { at: [first - 25, '20:04'], who: 'penny', does: 'take', day: first },
      { at: [first - 25, '21:30'], who: 'hedgewitch', does: 'take', day: first + 1 },
      { at: [first - 24, '08:12'], who: 'tane', does: 'take', day: first + 6 },
      { at: [first - 24, '22:40'], who: 'salt', does: 'take', day: first + 3 },
      { at: [first - 22, '18:05'], who: 'tidewrack', does: 'take', day: first + 4 },
      { at: [first - 20, '23:15'], who: 'juniper', does: 'take', day: first + 7 },
      { at: [first - 16, '06:58'], who: 'ismay', does: 'take', day: first + 5 },
      { at: [first, '09:20'], who: 'penny', does: 'post', file: 'inventory-of-a-coat.txt' },
      { at: [first + 1, '19:02'], who: 'hedgewitch', does: 'post', file: 'the-bread-tide.html' },
      { at: [first + 2, '07:31'], who: 'oriel', does: 'post', file: 'nine-counting-yours.txt' },
      { at: [first + 3, '23:41'], who: 'salt', does: 'post', file: 'ballad-of-the-loose-shutter.md' },
      { at: [first + 4, '21:15'], who: 'tidewrack', does: 'post', file: 'what-we-did-with-the-bell.html' },
      { at: [first + 5, '18:20'], who: 'tane', does: 'post', file: 'the-understudy.txt' },
      { at: [first + 7, '20:08'], who: 'juniper', does: 'post', file: 'the-warm-side.html' },
      { at: [first + 8, '21:44'], who: 'ismay', does: 'post', file: 'return-recorded.txt' },
      {
        at: [first + 9, '11:05'],
        who: 'mara',
        does: 'post',
        file: 'gull-interviewed.txt',
        reservedName: 'Bel',
        claimOf: 'nobody',
      },
    ],
  }
}
