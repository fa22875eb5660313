// Every page of works that are not text, and of poems, is held against what must be true of every page.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { worksOfOtherKinds } from '#tests/support/browser-art.ts'

everyPage('of works of other kinds', worksOfOtherKinds, {})
