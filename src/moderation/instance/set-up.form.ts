// What the first person says, the site's name and their own; and what admins may change of it later.
import { text } from '#src/kit/form-fields.ts'
import { personFields } from '#src/people/accounts/accounts.form.ts'

const siteName = (hint: string) => text({ label: 'Name of the site', hint, maxLength: 60 })

export const setUpForm = {
  fields: {
    siteName: siteName('It stands at the top of every page. It can be changed later.'),
    ...personFields,
  },
}

export const siteForm = { fields: { siteName: siteName('It stands at the top of every page and of every mail.') } }
