// Every page around a round, claims and refusals among them: no fault of access, nothing sticks out on a phone, no complaint.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { lifeOfRound } from '#tests/support/browser-sights.ts'

everyPage('of people, communities and claims', (at) => lifeOfRound(at, (name) => !/^(round|days)/.test(name)), {})
