// Every page of a site's first hour: no fault of access, nothing sticks out on a phone, no complaint, nobody else is asked.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { firstSteps } from '#tests/support/browser-first-steps.ts'

everyPage('of a site’s first hour', firstSteps, { empty: true })
