// Pages of writing, of what was typed and not saved, and of earlier saves: no fault of access, nothing sticks out, no complaint.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { writing } from '#tests/support/browser-writing-sights.ts'

everyPage('of writing', writing, {})
