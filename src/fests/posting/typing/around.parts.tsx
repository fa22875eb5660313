// The form of a piece with what stands around it: offers of what was typed before, what was saved meanwhile, and its keeping.
import type { PropsWithChildren } from 'hono/jsx'
import { Refused } from '#src/fests/posting/composer/composer.parts.tsx'
import { Changed } from '#src/fests/posting/history/compared.parts.tsx'
import type { Around } from './around.form.ts'
import { Keeping, OfferedTypings } from './typing.parts.tsx'

type AroundFormProps = Around & {
  /** Where the form is sent. */
  readonly to: string
  /** Under which it is kept. */
  readonly place: string | undefined
}

export function AroundForm(props: PropsWithChildren<AroundFormProps>) {
  const { again, changed, place, viewer, isUnsaved } = props
  return (
    <>
      <OfferedTypings {...props} />
      {changed ? <Refused {...props} /> : null}
      {changed ? <Changed of={changed} title="What is yours, against what was saved meanwhile" /> : null}
      <Keeping place={place} viewer={viewer} number={again.entries.get('typing')} isUnsaved={isUnsaved}>
        {props.children}
      </Keeping>
    </>
  )
}
