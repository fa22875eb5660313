// What a mod says when a member is removed.
import { choice, optionalText } from '#src/kit/form-fields.ts'

export const removingForm = {
  fields: {
    back: choice({
      label: 'After that',
      initial: 'yes',
      choices: [
        { value: 'yes', label: 'They may join again', hint: 'As everybody can.' },
        { value: 'no', label: 'They may not join again', hint: 'Until a mod lifts it, on the page of the members.' },
      ],
    }),
    line: optionalText({
      label: 'A line to them',
      hint: 'It goes into the mail that tells them.',
      maxLength: 500,
      isLong: true,
    }),
  },
}
