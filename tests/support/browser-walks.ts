// All walks through all pages there are, for whoever looks at every one of them: the house each begins in, and its pages in the order of time.
import { demoOptions } from '#tests/world/demo.ts'
import { lifeOfAccounts } from './browser-accounts.ts'
import { worksOfOtherKinds } from './browser-art.ts'
import { workOfChapters } from './browser-chapters.ts'
import { postingAPiece } from './browser-composer.ts'
import { demoSights } from './browser-demo.ts'
import { firstSteps, type Sight } from './browser-first-steps.ts'
import type { BrowserHouse } from './browser-house.ts'
import { lifeOfKeys } from './browser-keys.ts'
import { lettersOfPeople } from './browser-letters.ts'
import { listsOfRound } from './browser-lists.ts'
import { modsAtWork } from './browser-mods.ts'
import { lifeOfNames } from './browser-names.ts'
import { piecesOfARound } from './browser-pieces.ts'
import { lifeOfRound } from './browser-sights.ts'
import { writing } from './browser-writing-sights.ts'
import type { Options } from './open-house.ts'

type Walk = {
  readonly options: Options
  readonly sights: (at: BrowserHouse, isWanted: (name: string) => boolean) => AsyncGenerator<Sight>
}

export const walks: Readonly<Record<string, Walk>> = {
  first: { options: { empty: true }, sights: firstSteps },
  accounts: { options: { mail: 'shown' }, sights: lifeOfAccounts },
  demo: { options: demoOptions, sights: demoSights },
  lists: { options: {}, sights: listsOfRound },
  pieces: { options: {}, sights: piecesOfARound },
  composer: { options: {}, sights: postingAPiece },
  mods: { options: {}, sights: modsAtWork },
  art: { options: {}, sights: worksOfOtherKinds },
  chapters: { options: {}, sights: workOfChapters },
  keys: { options: { mail: 'sent' }, sights: lifeOfKeys },
  letters: { options: {}, sights: lettersOfPeople },
  names: { options: {}, sights: lifeOfNames },
  round: { options: {}, sights: lifeOfRound },
  writing: { options: {}, sights: writing },
}
