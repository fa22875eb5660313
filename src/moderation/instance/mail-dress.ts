// What mails are dressed with: the site's name, and links whose secret is made when they are sent.
import { makeKeyPath } from '#src/fests/claims/keys/keys.ts'
import { makeMailedPath } from '#src/people/accounts/mailed/mailed-links.ts'
import type { Dress } from '#src/platform/mail/delivery.ts'
import { siteName } from './settings.ts'

export const dressFor = (origin: string): Dress => ({
  origin,
  siteName,
  secretPath: (ctx, { purpose, account, email, ...rest }) =>
    account === null ? makeKeyPath(ctx, { purpose, email }) : makeMailedPath(ctx, { purpose, account, email, ...rest }),
})
