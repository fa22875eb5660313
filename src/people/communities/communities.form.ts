// What is said of a new community.
import { optionalText, text, zone } from '#src/kit/form-fields.ts'

export const communityForm = {
  fields: {
    name: text({ label: 'Name of the community', maxLength: 80 }),
    about: optionalText({
      label: 'What it is about',
      hint: 'A sentence or two for people who come by for the first time.',
      maxLength: 2_000,
      isLong: true,
    }),
    zone: zone({
      label: 'Its time zone',
      hint: 'For its own dates and hours; every member keeps their own midnight unless a round says otherwise.',
    }),
  },
}
