// Text that an older sanitiser let through is judged again by the one that runs now.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SANITISER_VERSION } from '#src/text/sanitiser-version.ts'
import { freshHtml } from '#src/text/fresh-html.ts'

const html = '<p onclick="x()">One</p><script>x()</script>'

test('what an older version cleaned is cleaned again, and what this one cleaned is shown as it stands', async () => {
  assert.equal(await freshHtml({ html, sanitiserVersion: SANITISER_VERSION - 1 }), '<p>One</p>')
  assert.equal(await freshHtml({ html: '<p>One</p>', sanitiserVersion: SANITISER_VERSION }), '<p>One</p>')
})
