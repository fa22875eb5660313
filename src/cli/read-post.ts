// `roundelay read-post FILE…`: reads posts as the posting page would and prints one JSON object a line. Opens no database and no data folder.
import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Refusal } from '#src/kit/refusal.ts'
import { readCanon } from '#src/library/canon/canon-csv.ts'
import { Unstartable } from '#src/platform/unstartable.ts'
import type { Form } from '#src/text/form-of.ts'
import { readPost } from '#src/text/header/read-post.ts'
import type { PostReading } from '#src/text/header/read-post.ts'
import { type CanonIndex, indexCanon } from '#src/text/timing/canon-index.ts'
import { spoilersIn } from '#src/text/timing/spoilers.ts'
import { statementsOf } from '#src/text/timing/statements.ts'
import { placeIn } from '#src/text/timing/timing.ts'

export async function readPosts(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { canon: { type: 'string' } },
    allowPositionals: true,
  })
  if (positionals.length === 0) throw new Unstartable('Say which: roundelay read-post FILE… (- is standard input)')
  const canon = values.canon === undefined ? null : await findCanon(values.canon)
  let unread = 0
  for (const file of positionals) {
    const line = await readOne(file, canon)
    if ('error' in line) unread++
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  if (unread > 0) throw new Unstartable(`${unread} of ${positionals.length} files could not be read.`)
}

const canonFolder = fileURLToPath(new URL('../../canons/', import.meta.url))

/** The canons that come along with Roundelay; those of a house are in its database, which this command leaves alone. */
async function findCanon(slug: string): Promise<CanonIndex> {
  const file = /^[a-z\d-]+$/u.test(slug) ? join(canonFolder, `${slug}.csv`) : ''
  const text = file ? await readFile(file, 'utf8').catch(() => null) : null
  const read = text === null ? null : readCanon(text)
  if (!read || !('parts' in read)) throw new Unstartable(`No canon named "${slug}" comes along with Roundelay.`)
  return indexCanon({ slug, parts: read.parts })
}

type Line = { readonly file: string; readonly error: string } | ReturnType<typeof lineOf>

async function readOne(file: string, canon: CanonIndex | null): Promise<Line> {
  const name = file === '-' ? '-' : basename(file)
  try {
    const text = file === '-' ? await readStandardInput() : await readFile(file, 'utf8')
    if (text.trim() === '') return { file: name, error: 'This file is empty.' }
    return lineOf(name, readPost(text, formFor(file)), canon)
  } catch (error) {
    return { file: name, error: sentenceOf(error) }
  }
}

async function readStandardInput(): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of process.stdin) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString('utf8')
}

/** A text file may hold what somebody copied out of a journal's source, so its name says nothing of its form. */
function formFor(file: string): Form | 'guess' {
  const ending = extname(file).toLowerCase()
  if (ending === '.html' || ending === '.htm') return 'html'
  return ending === '.md' ? 'markdown' : 'guess'
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return error.sentence
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'There is no such file.'
  return error instanceof Error ? `This file cannot be read: ${error.message}.` : 'This file cannot be read.'
}

function lineOf(file: string, { header, body, words, warnings }: PostReading, canon: CanonIndex | null) {
  const { form, fields, found, preface, frame, epigraph, roleHint } = header
  return {
    file,
    form,
    fields,
    preface,
    frame,
    epigraph,
    body,
    wordsCounted: words,
    timing: canon && placeIn(statementsOf({ ...fields, warnings: fields.warnings?.join(', ') ?? '' }), canon),
    spoilerLevel: canon && spoilersIn(fields.spoilers ?? '', canon),
    roleHint,
    found: found.map(({ field, from, to, confidence }) => ({ field, from, to, confidence })),
    warnings,
  }
}
