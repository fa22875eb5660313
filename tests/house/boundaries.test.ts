// Every rule of structure is shown to bite: a small clean house has no breach, and one seeded fault gives its sentence.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findBreaches } from '../../scripts/check-boundaries.ts'

type Files = Readonly<Record<string, string>>

const house: Files = {
  'src/kit/days.ts': 'export const day = (text: string): string => text // not new Date(), not as Mara\n',
  'src/kit/ids.ts':
    'declare const brand: unique symbol\nexport type Id = number & { readonly [brand]: 1 }\nexport const id = (n: number) => n as Id\n',
  'src/text/plain.ts': "import { parse } from 'parse5'\nexport const plain = parse\n",
  'src/schema/platform.ts': "export const tables = ['jobs', 'changes'] as const\n",
  'src/schema/people/accounts.ts':
    "import type { Generated } from 'kysely'\nexport const tables = ['accounts'] as const\nexport type A = Generated<number>\n",
  'src/schema/fests/claims.ts': "export const tables = [\n  'claims',\n  'claim_history',\n] as const\n",
  'src/platform/clock.ts':
    "import { hrtime } from 'node:process'\nexport const now = () => [hrtime(), new Date(), Date.now(), process.env.TZ, Math.random()]\n",
  'src/platform/web/page.ts': "import { Hono } from 'hono'\nexport const page = new Hono()\n",
  'src/platform/jobs/queue.ts': "export const put = db => db.insertInto('jobs')\n",
  'src/ui/styles/base.css': '@layer base;\n',
  'src/people/accounts/accounts.ts':
    "import { keep } from '#src/people/accounts/accounts.store.ts'\nexport const join = keep\n",
  'src/people/accounts/accounts.store.ts':
    "import { sql } from 'kysely'\nimport type { Id } from '#src/kit/ids.ts'\nimport type { join } from '#src/people/accounts/accounts.ts'\nexport const keep = db => [db.insertInto('accounts'), db.selectFrom('claims'), sql`update accounts set x = 1`, db as Id]\n",
  'src/people/accounts/byline.parts.tsx': "export const Byline = () => <b>known as Mara {name} as Ines, isn't it</b>\n",
  'src/fests/claims/claims.ts':
    "import { join } from '#src/people/accounts/accounts.ts'\nimport { a as b } from './states.ts'\nexport const claim = [join, b]\n",
  'src/fests/claims/states.ts': "export const a = ['claimed'] as const\n",
  'src/fests/claims/claims.pages.tsx':
    "import { Byline } from '#src/people/accounts/byline.parts.tsx'\nimport { claim } from '#src/fests/claims/claims.ts'\nimport { html } from 'hono/html'\nexport const pages = [Byline, claim, html]\n",
  'src/fests/claims/claims.test.ts':
    "import { keep } from '#src/people/accounts/accounts.store.ts'\nconst at = new Date() as unknown\n",
  'src/front/home.pages.tsx':
    "import { Byline } from '#src/people/accounts/byline.parts.tsx'\nexport const home = Byline\n",
  'src/wiring/pages.ts': "import { pages } from '#src/fests/claims/claims.pages.tsx'\nexport const all = [pages]\n",
  'src/browser/claim-calendar.ts': "import { day } from '#src/kit/days.ts'\nsetTimeout(() => day('x'), 10)\n",
  'src/app.tsx':
    "import { all } from '#src/wiring/pages.ts'\nimport { Hono } from 'hono'\nexport const app = [all, Hono]\n",
  'src/main.ts': "import { app } from '#src/app.tsx'\nimport { join } from 'node:path'\njoin(String(app))\n",
}

/** Files here are written without their opening sentence, which every file needs. */
const open = ([path, text]: [string, string]) => ({
  path,
  text: path.endsWith('.css') ? `/* A sentence. */\n${text}` : `// A sentence.\n${text}`,
})

const breachesOf = (extra: Files = {}) => findBreaches(Object.entries({ ...house, ...extra }).map(open))

const imports = (target: string): string => `import { x } from '${target}'\nexport const y = x\n`
const lines = (count: number): string => 'export {}\n'.repeat(count)
const many = (count: number, folder: string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${folder}/thing-${n}.ts`, 'export {}\n']))

test('a house in order has no breach', () => assert.deepEqual(breachesOf(), []))

const faults: readonly (readonly [rule: string, extra: Files, sentence: RegExp])[] = [
  [
    'a lower layer imports no higher one',
    { 'src/text/a.ts': imports('#src/ui/b.ts'), 'src/ui/b.ts': '' },
    /^src\/text\/a\.ts:2 .*higher layer \(ui above text\)/,
  ],
  [
    'nor only its types',
    { 'src/text/a.ts': "import type { x } from '#src/ui/b.ts'\n", 'src/ui/b.ts': '' },
    /higher layer/,
  ],
  [
    'nor later, when it runs',
    { 'src/text/a.ts': "const b = await import('#src/ui/b.ts')\n", 'src/ui/b.ts': '' },
    /higher layer/,
  ],
  [
    'nor by passing it on',
    { 'src/text/a.ts': "export { b } from '#src/ui/b.ts'\n", 'src/ui/b.ts': '' },
    /higher layer/,
  ],
  ['every file is in a layer', { 'src/things/a.ts': '' }, /^src\/things\/a\.ts:1 is outside the layers/],
  ['and nothing lies beside the layers', { 'src/extra.ts': '' }, /outside the layers/],
  ['a feature is known', { 'src/fests/raffles/raffles.ts': '' }, /no known feature \(raffles\)/],
  [
    'so is one of the schema',
    { 'src/schema/fests/raffles.ts': 'export const tables = [] as const\n' },
    /no known feature \(raffles\)/,
  ],
  ['a file of an area is in a feature', { 'src/fests/claims.ts': '' }, /no known feature/],
  ['a suffix is known', { 'src/fests/claims/claims.model.ts': '' }, /unknown suffix \.model/],
  [
    'an earlier feature imports no later one',
    { 'src/fests/rounds/rounds.ts': imports('#src/fests/claims/claims.ts') },
    /^src\/fests\/rounds\/rounds\.ts:2 .*comes later in fests/,
  ],
  [
    'features of the interchange do not know one another',
    { 'src/interchange/imports/a.ts': imports('#src/interchange/feeds/atom.ts'), 'src/interchange/feeds/atom.ts': '' },
    /do not know one another/,
  ],
  [
    'a store is seen by its own feature only',
    { 'src/fests/claims/more.ts': imports('#src/people/accounts/accounts.store.ts') },
    /a store is seen by its own feature only/,
  ],
  [
    'even by the wiring',
    { 'src/wiring/jobs.ts': imports('#src/people/accounts/accounts.store.ts') },
    /a store is seen by its own feature only/,
  ],
  [
    'a page never sees a store',
    { 'src/people/accounts/accounts.pages.tsx': imports('#src/people/accounts/accounts.store.ts') },
    /a \*\.pages file may import plain files/,
  ],
  [
    'a store calls no operation',
    { 'src/people/accounts/more.store.ts': imports('#src/people/accounts/accounts.ts') },
    /a \*\.store file may import \*\.store/,
  ],
  [
    'a store sees no other feature',
    { 'src/fests/claims/claims.store.ts': imports('#src/people/accounts/accounts.ts') },
    /a \*\.store file may import \*\.store/,
  ],
  [
    'an operation shows nothing',
    { 'src/people/accounts/more.ts': imports('#src/people/accounts/byline.parts.tsx') },
    /a plain file may import plain files, \*\.store/,
  ],
  [
    'pages are imported by the wiring alone',
    { 'src/front/desk.pages.tsx': imports('#src/fests/claims/claims.pages.tsx') },
    /only src\/wiring imports \*\.pages/,
  ],
  [
    'so are jobs',
    {
      'src/fests/posting/posting.ts': imports('#src/fests/claims/claims.jobs.ts'),
      'src/fests/claims/claims.jobs.ts': '',
    },
    /only src\/wiring imports \*\.jobs/,
  ],
  [
    'so are reactions',
    { 'src/app.tsx': imports('#src/fests/claims/claims.reactions.ts'), 'src/fests/claims/claims.reactions.ts': '' },
    /only src\/wiring imports \*\.reactions/,
  ],
  [
    'so are mails',
    {
      'src/front/desk.pages.tsx': imports('#src/fests/claims/claims.mail.tsx'),
      'src/fests/claims/claims.mail.tsx': '',
    },
    /only src\/wiring imports \*\.mail/,
  ],
  [
    'a test is imported by nothing',
    { 'src/fests/claims/more.ts': imports('./claims.test.ts') },
    /a test is imported by nothing/,
  ],
  [
    'what runs imports no test support',
    { 'src/fests/claims/more.ts': imports('#tests/support/open-house.ts') },
    /imports nothing outside src/,
  ],
  [
    'a browser file stands on the kit alone',
    { 'src/browser/a.ts': imports('#src/ui/b.ts'), 'src/ui/b.ts': '' },
    /browser files import src\/kit/,
  ],
  ['and takes no package', { 'src/browser/a.ts': imports('lit') }, /stands on src\/kit alone/],
  [
    'nothing imports a browser file',
    { 'src/ui/a.ts': imports('#src/browser/claim-calendar.ts') },
    /nothing imports them/,
  ],
  ['the kit takes no package', { 'src/kit/a.ts': imports('node:crypto') }, /the kit stands on nothing/],
  ['SQL is for stores', { 'src/fests/claims/more.ts': imports('kysely') }, /imports kysely, which only \*\.store\.ts/],
  [
    'the web framework is for pages',
    { 'src/fests/claims/more.ts': imports('hono/jsx') },
    /imports hono\/jsx, which only/,
  ],
  [
    'the machine is for the platform',
    { 'src/wiring/jobs.ts': imports('node:fs') },
    /imports node:fs, which only src\/platform/,
  ],
  ['also without its prefix', { 'src/ui/a.ts': imports('fs/promises') }, /which only src\/platform/],
  ['drivers are for the platform', { 'src/cli/main.ts': imports('pg') }, /imports pg, which only src\/platform/],
  [
    'no imports in a circle',
    { 'src/text/a.ts': imports('./b.ts'), 'src/text/b.ts': imports('./c.ts'), 'src/text/c.ts': imports('./a.ts') },
    /circle of imports: src\/text\/a\.ts → src\/text\/b\.ts → src\/text\/c\.ts → src\/text\/a\.ts/,
  ],
  [
    'a table is written by its keeper',
    { 'src/fests/claims/claims.store.ts': "export const a = db => db.updateTable('accounts as a')\n" },
    /^src\/fests\/claims\/claims\.store\.ts:2 writes accounts, which people\/accounts keeps/,
  ],
  [
    'also in plain SQL',
    { 'src/fests/claims/claims.store.ts': 'export const a = sql<{ x: 1 }>`\n  delete from accounts`\n' },
    /writes accounts, which people\/accounts keeps/,
  ],
  [
    'the platform too keeps to its own',
    { 'src/platform/a.ts': "export const a = db => db.deleteFrom('accounts')\n" },
    /writes accounts, which people\/accounts keeps/,
  ],
  [
    'only stores write',
    { 'src/people/accounts/more.ts': "export const a = db => db.deleteFrom('accounts')\n" },
    /writes accounts outside a store/,
  ],
  [
    'a table that is written is kept by a feature',
    { 'src/fests/claims/claims.store.ts': "export const a = db => db.insertInto('claim')\n" },
    /writes claim, which no file in src\/schema keeps/,
  ],
  [
    'a write names its table',
    { 'src/fests/claims/claims.store.ts': 'export const a = (db, t) => db.insertInto(t)\n' },
    /not named here/,
  ],
  [
    'a schema file says its tables',
    { 'src/schema/fests/rounds.ts': 'export type RoundTable = {}\n' },
    /does not say which tables/,
  ],
  [
    'a table has one keeper',
    { 'src/schema/fests/rounds.ts': "export const tables = ['claims'] as const\n" },
    /a table has one keeper/,
  ],
  ['no default export', { 'src/ui/a.ts': 'export default 1\n' }, /^src\/ui\/a\.ts:2 has a default export/],
  ['no barrel', { 'scripts/a.ts': "export * from './b.ts'\n" }, /passes on a whole file/],
  ['no mocked module', { 'src/kit/days.test.ts': "mock.module('./ids.ts', {})\n" }, /mocks a module/],
  [
    'one reader of the environment',
    { 'src/cli/main.ts': 'export const a = process.env.HOME\n' },
    /reads the environment/,
  ],
  ['one clock', { 'src/kit/a.ts': 'export const a = `${Date.now()}`\n' }, /reads the clock/],
  ['also spelled otherwise', { 'src/kit/a.ts': 'export const a = Temporal.Now.instant()\n' }, /reads the clock/],
  [
    'also as an object',
    { 'src/ui/a.tsx': "export const A = () => <p>don't {String(new Date())}</p>\n" },
    /reads the clock/,
  ],
  ['one source of chance', { 'src/fests/exchanges/a.ts': 'export const a = Math.random()\n' }, /leaves it to chance/],
  ['no timer', { 'src/interchange/notices/a.ts': 'setTimeout(() => {}, 1)\n' }, /sets a timer/],
  ['no cast', { 'src/fests/claims/more.ts': 'export const a = (x: unknown) => x as string\n' }, /has a cast/],
  ['not in markup either', { 'src/ui/a.tsx': 'export const A = () => <p>{(x as Y).z}</p>\n' }, /has a cast/],
  ['names are in kebab-case', { 'src/ui/dateLine.tsx': '' }, /not in kebab-case/],
  ['names say something', { 'src/kit/utils.ts': '' }, /a name that says nothing/],
  ['also with a suffix', { 'src/people/accounts/helpers.store.ts': '' }, /a name that says nothing/],
  ['a file has at most 300 lines', { 'src/ui/a.ts': lines(300) }, /^src\/ui\/a\.ts:301 has 301 lines/],
  [
    'half of the files have at most 80',
    Object.fromEntries(
      Object.keys(many(14, 'src/ui'))
        .concat(Object.keys(many(14, 'src/text')))
        .map((path) => [path, lines(90)]),
    ),
    /in the median/,
  ],
  ['a folder holds at most 16', many(17, 'src/ui'), /^src\/ui:1 holds 17 files/],
]

for (const [rule, extra, sentence] of faults) {
  test(`boundaries: ${rule}`, () => {
    const found = breachesOf(extra)
    assert.equal(found.length, 1, `one breach was sown:\n${found.join('\n')}`)
    assert.match(found[0] ?? '', sentence)
  })
}

test('boundaries: every file opens with a sentence', () => {
  const files = [
    { path: 'src/kit/a.ts', text: "import { b } from './b.ts'\n" },
    { path: 'src/ui/styles/a.css', text: 'p { margin: 0 }\n' },
  ]
  assert.deepEqual(findBreaches(files).length, 2)
})

test('boundaries: columns that decide who sees a work are named where that is decided', () => {
  const visible = { columns: ['hidden_by_mod'], homes: ['src/library/works/visible.store.ts'] }
  const text = "// A sentence.\nexport const a = db => db.selectFrom('works').where('works.hidden_by_mod', '=', 0)\n"
  const files = ['src/library/works/visible.store.ts', 'src/library/search/index.store.ts'].map((path) => ({
    path,
    text,
  }))
  const found = findBreaches(files, visible)
  assert.equal(found.length, 1)
  assert.match(found[0] ?? '', /^src\/library\/search\/index\.store\.ts:2 mentions hidden_by_mod/)
})
