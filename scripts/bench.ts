// `npm run bench -- start|claims|memory|reading|text|editor`: figures as lines of JSON, from real processes started by the launcher.
// ROUNDELAY_TEST_ENGINE=postgres measures on PostgreSQL, as for the tests.
import { benchClaims } from './bench/claims.ts'
import { benchEditor } from './bench/editor.ts'
import { benchMemory } from './bench/memory.ts'
import { benchReading } from './bench/reading.ts'
import { benchStart } from './bench/start.ts'
import { benchText } from './bench/text.ts'

type Bench = () => AsyncGenerator<object> | Promise<object | void>

/** Each gives its figures at once, or one by one as they come, or prints its own. */
const benches: Readonly<Record<string, Bench>> = {
  start: benchStart,
  claims: benchClaims,
  memory: benchMemory,
  reading: benchReading,
  text: benchText,
  editor: benchEditor,
}

const engine = process.env.ROUNDELAY_TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite'

const print = (bench: string, figures: object): void =>
  console.log(JSON.stringify({ bench, engine, node: process.version, ...figures }))

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(benches, name))
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}": try ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const given = bench()
  if (Symbol.asyncIterator in given) for await (const figures of given) print(name, figures)
  else await given.then((figures) => figures && print(name, figures))
}
process.exit(0)
