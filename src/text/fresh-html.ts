// What was cleaned by an older sanitiser is cleaned again before anybody is shown it.
import { SANITISER_VERSION } from '#src/text/sanitiser-version.ts'

type KeptText = { readonly html: string; readonly sanitiserVersion: number }

/**
 * What an older list allowed can only lose by the newer one, so the kept HTML is enough to begin with. The parser is loaded
 * only for that: a server that merely shows what is clean does not have to hold it in memory.
 */
export async function freshHtml({ html, sanitiserVersion }: KeptText): Promise<string> {
  if (sanitiserVersion === SANITISER_VERSION) return html
  const { sanitise } = await import('#src/text/sanitize.ts')
  return sanitise(html).html
}
