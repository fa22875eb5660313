// What may import what: layers, the order of features, doors, roles, packages and circles.
import { isBuiltin } from 'node:module'
import { doors, features, mayImport, placeOf, rank, sharedStores, strangers } from './places.ts'
import type { Place } from './places.ts'
import type { Import, Reading } from './reading.ts'

/** Tests may import anything; everything else in `src/` is looked at. */
export function importBreaches(readings: readonly Reading[]): string[] {
  return readings.flatMap((reading) => {
    const place = placeOf(reading.path)
    if (typeof place === 'string') return [place]
    if (place.isTest) return []
    return reading.imports.flatMap((item) => {
      const said = item.isPackage ? packageBreach(reading.path, place, item.target) : houseBreach(place, item)
      return said ? [`${reading.path}:${item.line} ${said}`] : []
    })
  })
}

const underPlatform = (path: string): boolean => path.startsWith('src/platform/')

/** Packages that only some files may name, and which; packages that are not here are free above `kit`. */
const packages: readonly {
  readonly is: RegExp
  readonly where: string
  readonly fits: (path: string, role: string) => boolean
}[] = [
  {
    is: /^kysely(\/|$)/,
    where: '*.store.ts, src/platform and src/schema',
    fits: (path, role) => role === 'store' || /^src\/(platform|schema)\//.test(path),
  },
  {
    is: /^(@hono\/.*|hono(\/.*)?)$/,
    where: '*.pages, *.parts and *.mail files, src/platform/web, src/ui and src/app.tsx',
    fits: (path, role) =>
      ['pages', 'parts', 'mail'].includes(role) || /^src\/(platform\/web\/|ui\/|app\.tsx$)/.test(path),
  },
  {
    is: /^node:/,
    where: 'src/platform, src/cli and src/main.ts',
    fits: (path) => underPlatform(path) || path.startsWith('src/cli/') || path === 'src/main.ts',
  },
  { is: /^(pg|nodemailer|pino|esbuild|sharp)(\/|$)/, where: 'src/platform', fits: underPlatform },
]

function packageBreach(path: string, place: Place, name: string): string | undefined {
  if (place.layer === 'kit')
    return `imports ${name}: the kit stands on nothing, so take it as a parameter or move the file up.`
  if (place.layer === 'browser')
    return path.startsWith('src/browser/editor/') && name.startsWith('prosemirror-')
      ? undefined
      : `imports ${name}: a browser file stands on src/kit alone, and the editor on ProseMirror.`
  const full = isBuiltin(name) && !name.startsWith('node:') ? `node:${name}` : name
  const rule = packages.find(({ is }) => is.test(full))
  if (!rule || rule.fits(path, place.role)) return undefined
  return `imports ${name}, which only ${rule.where} may: ask for what you need from one of those.`
}

/** What a text may have is said once, for the sanitiser and for the editor; these files need no parser and nothing of a server. */
const textOfEditor = /^src\/text\/(?:allowed\/(?:allow-list|addresses)|scene-break|form-of)\.ts$/

function houseBreach(from: Place, { target, typeOnly }: Import): string | undefined {
  if (!target.startsWith('src/')) return `imports ${target}: what runs the fest imports nothing outside src/.`
  const to = placeOf(target)
  if (typeof to === 'string') return `imports ${target}, which is outside the layers.`
  if (to.isTest) return `imports ${target}: a test is imported by nothing.`
  if (from.layer === 'browser' || to.layer === 'browser') {
    const isKnown = to.layer === 'browser' || to.layer === 'kit' || textOfEditor.test(target)
    const fine = from.layer === 'browser' && isKnown
    return fine
      ? undefined
      : `imports ${target}: browser files import src/kit and one another, and nothing imports them.`
  }
  if (rank(to.layer) > rank(from.layer)) {
    return `imports ${target}, which is in a higher layer (${to.layer} above ${from.layer}): move it down or announce an event.`
  }
  return orderBreach(from, to, target) ?? roleBreach(from, to, { target, typeOnly })
}

function orderBreach(from: Place, to: Place, target: string): string | undefined {
  const order = features[from.layer]
  if (!order || from.layer !== to.layer || from.feature === to.feature) return undefined
  if (strangers.includes(from.layer)) return `imports ${target}: the features of ${from.layer} do not know one another.`
  const at = (place: Place): number => order.indexOf(place.feature.split('/')[1] ?? '')
  return at(to) < at(from)
    ? undefined
    : `imports ${target}, which comes later in ${from.layer}: announce an event, or move what is shared to the earlier one.`
}

function roleBreach(from: Place, to: Place, item: Pick<Import, 'target' | 'typeOnly'>): string | undefined {
  const { target } = item
  const own = from.feature === to.feature
  if (!(to.layer in features) && to.layer !== 'front') return undefined
  if (from.layer === 'wiring')
    return to.role === 'store' ? `imports ${target}: a store is seen by its own feature only.` : undefined
  if (from.role === 'store' && to.role === '' && own && item.typeOnly) return undefined
  if (from.role === 'store' && sharedStores.includes(target)) return undefined
  if (!own && !doors.includes(to.role)) {
    return to.role === 'store'
      ? `imports ${target}: a store is seen by its own feature only, so go through its door.`
      : `imports ${target}: only src/wiring imports *.${to.role} files of others.`
  }
  if ((mayImport[from.role] ?? doors).includes(to.role)) return undefined
  const may = (mayImport[from.role] ?? doors).map((role) => (role === '' ? 'plain files' : `*.${role}`)).join(', ')
  return `imports ${target}: a ${from.role === '' ? 'plain' : `*.${from.role}`} file may import ${may} of features.`
}

/** Each circle of run-time imports once, said at the file where it was met. */
export function circles(readings: readonly Reading[]): string[] {
  const byPath = new Map(readings.map((reading) => [reading.path, reading]))
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path))
      return [`${path}:1 is in a circle of imports: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}.`]
    if (done.has(path)) return []
    const next = byPath.get(path)?.imports.filter((item) => !item.typeOnly && byPath.has(item.target)) ?? []
    const found = next.flatMap((item) => walk(item.target, [...trail, path]))
    done.add(path)
    return found
  }
  return [...byPath.keys()].flatMap((path) => walk(path, []))
}
