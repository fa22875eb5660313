// What is said when somebody leaves the site, and when they come back.
import { choice, emailAddress, password } from '#src/kit/form-fields.ts'

const works = choice({
  label: 'What becomes of what you wrote?',
  choices: [
    {
      value: 'named',
      label: 'It stays, with my name',
      hint: 'Readers keep it, and know whose it was. The name is nobody’s after you, for ever.',
    },
    {
      value: 'nameless',
      label: 'It stays, without my name',
      hint: 'Each work stands by itself, by “Somebody who has left”. Nothing tells that two of them were one person’s.',
    },
    {
      value: 'deleted',
      label: 'It goes with me',
      hint: 'Every work of yours is gone for everybody. Your days in calendars and lists are gone with it.',
    },
  ],
})

export const leavingForm = { fields: { works } }

export const lastWordForm = { fields: { works, password: password({ label: 'Your password', isNew: false }) } }

/** For those who have none, and have signed in just now. */
export const lastWordWithoutPassword = { fields: { works } }

export const comingBackForm = {
  fields: {
    email: emailAddress({ label: 'E-mail', hint: 'The address the account had.', autocomplete: 'username' }),
    password: password({ label: 'Password', isNew: false }),
  },
}
