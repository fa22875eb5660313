// Chapters, in Chromium: no fault of access on any of their pages, nothing sticks out, no complaint.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { workOfChapters } from '#tests/support/browser-chapters.ts'

everyPage('of chapters', workOfChapters, {})
