// Backups in tests: taken and put back by the real commands, and their header read as anybody could.
import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import type { Header } from '#src/platform/database/archive.ts'
import type { ProcessGround } from './process-ground.ts'
import { type Done, runToEnd } from './process.ts'

export const backup = (ground: ProcessGround, file: string, ...more: string[]): Promise<Done> =>
  runToEnd(['backup', file, '--data', ground.folder, ...more], ground.env)

export const restore = (ground: ProcessGround, file: string): Promise<Done> =>
  runToEnd(['restore', file, '--data', ground.folder], ground.env)

export function headerOf(file: string): Header {
  const [first = ''] = zstdDecompressSync(readFileSync(file)).toString('utf8').split('\n', 1)
  return JSON.parse(first)
}
