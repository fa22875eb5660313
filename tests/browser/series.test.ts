// Series, in Chromium: no fault of access on any of their pages, nothing sticks out, no complaint.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { seriesOfWorks } from '#tests/support/browser-series.ts'

everyPage('of series', seriesOfWorks, {})
