// `npm run bench -- start|claims|memory`: figures as lines of JSON, from real processes started by the launcher.
// ROUNDELAY_TEST_ENGINE=postgres measures on PostgreSQL, as for the tests.
import { benchClaims } from './bench/claims.ts'
import { benchMemory } from './bench/memory.ts'
import { benchStart } from './bench/start.ts'

const benches: Readonly<Record<string, () => Promise<object>>> = {
  start: benchStart,
  claims: benchClaims,
  memory: benchMemory,
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(benches, name))
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}": try ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const engine = process.env.ROUNDELAY_TEST_ENGINE === 'postgres' ? 'postgres' : 'sqlite'
  console.log(JSON.stringify({ bench: name, engine, node: process.version, ...(await bench()) }))
}
process.exit(0)
