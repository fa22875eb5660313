// A file that came with a form.
import type { WebContext } from '../web/web.ts'

/** Its bytes; none where no file was chosen. Its name is not looked at. */
export async function readUpload(c: WebContext, name: string): Promise<Uint8Array | undefined> {
  const sent = (await c.req.parseBody({ all: true }))[name]
  const file = Array.isArray(sent) ? sent[0] : sent
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return undefined
  return new Uint8Array(await file.arrayBuffer())
}
