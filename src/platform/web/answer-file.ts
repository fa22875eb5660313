// Answers with something other than a page: a book, a feed; named by its bytes, so that it is sent only when it is new.
import { etagOf, isKnown } from './etag.ts'
import type { WebContext } from './web.ts'

export type Answered = {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly type: string
  /** What a browser calls it when it keeps it. */
  readonly fileName?: string
}

export function answerFile(c: WebContext, { body, type, fileName }: Answered): Response {
  const etag = etagOf(body)
  const headers = {
    etag,
    'cache-control': 'private, no-cache',
    'content-type': type,
    ...(fileName === undefined ? {} : { 'content-disposition': `attachment; filename="${fileName}"` }),
  }
  const isOld = isKnown(etag, c.req.header('if-none-match'))
  return new Response(isOld ? null : body, { status: isOld ? 304 : 200, headers })
}
