// What holds for every file by itself: its name, its opening sentence, its length, and words that it may not use.
import { isMigration, isTest, placeOf } from './places.ts'
import { matches } from './reading.ts'
import type { Reading } from './reading.ts'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const says = /^(utils?|helpers?|common|misc|shared|managers?|services?|handlers?|index(?=\.tsx?$))\b/

export function fileBreaches(readings: readonly Reading[]): string[] {
  return readings.flatMap((reading) => [
    ...nameBreaches(reading),
    ...openingBreaches(reading),
    ...wordBreaches(reading),
    ...lengthBreaches(reading),
  ])
}

function nameBreaches({ path }: Reading): string[] {
  const name = path.split('/').at(-1) ?? ''
  if (!path.split('/').every((part) => kebab.test(part))) return [`${path}:1 is not in kebab-case: rename it.`]
  if (says.test(name)) return [`${path}:1 has a name that says nothing: name it for what it holds.`]
  return []
}

function openingBreaches({ path, text }: Reading): string[] {
  const opening = path.endsWith('.css') ? /^\/\*[^*]*\w/ : /^(?:\/\/ .*\n)*\/\/ .*\w.*[.!?)](?:\n|$)/
  return opening.test(text) ? [] : [`${path}:1 does not open with a sentence: say in a comment what the file is for.`]
}

type Word = {
  readonly is: RegExp
  readonly say: string
  readonly fits?: (path: string, reading: Reading) => boolean
}

const inHouse = (path: string): boolean => path.startsWith('src/') && !isTest(path)
const inSrc = (path: string): boolean => inHouse(path) && !path.startsWith('src/platform/')
const onServer = (path: string): boolean => inSrc(path) && !path.startsWith('src/browser/')
const mayCast = ({ path, code }: Reading): boolean =>
  path.endsWith('.store.ts') || (path.startsWith('src/kit/') && /\bunique symbol\b|brand/i.test(code))

const words: readonly Word[] = [
  {
    is: /^export default\b/gm,
    say: 'has a default export: give it a name.',
    // node:test takes no other.
    fits: (path) => path !== 'scripts/testing/reporter.ts',
  },
  { is: /^export \*/gm, say: 'passes on a whole file: import from where things are.' },
  {
    is: /\b(?:vi|jest)\.(?:do)?[mM]ock\b|\bmock\.module\(/g,
    say: 'mocks a module: pass what differs as a parameter.',
    fits: isTest,
  },
  {
    is: /\bprocess\.env\b/g,
    say: 'reads the environment: only src/platform does, so take it from the configuration.',
    fits: inSrc,
  },
  {
    is: /\bDate\.now\b|\bnew Date\b|\bTemporal\.Now\b|\bperformance\.now\b/g,
    say: 'reads the clock: only src/platform does, so take the instant as a parameter.',
    fits: onServer,
  },
  {
    is: /\bMath\.random\b|\bcrypto\.(?:randomUUID|getRandomValues|randomBytes)\b/g,
    say: 'leaves it to chance: only src/platform does, so take chance as a parameter.',
    fits: onServer,
  },
  {
    is: /(?<![.\w])set(?:Timeout|Interval|Immediate)\(/g,
    say: 'sets a timer: only src/platform does, so make it a job.',
    fits: onServer,
  },
  {
    is: /(?<=[\w)\]}>'"`] |^\s*)\bas (?!const\b)(?=[A-Z{['"(]|string\b|number\b|boolean\b|bigint\b|unknown\b|never\b|any\b|readonly\b|typeof\b|keyof\b)/gm,
    say: 'has a cast: let a parser or a guard prove the type.',
    fits: (path, reading) => inSrc(path) && !mayCast(reading),
  },
]

function wordBreaches(reading: Reading): string[] {
  if (reading.path.endsWith('.css')) return []
  const code = withoutRenames(reading)
  return words
    .filter((word) => word.fits?.(reading.path, reading) ?? true)
    .flatMap((word) => [...matches(code, word.is)].map(({ line }) => `${reading.path}:${line} ${word.say}`))
}

/** `{ a as b }` of an import or export, `* as b`, and in .tsx the words of the page, are no casts. */
function withoutRenames({ path, code }: Reading): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ')
  const plain = code.replace(/^(?:import|export)\s+(?:type\s+)?(?:\*[^\n]*|[\w$, ]*\{[^}]*\})/gm, (part) =>
    part.replace(/ as /g, ' , '),
  )
  return path.endsWith('.tsx') ? plain.replace(/(?<=[^=][>}])[^<>{}()=;]*(?=[<{])/g, blank) : plain
}

const linesOf = ({ text }: Reading): number => text.trimEnd().split('\n').length
const isSource = ({ path }: Reading): boolean => !isTest(path) && !isMigration(path)

function lengthBreaches(reading: Reading): string[] {
  const lines = linesOf(reading)
  return isSource(reading) && lines > 300
    ? [`${reading.path}:${lines} has ${lines} lines, and 300 is the most: divide it by what it does.`]
    : []
}

/** Not yet a breach. */
export const longFiles = (readings: readonly Reading[]): string[] =>
  readings
    .filter((reading) => isSource(reading) && linesOf(reading) > 250 && linesOf(reading) <= 300)
    .map((reading) => `${reading.path} has ${linesOf(reading)} lines; at 300 it must be divided.`)

export function medianBreaches(readings: readonly Reading[]): string[] {
  const lengths = readings.filter((reading) => isSource(reading) && !reading.path.endsWith('.css')).map(linesOf)
  const median = lengths.toSorted((a, b) => a - b)[Math.floor((lengths.length - 1) / 2)] ?? 0
  return median > 80
    ? [`src:1 has files of ${median} lines in the median, and 80 is the most: divide the long ones.`]
    : []
}

export function folderBreaches(readings: readonly Reading[]): string[] {
  const counted = readings.filter(
    (reading) => inHouse(reading.path) && isSource(reading) && typeof placeOf(reading.path) !== 'string',
  )
  const folders = Map.groupBy(counted, ({ path }) => path.slice(0, path.lastIndexOf('/')))
  return [...folders]
    .filter(([, files]) => files.length > 16)
    .map(
      ([folder, files]) =>
        `${folder}:1 holds ${files.length} files, and 16 are the most: find the two things it is about.`,
    )
}
