// What a browser does at the form of a text: it keeps what is typed, and sends a file along with the fields.
import assert from 'node:assert/strict'
import { paths } from '#src/schema/paths.ts'
import { load } from './html.ts'
import type { TestHouse } from './open-house.ts'
import type { Seen, Visitor } from './visitor.ts'

/** As a browser with scripts does while somebody types. */
export async function type(who: Visitor, page: Seen, said: Record<string, string>): Promise<Response> {
  const place = /data-place="([^"]+)"/.exec(page.html)?.[1] ?? assert.fail('Nothing is kept on this page')
  const number = /data-number="([^"]+)"/.exec(page.html)?.[1] ?? '0'
  const csrf =
    load(page.html)
      .forms.map(({ fields }) => fields['_csrf'])
      .find(Boolean) ?? ''
  return who.post(paths.typing, { _csrf: csrf, place, number, said: JSON.stringify(said) })
}

export type Sent = {
  readonly said?: Readonly<Record<string, string>>
  readonly file?: Uint8Array
  readonly name?: string
}

/** As a browser sends the form, with what its fields hold. */
export async function sendForm(
  house: TestHouse,
  visitor: Visitor,
  page: string,
  { said = {}, file, name = 'story.docx' }: Sent,
) {
  const { html } = await visitor.visit(page)
  const body = new FormData()
  body.set('_csrf', /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '')
  for (const [field, value] of Object.entries(said)) body.set(field, value)
  body.set('file', file ? new File([new Uint8Array(file)], name) : new File([], ''))
  const answer = await house.app.request(`http://fest.example${page}`, {
    method: 'POST',
    body,
    headers: {
      host: 'fest.example',
      'sec-fetch-site': 'same-origin',
      cookie: `roundelay=${visitor.cookies.get('roundelay')}`,
    },
  })
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
}

export const textIn = (html: string): string =>
  (/<textarea[^>]*name="text"[^>]*>\n?([^]*?)<\/textarea>/.exec(html)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
