// The page on which an account is made whose first name is one that is kept here.
import type { Again } from '#src/platform/web/web.ts'
import type { ZoneGroup } from '#src/platform/web/where.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { errorsOf } from '#src/platform/web/forms.ts'
import { Kicker } from '#src/ui/prose.tsx'
import { joinUnderForm } from '../accounts.form.ts'

type JoinUnderProps = {
  readonly name: string
  readonly again: Again
  readonly to: string
  readonly back: string
  readonly zones: readonly ZoneGroup[]
  readonly csrf: string
}

export function JoinUnder({ name, again, to, back, zones, csrf }: JoinUnderProps) {
  return (
    <>
      <Kicker>{name}</Kicker>
      <h1>Make an account</h1>
      <p class="lede">Your name here is {name}, with its days and works. You can choose more names later.</p>
      <ErrorSummary errors={errorsOf(again)} except="the password" />
      <Form to={to} csrf={csrf}>
        <FormFields form={joinUnderForm} state={again} lists={{ zone: zones }} />
        <Buttons>
          <Button>Make the account</Button>
          <ButtonLink to={back} look="plain">
            Back
          </ButtonLink>
        </Buttons>
      </Form>
    </>
  )
}
