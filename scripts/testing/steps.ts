// The steps of a test run: which files belong to each, what it needs, and how its commands are called.
import { existsSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { house } from '../../tests/support/unpack.ts'

export type Engine = 'sqlite' | 'postgres'

export type Step = {
  /** As asked for with `--only`; a step may run once for each engine. */
  readonly asked: string
  readonly name: string
  readonly commands?: readonly (readonly string[])[]
  readonly glob?: readonly string[]
  /** How paths of the glob begin that another step runs. */
  readonly but?: readonly string[]
  readonly engine?: Engine
  readonly browser?: boolean
  readonly together?: boolean
}

const unit = ['src/**/*.test.{ts,tsx}', 'tests/{house,stories}/**/*.test.{ts,tsx}']
const processes = ['tests/process/**/*.test.ts']
/** What these are about happens in front of any database: mails that wait, processes beside the server, folders, signals. */
const anyDatabase = ['hostile-paste', 'mail', 'readers', 'refusing', 'stopping'].map(
  (name) => `tests/process/${name}.test.ts`,
)
/** Pure: it knows no database at all. */
const pure = ['src/text/', 'src/kit/', 'src/ui/', 'tests/house/boundaries', 'tests/house/docs', 'tests/house/runner']
const fests = ['tests/fest/**/*.test.ts']

/**
 * Stages follow one another. In a stage lanes run side by side, for which two cores are enough, and in a lane steps follow one
 * another: while PostgreSQL is still asked, the other core has done with SQLite and goes on with what measures no time.
 */
export const stages: readonly (readonly (readonly Step[])[])[] = [
  [
    [{ asked: 'types', name: 'types', commands: types() }],
    [
      {
        asked: 'lint',
        name: 'lint',
        commands: [
          ['node_modules/oxlint/bin/oxlint', '--type-aware', '.'],
          ['node_modules/oxfmt/bin/oxfmt', '--check', '.'],
        ],
      },
    ],
    [{ asked: 'boundaries', name: 'boundaries', commands: [['scripts/check-boundaries.ts']] }],
  ],
  [
    [
      { asked: 'sqlite', name: 'sqlite', glob: unit, engine: 'sqlite', together: true },
      { asked: 'fest', name: 'fest (sqlite)', glob: fests, engine: 'sqlite', browser: true },
      { asked: 'fest', name: 'fest (postgres)', glob: fests, engine: 'postgres', browser: true },
    ],
    [{ asked: 'postgres', name: 'postgres', glob: unit, but: pure, engine: 'postgres', together: true }],
  ],
  [[{ asked: 'process', name: 'process (sqlite)', glob: processes, engine: 'sqlite' }]],
  [[{ asked: 'process', name: 'process (postgres)', glob: processes, but: anyDatabase, engine: 'postgres' }]],
  [[{ asked: 'browser', name: 'browser', glob: ['tests/browser/**/*.test.ts'], engine: 'sqlite', browser: true }]],
  [[{ asked: 'soak', name: 'soak', glob: ['tests/soak/**/*.test.ts'], engine: 'sqlite', together: true }]],
]

function types(): readonly (readonly string[])[] {
  const tsc = 'node_modules/typescript/bin/tsc'
  const browser = globSync('src/browser/**/*.ts', { cwd: house }).length > 0
  return [[tsc, '-p', '.'], ...(browser ? [[tsc, '-p', 'src/browser']] : [])]
}

const allSteps: readonly Step[] = stages.flat(2)

/** The test files of a step, or of those asked for the ones that belong to it. */
export function filesOf(step: Step, asked: readonly string[]): string[] {
  const all = globSync(step.glob ?? [], { cwd: house }).map((path) => path.replaceAll('\\', '/'))
  const own = all.filter((path) => !(step.but ?? []).some((begin) => path.startsWith(begin)))
  return own.filter((path) => asked.length === 0 || asked.includes(path)).toSorted()
}

export type Wish = { readonly only: readonly string[]; readonly files: readonly string[] }

/** `[--only a,b] [FILES…]`: with files but no `--only`, the steps are those that have tests. Soak is never implied. */
export function readWish(args: readonly string[]): Wish | string {
  const at = args.indexOf('--only')
  const only = at < 0 ? [] : (args[at + 1] ?? '').split(',').filter(Boolean)
  const files = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1))
  const known = new Set(allSteps.map((step) => step.asked))
  const unknown = only.find((name) => !known.has(name))
  if (unknown !== undefined || (at >= 0 && only.length === 0)) {
    return `--only takes ${[...known].join(', ')}${unknown ? `, and ${unknown} is none of them` : ''}.`
  }
  const odd = files.find(
    (path) => !existsSync(join(house, path)) || !allSteps.some((step) => filesOf(step, [path]).length),
  )
  if (odd !== undefined) return `${odd} is no test file of this house.`
  return { only, files }
}

export const wanted = (step: Step, { only, files }: Wish): boolean =>
  only.length > 0 ? only.includes(step.asked) : step.asked !== 'soak' && (files.length === 0 || step.glob !== undefined)
