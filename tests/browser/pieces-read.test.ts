// Pieces as they are read and listed, by guests and by their writers: no fault of access, nothing sticks out, no complaint.
import { everyPage } from '#tests/support/browser-every-page.ts'
import { piecesOfARound } from '#tests/support/browser-pieces.ts'

everyPage('with pieces', piecesOfARound, {})
