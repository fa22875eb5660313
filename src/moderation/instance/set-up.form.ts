// What the first person says: the site's name and their own.
import { text } from '#src/kit/form-fields.ts'
import { personFields } from '#src/people/accounts/accounts.form.ts'

export const setUpForm = {
  fields: {
    siteName: text({
      label: 'Name of the site',
      hint: 'It stands at the top of every page. It can be changed later.',
      maxLength: 60,
    }),
    ...personFields,
  },
}
