// Files that come along with Roundelay and are read as they are: canons, and the posts of the demo.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** `path` from the root of the house, as in `canons/lantern-coast.csv`. */
export const readShipped = (path: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
