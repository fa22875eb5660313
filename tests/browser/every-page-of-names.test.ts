// Every page of names and of leaving: no fault of access, nothing sticks out on a phone, no complaint.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { lifeOfNames } from '#tests/support/browser-names.ts'

everyPage('of names', lifeOfNames, {})
