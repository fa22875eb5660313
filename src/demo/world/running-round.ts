// The round that runs, with today in the middle of it: every state that a day, a claim and a piece can be in.
import type { CalendarDay } from '#src/kit/days.ts'
import { dayOn, type RoundScript, seasonOf } from './script.ts'

const FIRST = -9

export const LAST_FREE_DAY = 10

export const runningRound = (today: CalendarDay): RoundScript => ({
  key: 'running',
  community: 'tidewater',
  folder: 'running-round',
  mod: 'mara',
  planned: [-34, '20:40'],
  opened: [-33, '19:00'],
  first: FIRST,
  last: 8,
  claimsOpen: [-26, '20:00'],
  plan: {
    name: `Lantern Season, ${seasonOf(dayOn(today, FIRST))}`,
    theme: 'Letters never sent',
    places: 1,
    freeDays: 2,
    daysPerPerson: 2,
  },
  days: [
    { day: -7, places: 2 },
    { day: -5, kind: 'closed', places: 0, note: 'the coast keeps quiet for the bell' },
    { day: -4, kind: 'free', places: 0 },
    { day: -1, places: 2 },
    { day: 0, places: 2 },
    { day: 4, kind: 'free', places: 0 },
    { day: 8, places: 2 },
  ],
  deeds: [...claiming, ...posting],
})

const claiming: RoundScript['deeds'] = [
  { at: [-26, '20:01'], who: 'oriel', does: 'take', day: 0 },
  { at: [-26, '20:03'], who: 'penny', does: 'take', day: -9 },
  { at: [-26, '20:15'], who: 'salt', does: 'take', day: -7 },
  { at: [-26, '21:40'], who: 'otter', does: 'take', day: 0 },
  { at: [-25, '07:55'], who: 'juniper', does: 'take', day: -8 },
  { at: [-25, '08:30'], who: 'tane', does: 'take', day: 1 },
  { at: [-25, '18:22'], who: 'north', does: 'take', day: -7 },
  { at: [-24, '19:10'], who: 'ismay', does: 'take', day: -2 },
  { at: [-23, '12:00'], who: 'mara', does: 'enter', name: 'Ana of the Reeds', day: -6 },
  { at: [-23, '12:02'], who: 'mara', does: 'enter', name: 'mossandmortar', day: 6 },
  { at: [-22, '21:09'], who: 'fennimore', does: 'take', day: -3 },
  { at: [-21, '17:45'], who: 'tidewrack', does: 'take', day: -1 },
  { at: [-19, '22:31'], who: 'thistle', does: 'take', day: 7 },
  { at: [-16, '20:20'], who: 'quillfeather', does: 'take', day: -1 },
  { at: [-12, '09:04'], who: 'lowtide', does: 'take', day: 8 },
  { at: [-10, '05:40'], who: 'ismay', does: 'move', day: 3 },
  { at: [-10, '19:15'], who: 'hedgewitch', does: 'take', day: -2 },
  { at: [-3, '21:50'], who: 'thistle', does: 'give back' },
]

const posting: RoundScript['deeds'] = [
  { at: [-9, '08:15'], who: 'penny', does: 'post', file: 'first-light-forwarded.txt' },
  { at: [-8, '20:30'], who: 'juniper', does: 'post', file: 'a-kitchen-not-to-scale.txt' },
  { at: [-7, '10:12'], who: 'salt', does: 'post', file: 'harbour-book-fair-copy.txt' },
  {
    at: [-7, '21:48'],
    who: 'north',
    does: 'post',
    file: 'eleven-songs-for-a-fog-signal.txt',
    says: { link: 'https://mixes.example/northbynorth/fog-signal', text: '' },
  },
  { at: [-6, '12:30'], who: 'mara', does: 'post', file: 'what-june-kept.md', claimOf: 'Ana of the Reeds' },
  { at: [-4, '16:05'], who: 'ismay', does: 'post', file: 'postscript-with-gulls.txt', claimOf: 'nobody' },
  { at: [-4, '19:20'], who: 'juniper', does: 'post', file: 'soundings-in-spoons.html' },
  {
    at: [-4, '23:02'],
    who: 'wren',
    does: 'post',
    file: 'tide-table-for-the-sleepless.txt',
    claimOf: 'nobody',
    says: { audience: 'members' },
  },
  { at: [-3, '22:55'], who: 'fennimore', does: 'post', file: 'to-the-finder-perhaps.md' },
  { at: [-3, '23:20'], who: 'otter', does: 'post', file: 'salt-in-the-ink.html' },
  { at: [-2, '20:40'], who: 'fennimore', does: 'post', file: 'the-bottle-has-views.md' },
  { at: [-2, '21:12'], who: 'hedgewitch', does: 'say later' },
  { at: [-2, '21:30'], who: 'tane', does: 'post', file: 'the-pilots-daughter-explains.txt' },
  { at: [-1, '21:10'], who: 'oriel', does: 'draft', file: 'ninety-fathoms-of-grey-wool.txt' },
  { at: [-1, '23:30'], who: 'tidewrack', does: 'post', file: 'somebody-staying-up.html' },
]
