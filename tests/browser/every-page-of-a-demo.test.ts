// Every kind of page of a demo: its links, and the strip above all others.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { demoSights } from '#tests/support/browser-demo.ts'
import { demoOptions } from '#tests/world/demo.ts'

everyPage('of a demo', demoSights, { ...demoOptions, at: '2026-11-25T13:00:00.000Z' })
