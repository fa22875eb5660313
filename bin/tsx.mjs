// Lets Node run the house's .tsx files: they are stripped to plain modules as they are imported (.ts is Node's own affair).
import { readFileSync } from 'node:fs'
import { enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'oxc-transform'

enableCompileCache()

const jsx = { runtime: 'automatic', importSource: 'hono/jsx' }

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const file = fileURLToPath(url)
    const { code, errors } = transformSync(file, readFileSync(file, 'utf8'), { jsx })
    if (errors.length > 0) throw new SyntaxError(`${file}: ${errors[0].message}`)
    return { format: 'module', source: code, shortCircuit: true }
  },
})

// Type stripping and node:sqlite are what this house stands on; their notices would only frighten whoever starts it.
const said = process.emitWarning
process.emitWarning = (warning, ...rest) => {
  if (String(warning).includes('experimental')) return
  said.call(process, warning, ...rest)
}
