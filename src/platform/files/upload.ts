// A file that came with a form.
import type { WebContext } from '../web/web.ts'

/** Its bytes; none where no file was chosen. Its name is not looked at. */
export const readUpload = async (c: WebContext, name: string): Promise<Uint8Array | undefined> =>
  (await readNamedUpload(c, name))?.bytes

/** A name says only what its writer calls it: what it is, its content says. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array }

export async function readNamedUpload(c: WebContext, name: string): Promise<Upload | undefined> {
  const sent = (await c.req.parseBody({ all: true }))[name]
  const file = Array.isArray(sent) ? sent[0] : sent
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return undefined
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
