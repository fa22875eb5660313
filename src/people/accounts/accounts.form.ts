// What people say when they join and when they sign in.
import { emailAddress, password, text, zone } from '#src/kit/form-fields.ts'

const zoneHint = 'Your day begins and ends at your own midnight. You can change it at any time.'

export const personFields = {
  name: text({
    label: 'Your name here',
    hint: 'The name others see: a pen name is fine.',
    maxLength: 60,
    autocomplete: 'nickname',
  }),
  email: emailAddress({ label: 'E-mail', hint: 'Nobody sees it, not even the mods.' }),
  password: password({ label: 'Password', hint: 'At least 10 characters.', isNew: true }),
  zone: zone({ label: 'Your time zone', hint: zoneHint }),
}

export const joinForm = { fields: personFields }

/** Of somebody whose name is kept here. */
const { name: _, ...withoutName } = personFields
export const joinUnderForm = { fields: withoutName }

export const signInForm = {
  fields: {
    email: emailAddress({ label: 'E-mail', autocomplete: 'username' }),
    password: password({ label: 'Password', isNew: false }),
  },
}

export const zoneForm = {
  fields: { zone: zone({ label: 'Your time zone', hint: 'Times on every page are shown in it.' }) },
}
