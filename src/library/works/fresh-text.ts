// What was cleaned by an older sanitiser is cleaned again before anybody is shown it.
import { sanitise, SANITISER_VERSION } from '#src/text/sanitize.ts'

type KeptText = { readonly html: string; readonly sanitiserVersion: number }

/** What an older list allowed can only lose by the newer one, so the kept HTML is enough to begin with. */
export const freshHtml = ({ html, sanitiserVersion }: KeptText): string =>
  sanitiserVersion === SANITISER_VERSION ? html : sanitise(html).html
