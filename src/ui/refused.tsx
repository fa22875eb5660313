// The pages that say no, or sorry: what happened, what it means, and a way on.
import { raw } from 'hono/html'
import type { Refusal } from '#src/kit/refusal.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonLink, RefusalSlip } from '#src/ui/forms.tsx'

/** A guest's forms have no secret; to them most refusals are a matter of who they are, and a dead link's new one is asked for there. */
export function RefusedPage({ refusal, csrf }: { refusal: Refusal; csrf: string }) {
  return (
    <>
      <h1>{refusal.kind === 'missing' ? 'Nothing here' : 'That is not possible'}</h1>
      <RefusalSlip sentence={refusal.sentence} offers={refusal.offers} csrf={csrf} of="page" />
      <p class="row">
        <ButtonLink to={paths.home} look="plain">
          To the first page
        </ButtonLink>
        {csrf === '' ? (
          <ButtonLink to={paths.signIn} look="plain">
            Sign in
          </ButtonLink>
        ) : null}
      </p>
    </>
  )
}

export function MissingPage() {
  return (
    <>
      <h1>Nothing here</h1>
      <p>There is no page at this address. It may have moved, or the link may have lost its end.</p>
      <p class="row">
        <ButtonLink to={paths.home} look="plain">
          To the first page
        </ButtonLink>
      </p>
    </>
  )
}

export function FaultPage({ reference }: { reference: string }) {
  return (
    <>
      <h1>Something broke here</h1>
      <p>
        It was not at your end. Nothing was half done: either all of it happened or none. It has been noted for whoever
        runs this site.
      </p>
      <p class="soft small">
        Reference <code>{reference}</code>. If you came from a form, going back shows what you typed.
      </p>
      <p class="row">
        <ButtonLink to={paths.home} look="plain">
          To the first page
        </ButtonLink>
      </p>
    </>
  )
}

/** For when not even the site's name can be read. */
export function LastResort({ reference }: { reference: string }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Something broke here</title>
        </head>
        <body>
          <main>
            <h1>Something broke here</h1>
            <p>It was not at your end, and it has been noted. Please try again in a minute.</p>
            <p>Reference {reference}.</p>
          </main>
        </body>
      </html>
    </>
  )
}
