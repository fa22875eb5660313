// Asks axe about a page: brought into it once, which takes longer than many of its answers.
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** By the names of tags, or of single rules; one line for each place that breaks one. */
export async function violationsIn(
  page: Page,
  by: { readonly tags: readonly string[] } | { readonly rules: readonly string[] },
): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source)
  const runOnly = 'tags' in by ? { type: 'tag', values: by.tags } : { type: 'rule', values: by.rules }
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] })
  return page.evaluate<string[]>(`axe.run(document, ${options}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, target.join(' '), failureSummary].join(': '))))`)
}
