// Commands that take everything out, and put everything in.
import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { configOptions, readConfig } from '#src/platform/config.ts'
import { takeFolder } from '#src/platform/data-folder.ts'
import { checkBackup, copyIn, copyOut } from '#src/platform/database/copy.ts'
import { openEngine } from '#src/platform/database/open.ts'
import type { Works } from '#src/platform/jobs/job.ts'
import { Unstartable } from '#src/platform/unstartable.ts'
import { withHouse } from './with-house.ts'
import { wordsOf } from './words.ts'

/** The one word that is a file, and the options around it. */
function fileAnd(args: readonly string[], usage: string): { file: string; rest: string[] } {
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options: configOptions,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const [file] = positionals
  if (file === undefined || positionals.length !== 1)
    throw new Unstartable(`Say which file, and only one: roundelay ${usage}.`)
  const at = tokens.find((token) => token.kind === 'positional')?.index
  return { file: resolve(file), rest: args.filter((_, index) => index !== at) }
}

export function backup(args: readonly string[], works: Works): Promise<void> {
  const { words, own, rest: options } = wordsOf(args, { replace: { type: 'boolean' } })
  const { file, rest } = fileAnd([...words, ...options], 'backup FILE')
  // Yesterday's backup may be the only good one: it is not lost to a command that was merely repeated.
  if (statSync(file, { throwIfNoEntry: false })?.isFile() && own.replace !== true)
    throw new Unstartable(`${file} is there already: choose another name, or add --replace to write over it.`)
  return withHouse(rest, works, async ({ ground }) => {
    const rows = await copyOut(ground, file)
    console.log(`${rows} rows are in ${file}. Keep it where the machine’s own failure cannot reach it.`)
  })
}

/** Needs the folder to itself: a running server must not find another archive under its feet. */
export async function restore(args: readonly string[]): Promise<void> {
  const { file, rest } = fileAnd(args, 'restore FILE')
  const config = readConfig(rest)
  const header = await checkBackup(file)
  const folder = takeFolder(config.dataFolder)
  try {
    const engine = await openEngine(config.databaseUrl, folder.databaseFile)
    try {
      console.log(`${await copyIn(engine, file, header)} rows restored from ${file}. Start the site as usual.`)
    } finally {
      await engine.close()
    }
  } finally {
    folder.release()
  }
}
