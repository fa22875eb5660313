// What mods do on a day that goes wrong, in Chromium: no fault of access, nothing sticks out, no complaint.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { modsAtWork } from '#tests/support/browser-mods.ts'

everyPage('of mods at work', modsAtWork, {})
