// What is said when a day is taken, when a mod enters somebody, and when a claim is moved.
import { id, optionalEmailAddress, optionalZone, text } from '#src/kit/form-fields.ts'
import { underName } from '#src/people/accounts/names/names.form.ts'

const day = id({ label: 'Day' })

export const claimForm = { fields: { day, under: underName } }

export const claimForAnotherForm = {
  fields: {
    name: text({ label: 'Name', hint: 'Somebody without an account too: the name is kept for them.', maxLength: 60 }),
    day,
    zone: optionalZone({
      label: 'Their time zone',
      hint: 'Leave it open and the round’s counts, or their own if they have an account.',
    }),
    email: optionalEmailAddress({
      label: 'Their e-mail',
      hint: 'Gets a link with which they look after the day themselves. Nobody is shown it again, not even you.',
      autocomplete: 'off',
    }),
  },
}

export const moveForm = { fields: { day: id({ label: 'New day' }) } }
