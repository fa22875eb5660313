// Every page of letters and of asking to join is held against what must be true of every page.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { lettersOfPeople } from '#tests/support/browser-letters.ts'

everyPage('of letters', lettersOfPeople, {})
