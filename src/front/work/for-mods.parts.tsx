// Beside a piece, for its writer and the mods: what the mods have decided about it and why; and for mods what they can do.
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink } from '#src/ui/forms.tsx'
import { Icon } from '#src/ui/marks.tsx'
import { Slip } from '#src/ui/prose.tsx'
import type { WorkShown } from './work-shown.ts'

type Shown = { readonly shown: WorkShown; readonly csrf: string }

const rulingWords = {
  hidden: { says: 'The mods have hidden this for now:', undo: 'Show it again', to: paths.workHiding },
  'not-counted': {
    says: 'The mods say that this does not count for its day:',
    undo: 'Let it count',
    to: paths.workCounting,
  },
} as const

export function Rulings({ shown: { work, rulings, mayCorrect, home }, csrf }: Shown) {
  const about = `About “${work.title}”`
  return (
    <>
      {rulings.map(({ kind, reason }) => (
        <Slip tone="waiting">
          <p class="small">
            <b>{rulingWords[kind].says}</b> {reason}
          </p>
          {mayCorrect ? (
            <ButtonForm
              to={rulingWords[kind].to(work.id)}
              csrf={csrf}
              fields={{ do: 'undo' }}
              label={rulingWords[kind].undo}
              look="plain"
              size="small"
            />
          ) : home === undefined ? null : (
            <ButtonLink to={asking(paths.newLetter(home.community.slug), { about })} look="plain" size="small">
              Write to the mods
            </ButtonLink>
          )}
        </Slip>
      ))}
    </>
  )
}

/** One link a line; what is done already is undone above. */
export function ForMods({ shown: { work, place, rulings, mayCorrect, mayEdit } }: Pick<Shown, 'shown'>) {
  if (!mayCorrect) return null
  const is = (kind: 'hidden' | 'not-counted'): boolean => rulings.some((ruling) => ruling.kind === kind)
  const isForDay = place?.piece.claim != null && (place.piece.role === 'main' || place.piece.role === 'part')
  const ways = [
    ...(mayEdit ? [] : [{ to: paths.workCorrection(work.id), says: 'Correct the header' }]),
    ...(is('hidden') ? [] : [{ to: paths.workHiding(work.id), says: 'Hide it for now' }]),
    ...(isForDay ? [{ to: paths.workCounting(work.id), says: 'Do not count it for its day' }] : []),
  ]
  if (ways.length === 0) return null
  return (
    <div class="small stack">
      <p class="soft">For mods</p>
      <ul class="stack">
        {ways.map(({ to, says }) => (
          <li>
            <a href={to}>
              <Icon name="shield" /> {says}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
