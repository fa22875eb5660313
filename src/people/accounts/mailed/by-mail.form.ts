// What people say who come in by mail: their address, or a new password.
import { emailAddress, password } from '#src/kit/form-fields.ts'

export const askForLinkForm = {
  fields: { email: emailAddress({ label: 'E-mail', autocomplete: 'username' }) },
}

export const newPasswordForm = {
  fields: { password: password({ label: 'New password', hint: 'At least 10 characters.', isNew: true }) },
}
