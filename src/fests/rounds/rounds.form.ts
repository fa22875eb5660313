// What mods say of a round when they plan it.
import { choice, date, number, optionalMoment, zone } from '#src/kit/form-fields.ts'
import { choiceFields, roundMeasures, roundWords } from './choices/choices.form.ts'

export const roundForm = {
  fields: {
    ...roundWords,
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
      label: 'Free-for-all days after the last posting day',
      hint: 'Days on which everybody may post, and where a piece that comes later is welcome. Without one it is welcome until the round is over.',
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
    ...roundMeasures,
    claimsOpen: optionalMoment({
      label: 'Claiming opens',
      hint: 'In the round’s time zone. Leave it empty to let people claim as soon as you open the round.',
    }),
    ...choiceFields,
  },
}
