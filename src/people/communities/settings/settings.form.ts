// What the mods of a community say of it: its words, its rules, how one comes in and who posts.
import { choice, optionalText, text, zone } from '#src/kit/form-fields.ts'

export const settingsForm = {
  fields: {
    name: text({ label: 'Name of the community', hint: 'Its address stays as it is.', maxLength: 80 }),
    about: optionalText({
      label: 'What it is about',
      hint: 'A sentence or two for people who come by for the first time.',
      maxLength: 2_000,
      isLong: true,
    }),
    rules: optionalText({
      label: 'Its rules',
      hint: 'They stand on its page, and before the button to join. Markdown works.',
      maxLength: 20_000,
      isLong: true,
    }),
    joining: choice({
      label: 'Joining',
      hint: 'Whoever is a member stays one, whatever is chosen here.',
      choices: [
        { value: 'open', label: 'Open', hint: 'Whoever has an account joins by a button.' },
        { value: 'approval', label: 'By asking', hint: 'People ask, with a line if they like; a mod says yes or no.' },
        { value: 'invitation', label: 'By invitation', hint: 'Only with a link that a mod has sent.' },
      ],
    }),
    posting: choice({
      label: 'Who takes days, and posts on free-for-all days',
      hint: 'A day that somebody has already stays theirs, with its piece.',
      choices: [
        { value: 'members', label: 'Every member' },
        {
          value: 'approved',
          label: 'Members the mods approve',
          hint: 'One by one, on the page of its members.',
        },
        { value: 'mods', label: 'The mods alone', hint: 'They can enter others for a day.' },
      ],
    }),
    zone: zone({
      label: 'Its time zone',
      hint: 'For its own dates and hours; every member keeps their own midnight unless a round says otherwise.',
    }),
  },
}
