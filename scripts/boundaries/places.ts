// Where files may stand: the layers from the ground up, the features of each area in their order, the roles by suffix.

/** Lowest first: a file imports from its own layer or a lower one. */
export const layers = [
  'kit',
  'text',
  'schema',
  'platform',
  'ui',
  'people',
  'library',
  'fests',
  'moderation',
  'interchange',
  'front',
  'cli',
  'wiring',
  'demo',
  'app',
  'main',
] as const

/** A later feature may import an earlier one. A new feature is a decision: one line here, one in the glossary. */
export const features: Readonly<Record<string, readonly string[]>> = {
  people: ['accounts', 'communities'],
  library: ['canon', 'tags', 'works', 'responses', 'shelves', 'search'],
  fests: ['rounds', 'signups', 'commitments', 'claims', 'exchanges', 'prompts', 'checkins', 'posting', 'reveals'],
  moderation: ['reports', 'instance'],
  interchange: ['feeds', 'downloads', 'notices', 'imports', 'exports', 'federation'],
}

/** Areas whose features do not know one another at all. */
export const strangers: readonly string[] = ['interchange']

/** What a file may import among the files of features, by its role; '' is a file without a suffix, the door. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  '': ['', 'store'],
  form: ['', 'form'],
  parts: ['', 'form', 'parts'],
  store: ['store'],
  pages: ['', 'form', 'parts'],
  mail: ['', 'parts'],
  jobs: ['', 'mail'],
  reactions: ['', 'mail'],
}

/** What other features, `front` and `cli` may see of a feature. */
export const doors: readonly string[] = ['', 'form', 'parts']

/** Stores that the stores of other features may use: the one translation of "who may see a work" to SQL. */
export const sharedStores: readonly string[] = ['src/library/works/visible.store.ts']

export type Place = {
  readonly layer: string
  /** As in `fests/claims`; for layers without features the layer itself. */
  readonly feature: string
  readonly role: string
  readonly isTest: boolean
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith('tests/')
export const isMigration = (path: string): boolean => path.startsWith('src/schema/migrations/')
export const rank = (layer: string): number => layers.findIndex((name) => name === layer)

/** Where a file of `src/` stands, or a sentence why it may not stand there. */
export function placeOf(path: string): Place | string {
  const [, layer = '', ...rest] = path.replace(/^src\/(app|main)\.tsx?$/, 'src/$1/$1').split('/')
  if (rest.length === 0 || (rank(layer) < 0 && layer !== 'browser')) {
    return `${path}:1 is outside the layers: move it into one of src/{${layers.slice(0, -2).join(',')},browser}.`
  }
  const schemaOf = layer === 'schema' ? features[rest[0] ?? ''] : undefined
  const known = schemaOf ?? features[layer]
  const feature = schemaOf ? (rest[1] ?? '').replace(/\..*$/, '') : (rest[0] ?? '')
  if (known && !known.includes(feature)) return unknown(path, feature)
  if (features[layer] && rest.length < 2) return unknown(path, feature)
  const role = roleOf(path)
  if (features[layer] && !(role in mayImport)) {
    return `${path}:1 has the unknown suffix .${role}: use one of ${Object.keys(mayImport).filter(Boolean).join(', ')}, or none.`
  }
  return { layer, feature: features[layer] ? `${layer}/${feature}` : layer, role, isTest: isTest(path) }
}

const unknown = (path: string, feature: string): string =>
  `${path}:1 belongs to no known feature (${feature}): move it, or add the feature to scripts/boundaries/places.ts.`

/** The part between the name and the ending, without `.test`: `store` in `claims.store.ts`. */
const roleOf = (path: string): string =>
  (path.split('/').at(-1) ?? '')
    .split('.')
    .slice(1, -1)
    .filter((part) => part !== 'test')
    .join('.')
