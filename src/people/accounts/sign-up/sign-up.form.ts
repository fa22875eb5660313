// What strangers say when they make an account, and what admins say about who may.
import { choice } from '#src/kit/form-fields.ts'
import { personFields } from '../accounts.form.ts'

export const signUpForm = { fields: personFields }

export const signUpRuleForm = {
  fields: {
    rule: choice({
      label: 'Who may make an account',
      choices: [
        { value: 'open', label: 'Everybody', hint: 'An address that nobody has confirmed holds a day for 48 hours.' },
        { value: 'invited', label: 'Whoever is invited', hint: 'Mods make links, each for one person.' },
      ],
    }),
  },
}
