// Every page of accounts: no fault of access, nothing sticks out on a phone, no complaint.
import { lifeOfAccounts } from '#tests/support/browser-accounts.ts'
import { everyPage } from '#tests/support/browser-every-page.ts'

everyPage('of accounts', lifeOfAccounts, { mail: 'shown' })
