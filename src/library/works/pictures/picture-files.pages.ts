// The bytes of a picture, for whoever may see its work at this moment: every time anew, and never out of anybody else's cache.
import { answerFile } from '#src/platform/web/answer-file.ts'
import { hasSaidAdult } from '#src/platform/web/visits.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { openPictureFile } from './pictures-seen.ts'

export function pictureFilePages(web: Web): void {
  web.get(paths.picture(':uid'), (c) => answer(c, undefined))
  web.get(paths.pictureFile(':uid', ':file'), (c) => answer(c, (c.req.param('file') ?? '').replace(/\.\w+$/, '')))
}

async function answer(c: WebContext, file: string | undefined): Promise<Response> {
  const asked = { uid: c.req.param('uid') ?? '', file, hasSaidAdult: hasSaidAdult(c) }
  const found = await openPictureFile(c.get('ctx'), asked)
  if ('askedAt' in found) {
    c.header('cache-control', 'no-store')
    return c.redirect(paths.work(found.askedAt), 303)
  }
  if (found.isAdult) c.header('X-Robots-Tag', 'noindex')
  return answerFile(c, { body: found.bytes, type: found.type })
}
