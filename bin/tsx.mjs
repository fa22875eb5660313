// Lets Node run the house's .tsx files: they are stripped to plain modules as they are imported (.ts is Node's own affair).
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

enableCompileCache()

const require = createRequire(import.meta.url)
const jsx = { runtime: 'automatic', importSource: 'hono/jsx' }

/** What was stripped once is kept by its content, in the house itself: then a start needs no transformer, nor its memory. */
const kept = fileURLToPath(new URL('../node_modules/.cache/roundelay-tsx/', import.meta.url))
const { version } = JSON.parse(
  readFileSync(new URL('../node_modules/oxc-transform/package.json', import.meta.url), 'utf8'),
)

function strip(file, source) {
  const { code, errors } = require('oxc-transform').transformSync(file, source, { jsx })
  if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0].message}`)
  return code
}

function keep(path, code) {
  try {
    mkdirSync(kept, { recursive: true })
    const unfinished = `${path}.${process.pid}`
    writeFileSync(unfinished, code)
    renameSync(unfinished, path)
  } catch {
    // A house that may not be written to is run all the same.
  }
}

function stripped(file) {
  const source = readFileSync(file, 'utf8')
  const path = join(kept, `${createHash('sha256').update(`${version} ${file} ${source}`).digest('hex')}.mjs`)
  try {
    return readFileSync(path, 'utf8')
  } catch {
    const code = strip(file, source)
    keep(path, code)
    return code
  }
}

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    return { format: 'module', source: stripped(fileURLToPath(url)), shortCircuit: true }
  },
})

// Type stripping and node:sqlite are what this house stands on; their notices would only frighten whoever starts it.
const said = process.emitWarning
process.emitWarning = (warning, ...rest) => {
  if (String(warning).includes('experimental')) return
  said.call(process, warning, ...rest)
}
