// The sentences with which the table of claims says no. Each says what is so; what can be done instead is offered by the page.

import type { ClaimRefusal } from '#src/fests/claims/table/claim-row.ts'
import type { Standing } from '#src/fests/claims/table/claim-states.ts'

function closed(code: string, sentence: string): ClaimRefusal {
  return { kind: 'closed', code: `claim/${code}`, sentence }
}

function taken(code: string, sentence: string): ClaimRefusal {
  return { kind: 'taken', code: `claim/${code}`, sentence }
}

export const NO = {
  claimingNotYet: closed('not-yet', 'Claiming has not opened for this day yet.'),
  claimingOver: closed('over', 'Claiming is over for this day.'),
  notForClaiming: closed('not-for-claiming', 'This day is not one that can be claimed.'),
  dayOver: closed('day-over', 'This day is over, and another one is needed.'),
  noPlace: taken('taken', 'The last place on this day has been taken.'),
  tooManyDays: {
    kind: 'limit',
    code: 'claim/limit',
    sentence: 'That is as many days as one person may hold in this round.',
  },
  dayHasBegun: closed('day-has-begun', 'The day has begun. From here on a mod can give another one.'),
  newDayFromMods: closed(
    'new-day-from-mods',
    'A new day for this piece is given by the mods. It is welcome on any free-for-all day.',
  ),
  mainIsIn: taken(
    'main-is-in',
    'The main piece for this day has been handed in. Another one can be posted as an extra.',
  ),
  mainIsScheduled: taken(
    'main-is-scheduled',
    'The main piece is handed in and goes up by itself. Put it back to draft first.',
  ),
  notEarly: closed(
    'not-early',
    'This round puts pieces up on their day. This one can be scheduled for the start of its day.',
  ),
  tooSoonToSay: closed(
    'too-soon',
    'This can be said from 24 hours before the day begins. Until then the day can be moved or given back.',
  ),
  saidAlready: taken('said-already', 'The piece is expected on a free-for-all day already. Nothing more is needed.'),
  graceIsOver: closed('grace-is-over', 'The grace of this day is over. The piece is welcome whenever it is ready.'),
  undoIsOver: closed('undo-is-over', 'The time for taking the day back is over. The piece is welcome as an extra.'),
  placeIsGone: taken('place-is-gone', 'Somebody else has the place by now. The piece is welcome as an extra.'),
  extraOnly: closed('extra-only', 'This day is no longer held. The piece is welcome as an extra.'),
  nextRoundOpened: closed('next-round-open', 'The next round has opened, and this one takes no more pieces.'),
  askMods: {
    kind: 'forbidden',
    code: 'claim/ask-mods',
    sentence: 'The round is over. The mods would like to be asked before a piece is added.',
  },
  nothingWaits: { kind: 'missing', code: 'claim/nothing-waits', sentence: 'No piece is waiting here.' },
  noMain: { kind: 'missing', code: 'claim/no-main', sentence: 'There is no main piece here to take down.' },
  restoreIsOver: closed(
    'restore-is-over',
    'A piece can be put back for 30 days after it was taken down. It can be posted anew.',
  ),
  reasonMissing: { kind: 'missing', code: 'claim/reason-missing', sentence: 'A reason is needed here.' },
  sameState: taken('same-state', 'The claim is in this state already.'),
} as const satisfies Record<string, ClaimRefusal>

/** For an event that the table knows no row for in this state. */
export const NOT_FROM: Readonly<Record<Standing, ClaimRefusal>> = {
  none: { kind: 'missing', code: 'claim/none', sentence: 'There is no claim here.' },
  waiting: closed('is-waiting', 'This is a place on the waiting list. We write when a day comes free.'),
  offered: closed('is-offered', 'A place is offered here, and waits to be accepted.'),
  held: taken('is-held', 'The day is held, and its piece is still to come.'),
  later: taken('is-later', 'The piece is expected on a free-for-all day. Nothing more is needed.'),
  kept: taken('is-kept', 'The piece for this day is in. It can be taken down on its own page.'),
  'given-back': closed('is-given-back', 'This day has been given back.'),
  'taken-over': taken('is-taken-over', 'Somebody else has taken this day over.'),
  closed: closed('is-closed', 'The round is over, and nothing more is needed.'),
}
