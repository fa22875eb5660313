// What mods say of a round when they plan it.
import { choice, date, number, optionalMoment, optionalNumber, optionalText, text, zone } from '#src/kit/form-fields.ts'

export const roundForm = {
  fields: {
    name: text({ label: 'Name of the round', hint: 'As people call it: Lantern Season, Autumn 2026.', maxLength: 100 }),
    theme: optionalText({ label: 'Theme', maxLength: 200 }),
    first: date({ label: 'First posting day' }),
    last: date({ label: 'Last posting day' }),
    places: number({
      label: 'Places on each day',
      hint: 'How many people can have the same day. Single days can differ later.',
      min: 1,
      max: 1000,
      initial: '1',
    }),
    freeDays: number({
      label: 'Free-for-all days after that',
      hint: 'Days on which everybody may post, and where a piece that comes later is welcome.',
      min: 0,
      max: 60,
      initial: '2',
    }),
    midnight: choice({
      label: 'Whose midnight counts',
      initial: 'poster',
      choices: [
        { value: 'poster', label: 'Each writer’s own', hint: 'The day begins and ends where the writer is.' },
        { value: 'round', label: 'The round’s', hint: 'The same moment for everybody.' },
        { value: 'everywhere', label: 'The last one on earth', hint: 'The day is over when it is over everywhere.' },
      ],
    }),
    zone: zone({
      label: 'The round’s time zone',
      hint: 'For the moment claiming opens, and for midnight where the round’s counts.',
    }),
    graceDays: number({
      label: 'Days of grace',
      hint: 'So many days after the day itself a piece still counts as on time. Nobody has to ask.',
      min: 0,
      max: 14,
      initial: '1',
    }),
    daysPerPerson: optionalNumber({
      label: 'Days each person may take',
      hint: 'Leave it empty for as many as they like.',
      min: 1,
      max: 366,
      initial: '1',
    }),
    claimsOpen: optionalMoment({
      label: 'Claiming opens',
      hint: 'In the round’s time zone. Leave it empty to let people claim as soon as you open the round.',
    }),
  },
}
