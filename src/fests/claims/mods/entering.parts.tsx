// The mods' line on the page of a round: for somebody who answered by mail or elsewhere and has no account, a name, a day, done.
import { claimForAnotherForm } from '#src/fests/claims/claims.form.ts'
import type { RoundShown } from '#src/fests/claims/round-shown.ts'
import { sayDay } from '#src/kit/date-words.ts'
import { asFirst } from '#src/platform/web/forms.ts'
import type { Again } from '#src/platform/web/web.ts'
import type { ZoneGroup } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { Head } from '#src/ui/prose.tsx'

type EnteringProps = {
  readonly shown: RoundShown
  readonly again: Again
  /** What came back is this form, and not another one of the page. */
  readonly isAgain: boolean
  /** The day for which a mod wants to enter somebody. */
  readonly wanted: string | undefined
  readonly zones: readonly ZoneGroup[]
  /** Where none is sent, nobody is asked for an address. */
  readonly sendsMail: boolean
  readonly csrf: string
}

export function EnterSomebody({ shown, again, isAgain, wanted, zones, sendsMail, csrf }: EnteringProps) {
  const { community, round, daysToEnter } = shown
  const begun = wanted === undefined ? asFirst : { ...asFirst, entries: new Map([['day', wanted]]) }
  const state = isAgain ? again : begun
  const choices = daysToEnter.map((day) => ({ value: String(day.id), label: sayDay(day.on) }))
  if (choices.length === 0 && state.refusal === undefined && state.errors.size === 0) return null
  return (
    <section id="for-another">
      <Head title="Enter somebody" aside="who answered elsewhere, or has no account" />
      {state.refusal && state.errors.size === 0 ? (
        <RefusalSlip sentence={state.refusal.sentence} />
      ) : (
        <ErrorSummary errors={state.errors} within="another" />
      )}
      <Form to={paths.claimForAnother(community.slug, round.slug)} csrf={csrf} label="Enter somebody" room="wide">
        <div class={sendsMail ? 'fields-line fields-line--two' : 'fields-line'}>
          <FormFields
            form={claimForAnotherForm}
            state={state}
            lists={{ day: choices, zone: zones }}
            only={['name', 'day', 'zone', ...(sendsMail ? (['email'] as const) : [])]}
            within="another"
          />
          <Buttons>
            <Button look="plain">Enter the claim</Button>
          </Buttons>
        </div>
      </Form>
    </section>
  )
}
