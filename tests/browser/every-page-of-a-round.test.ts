// Every page of a round, before, within and after it: no fault of access, nothing sticks out on a phone, no complaint.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { lifeOfRound } from '#tests/support/browser-sights.ts'

everyPage('of a round and its days', (at) => lifeOfRound(at, (name) => /^(round|days)/.test(name)), {})
