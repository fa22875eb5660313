// Tidies the tree of a text: one named step for each kind of disorder, in the order in which one uncovers the next. What
// its writer wants left as it came is left. The tree itself is changed; the sanitiser comes afterwards.
import type { Root } from '../tree.ts'
import { pausesFromBlanks } from './blank-pauses.ts'
import { closeEmpty } from './empty.ts'
import { leadBack } from './footnotes.ts'
import { resolveJournal } from './journal.ts'
import type { Tidied, TidyKind } from './kinds.ts'
import { repairLetters } from './letters.ts'
import { keepLineEnds } from './line-ends.ts'
import { resolveOffice } from './office.ts'
import { paragraphsFromBreaks } from './paragraphs.ts'
import { makePausesAlike } from './scene-breaks.ts'
import { openTally, type Tally } from './tally.ts'
import { keepVerse } from '../verse/verse.ts'
import { takeOutUnseen } from './unseen.ts'

export type TidiedTree = {
  readonly tidied: readonly Tidied[]
  /** Letters and digits that were part of a scene break ("oOo"): the only ones that go. */
  readonly lettersOfPauses: string
}

type Step = (tree: Root, tally: Tally, lost: (letters: string) => void) => void

const steps: readonly (readonly [TidyKind, Step])[] = [
  ['letters', repairLetters],
  ['unseen', takeOutUnseen],
  ['journal', resolveJournal],
  ['office', resolveOffice],
  ['lines', keepLineEnds],
  ['paragraphs', paragraphsFromBreaks],
  ['pauses', pausesFromBlanks],
  ['empty', closeEmpty],
  ['scene-breaks', makePausesAlike],
  ['footnotes', leadBack],
]

export function tidy(tree: Root, leave: readonly TidyKind[] = []): TidiedTree {
  const tally = openTally()
  let lost = ''
  for (const [kind, step] of steps)
    if (!leave.includes(kind)) step(tree, tally, (letters) => (lost += letters.replace(/[^\p{L}\p{N}]/gu, '')))
  if (leave.includes('verse')) keepVerse(tree)
  return { tidied: tally.told(), lettersOfPauses: lost }
}
