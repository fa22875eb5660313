// What stands in place of the text of a work for adults until its reader has said so. It works without scripts.
import { paths } from '#src/schema/paths.ts'
import { Button, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { Slip } from '#src/ui/prose.tsx'

export type AskedFirstProps = {
  /** Where the answer leads: to what was asked for. */
  readonly to: string
  readonly back: string
  readonly isSignedIn: boolean
  readonly csrf: string
}

export function AskedFirst({ to, back, isSignedIn, csrf }: AskedFirstProps) {
  return (
    <Slip tone="waiting">
      <p>
        <b>This piece is for adults.</b> It is shown once you say that you are one; you are asked once per visit.
      </p>
      <Form to={paths.adult} csrf={csrf} keep={{ back: to }}>
        <Buttons>
          <Button name="do" value="show">
            I am an adult; show it
          </Button>
          {isSignedIn ? (
            <Button name="do" value="always" look="plain">
              Show it, and do not ask me again
            </Button>
          ) : null}
          <ButtonLink to={back} look="quiet">
            Back
          </ButtonLink>
        </Buttons>
      </Form>
    </Slip>
  )
}

/** In place of a book. */
export function AskedForBook({ title, ...asked }: AskedFirstProps & { readonly title: string }) {
  return (
    <>
      <h1 dir="auto">{title}</h1>
      <AskedFirst {...asked} />
    </>
  )
}
