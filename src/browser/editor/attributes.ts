// Which attributes an element of a text keeps in the editor: those that the sanitiser's own list lets through.
import { allowedClasses, ID_PREFIX, schemaFor } from '#src/text/allowed/allow-list.ts'
import { linkAddress } from '#src/text/allowed/addresses.ts'

export type Kept = Readonly<Record<string, string>>

const lists = schemaFor(false).attributes ?? {}

const inHtml: Readonly<Record<string, string>> = { className: 'class', colSpan: 'colspan', rowSpan: 'rowspan' }

type Definition = (typeof lists)[string][number]

const propertyOf = (name: string): string => Object.entries(inHtml).find(([, html]) => html === name)?.[0] ?? name

/** In the order in which they were written. */
export function attributesOf(element: Element): Kept {
  const list = [...(lists['*'] ?? []), ...(lists[element.localName] ?? [])]
  const kept: Record<string, string> = {}
  for (const { name, value } of element.attributes) {
    const property = propertyOf(name)
    const definition = list.find((each) => (typeof each === 'string' ? each : each[0]) === property)
    const said = definition === undefined || property === 'rel' ? undefined : allowedValue(definition, property, value)
    if (said !== undefined) kept[name] = said
  }
  return kept
}

function allowedValue(definition: Definition, property: string, value: string): string | undefined {
  if (property === 'className') {
    const known = value.split(/\s+/).filter((name) => allowedClasses.has(name))
    return known.length === 0 ? undefined : known.join(' ')
  }
  if (property === 'href' || property === 'cite') return linkAddress(value)
  if (typeof definition === 'string') return value
  const rules = definition.slice(1)
  return rules.some((rule) => (rule instanceof RegExp ? rule.test(value) : rule === value)) ? value : undefined
}

/** Within a text ids begin with a word of their own, so that they never meet one of the page around. */
export const inText = (id: string): string => (id.startsWith(ID_PREFIX) ? id : `${ID_PREFIX}${id}`)
