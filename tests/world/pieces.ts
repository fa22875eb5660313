// Pieces that people of the named world hand in, with everything a piece can have.
import { type Posted, type Posting, postPiece } from '#src/fests/posting/posting.ts'
import type { WorkSaid } from '#src/library/works/works.ts'
import type { TestHouse } from '#tests/support/open-house.ts'
import { SANITISER_VERSION } from '#src/text/sanitiser-version.ts'
import type { PersonName } from './people.ts'
import type { Viewer } from '#src/platform/context.ts'
import { where } from './tidewater.ts'

/** Every part says what it is, so that whatever leaks can be told from the rest. */
export const saidOf = (change: Partial<WorkSaid['fields']> = {}, rest: Partial<WorkSaid> = {}): WorkSaid => ({
  fields: {
    title: 'Somebody Staying Up',
    form: 'ficlet',
    summary: 'The light on the Head has been out since Thursday, and Ines is not writing to anyone.',
    preface: 'My piece for this round is still on the slipway, so here is a small one.',
    epigraph: '“A light isn’t a promise. It’s only somebody staying up.”',
    epigraphBy: 'Tobias Wren, in “The Drowned Bell”',
    notes: 'Thanks to penny_post, and for the goose.',
    header: { beta: 'penny_post, sounding board', spoilers: 'none' },
    fandom: undefined,
    timing: 'Series 4, “The Drowned Bell”',
    place: undefined,
    link: undefined,
    ...change,
  },
  text: {
    source: 'The letter had got as far as Dear Tobias.',
    form: 'html',
    html: '<p>The letter had got as far as <em>Dear Tobias</em> and then, some time after eleven, as far as the inkwell.</p><p><s>You would have laughed.</s> <em>It is smaller than I remembered.</em></p><hr><p>“Well,” said June presently. “He’s up, then.”</p>',
    excerpt: 'The letter had got as far as Dear Tobias',
    words: 455,
    sanitiserVersion: SANITISER_VERSION,
  },
  tags: [
    { kind: 'character', name: 'Ines Marrable' },
    { kind: 'pairing', name: 'Ines/Tobias Wren' },
    { kind: 'rating', name: 'Teen' },
    { kind: 'warning', name: 'none needed' },
  ],
  places: ['https://journal.example/tidewrack/1'],
  isAdult: false,
  audience: 'everyone',
  ...rest,
})

export const post = (house: TestHouse, who: PersonName | Viewer, change: Partial<Posting> = {}): Promise<Posted> =>
  house.act(who, (ctx) =>
    postPiece(ctx, where, {
      said: saidOf(),
      work: undefined,
      claim: undefined,
      role: 'main',
      when: 'on-the-day',
      reservedName: undefined,
      onceKey: `${typeof who === 'string' ? who : who.kind} ${change.said?.fields.title ?? ''} ${house.now()}`,
      pressedAt: house.now(),
      zone: undefined,
      ...change,
    }),
  )
