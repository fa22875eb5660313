// A file that came with a form.
import { readBody, type Upload } from '../web/body/read-body.ts'
import type { WebContext } from '../web/web.ts'

export type { Upload } from '../web/body/read-body.ts'

/** Its bytes; none where no file was chosen. Its name is not looked at. */
export const readUpload = async (c: WebContext, name: string): Promise<Uint8Array | undefined> =>
  (await readNamedUpload(c, name))?.bytes

/** A name says only what its writer calls it: what it is, its content says. */
export const readNamedUpload = async (c: WebContext, name: string): Promise<Upload | undefined> =>
  (await readBody(c)).files.get(name)
