// The lines that may go with asking to join, and with the mods' answer.
import { optionalText } from '#src/kit/form-fields.ts'

export const askingForm = {
  fields: {
    says: optionalText({
      label: 'A line to the mods',
      hint: 'Who you are, how you came here: whatever helps. Only the mods read it.',
      maxLength: 500,
      isLong: true,
    }),
  },
}

export const answeringForm = {
  fields: {
    line: optionalText({ label: 'A line to them', hint: 'It goes with your answer.', maxLength: 500 }),
  },
}
