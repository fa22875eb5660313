// What a mod has changed of one's piece, told to its writer alone: in their words, with what it was and the way back.
import type { Correction } from '#src/library/works/correcting/corrections.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm, ButtonLink } from '#src/ui/forms.tsx'
import { Slip } from '#src/ui/prose.tsx'

type ChangedProps = {
  readonly changed: readonly (Correction & { readonly title?: string })[]
  readonly csrf: string
}

/** On the page of the piece no title is needed. */
export function ChangedByMods({ changed, csrf }: ChangedProps) {
  return (
    <>
      {changed.map(({ id, work, line, title }) => (
        <Slip tone="mine">
          <p class="small">
            <b>
              A mod has changed the header
              {title === undefined ? null : (
                <>
                  {' '}
                  of <a href={paths.work(work)}>{title}</a>
                </>
              )}
              :
            </b>{' '}
            “{line}”
          </p>
          <div class="row">
            <ButtonForm
              to={paths.workPuttingBack(work)}
              csrf={csrf}
              fields={{ correction: String(id) }}
              label="Put it back as it was"
              about={title ?? ''}
              look="plain"
              size="small"
              icon="undo"
            />
            <ButtonLink to={paths.workHistory(work)} look="quiet" size="small">
              What was changed
            </ButtonLink>
          </div>
        </Slip>
      ))}
    </>
  )
}
