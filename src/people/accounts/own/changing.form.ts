// What somebody types to change their own account: the password they have, and what is to be instead.
import type { Field } from '#src/kit/form.ts'
import { emailAddress, password } from '#src/kit/form-fields.ts'

const current = password({ label: 'Your password', isNew: false })

export const addressForm = {
  fields: {
    email: emailAddress({ label: 'New address', hint: 'It counts once you have confirmed it by a mail to it.' }),
    current,
  },
}

const next = password({ label: 'New password', hint: 'At least 10 characters.', isNew: true })

/** Whoever came by a mailed link may have none to type. */
const perhapsCurrent: Field<string> = { ...current, read: (typed) => ({ value: typed }) }

export const passwordForm = { fields: { current: perhapsCurrent, password: next } }
