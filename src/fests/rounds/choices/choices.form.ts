// What mods choose about pieces that come early, later or after the round: when it is planned, and while it runs.
import type { Field } from '#src/kit/form.ts'
import { inks } from '#src/kit/colours/inks.ts'
import {
  choice,
  colour,
  number,
  optionalMoment,
  optionalNumber,
  optionalText,
  text,
  zone,
} from '#src/kit/form-fields.ts'

const early = choice({
  label: 'Pieces that are ready before their day',
  initial: 'wait',
  choices: [
    { value: 'wait', label: 'Wait for it', hint: 'They go up by themselves when their day begins.' },
    { value: 'may', label: 'May go up at once', hint: 'Their writers are asked when.' },
  ],
})

const allowsEarly: Field<boolean> = {
  ...early,
  read(typed) {
    const read = early.read(typed)
    return 'error' in read ? read : { value: read.value === 'may' }
  },
}

export const choiceFields = {
  allowsEarly,
  laterRule: choice({
    label: 'Pieces that come after their grace, on a day that is not free for all',
    initial: 'waits',
    choices: [
      {
        value: 'waits',
        label: 'Wait for the next free-for-all day',
        hint: 'Where none comes any more they go up at once.',
      },
      { value: 'at-once', label: 'Go up at once' },
    ],
  }),
  afterRound: choice({
    label: 'Pieces that come when the round is over',
    initial: 'always',
    choices: [
      { value: 'always', label: 'Are always welcome' },
      { value: 'until-next', label: 'Are welcome until the next round is opened' },
      { value: 'ask-mods', label: 'The mods are asked first' },
    ],
  }),
}

/** The same for planning a round and for changing it: what people call it, and how much of it each may have. */
export const roundWords = {
  name: text({ label: 'Name of the round', hint: 'As people call it: Lantern Season, Autumn 2026.', maxLength: 100 }),
  theme: optionalText({ label: 'Theme', maxLength: 200 }),
}

export const roundMeasures = {
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
}

/** Until the round is opened: afterwards people go by it. */
export const startFields = {
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
  claimsOpen: optionalMoment({
    label: 'Claiming opens',
    hint: 'In the round’s time zone. Leave it empty to let people claim as soon as you open the round.',
  }),
}

const named = (ink: string): string => `${ink.slice(0, 1).toUpperCase()}${ink.slice(1)}`

export const inkFields = {
  ink: choice({
    label: 'Ink and cloth of its pages',
    initial: 'house',
    choices: [
      { value: 'house', label: 'The house’s' },
      ...inks.map((ink) => ({ value: ink, label: named(ink) })),
      { value: 'own', label: 'A colour of its own' },
    ],
  }),
  colour: colour({
    label: 'The colour of its own',
    hint: 'Only its hue is taken. How dark and how strong it is, we choose so that everybody can read it.',
    initial: '#2b6f9e',
  }),
}

export const changeForm = { fields: { ...roundWords, ...roundMeasures, ...choiceFields, ...inkFields } }

export const changePlanForm = { fields: { ...changeForm.fields, ...startFields } }
