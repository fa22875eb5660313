// Said before anything is written, so that nobody writes for a day on which it cannot go up.
import { unconfirmed } from '#src/people/accounts/sign-up/standing.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { Slip } from '#src/ui/prose.tsx'

export function Beforehand({ csrf }: { readonly csrf: string }) {
  const { sentence, offers } = unconfirmed()
  return (
    <Slip tone="waiting">
      <p>{sentence}</p>
      {offers.map(({ label, post }) =>
        post === undefined ? null : <ButtonForm to={post} csrf={csrf} label={label} look="plain" size="small" />,
      )}
    </Slip>
  )
}
