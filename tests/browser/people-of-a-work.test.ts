// The people around a work, in Chromium: no fault of access on any of their pages, nothing sticks out, no complaint.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { peopleOfWork } from '#tests/support/browser-people.ts'

everyPage('of the people of a work', peopleOfWork, {})
