// Every page of whoever has no account: no fault of access, nothing sticks out on a phone, no complaint.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { lifeOfKeys } from '#tests/support/browser-keys.ts'

everyPage('of keys', lifeOfKeys, { mail: 'sent' })
