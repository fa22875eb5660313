// What is said of a key link: where a mod has it mailed, and who somebody is that takes a day without an account.
import { emailAddress, id, text, zone } from '#src/kit/form-fields.ts'

export const keyForm = {
  fields: {
    email: emailAddress({
      label: 'Their e-mail',
      hint: 'Nobody is shown it again, not even you.',
      autocomplete: 'off',
    }),
  },
}

export const guestClaimForm = {
  fields: {
    day: id({ label: 'Day' }),
    name: text({
      label: 'Your name here',
      hint: 'The calendar shows it: a pen name is fine.',
      maxLength: 60,
      autocomplete: 'nickname',
    }),
    email: emailAddress({
      label: 'E-mail',
      hint: 'A link is mailed there, with which you look after the day. Nobody sees it, not even the mods.',
    }),
    zone: zone({ label: 'Your time zone', hint: 'Your day begins and ends at your own midnight.' }),
  },
}
