// What makes the site alive around the round that runs: the next one, announced and not yet to be claimed, and a small one next door.
import type { CalendarDay } from '#src/kit/days.ts'
import { mondayFrom, type RoundScript } from './script.ts'

const firstDay = (today: CalendarDay): number => mondayFrom(today, 28, 1, 8)

export const nextRound = (today: CalendarDay): RoundScript => ({
  key: 'next',
  community: 'tidewater',
  folder: 'running-round',
  mod: 'mara',
  planned: [-6, '13:20'],
  opened: [-5, '12:00'],
  first: firstDay(today),
  last: firstDay(today) + 6,
  claimsOpen: [16, '20:00'],
  plan: {
    name: 'Small Hours, a week of drabbles',
    theme: 'A hundred words, and the kettle on',
    places: 3,
    freeDays: 1,
    daysPerPerson: undefined,
  },
  days: [],
  deeds: [],
})

export const hearthside: RoundScript = {
  key: 'hearthside',
  community: 'hearthside',
  folder: 'hearthside',
  mod: 'tane',
  planned: [-20, '09:00'],
  opened: [-19, '09:30'],
  first: -2,
  last: 3,
  claimsOpen: [-14, '18:00'],
  plan: { name: 'A Kettle Each', theme: 'Small kindnesses in kitchens', places: 1, freeDays: 1, daysPerPerson: 1 },
  days: [],
  deeds: [
    { at: [-14, '18:02'], who: 'inkcap', does: 'take', day: -2 },
    { at: [-13, '19:40'], who: 'hedgewitch', does: 'take', day: -1 },
    { at: [-11, '23:05'], who: 'wren', does: 'take', day: 0 },
    { at: [-9, '17:50'], who: 'lowtide', does: 'take', day: 2 },
    { at: [-2, '14:10'], who: 'inkcap', does: 'post', file: 'marmalade-a-method.txt' },
    { at: [-1, '18:45'], who: 'hedgewitch', does: 'post', file: 'the-good-scissors.md' },
  ],
}
