// What mods say of a round when they plan it.
import { date, number } from '#src/kit/form-fields.ts'
import { choiceFields, roundMeasures, roundWords, startFields } from './choices/choices.form.ts'

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
      label: 'Free-for-all days at the end',
      hint: 'Days on which everybody may post, and where a piece that comes later is welcome. Without one it is welcome until the round is over.',
      min: 0,
      max: 60,
      initial: '2',
    }),
    ...startFields,
    ...roundMeasures,
    ...choiceFields,
  },
}
