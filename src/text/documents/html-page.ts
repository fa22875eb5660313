// A page from a file: what its styles mean is put into its elements, because they do not come along; then it is a text like any other.
import { prescan } from '../prescan.ts'
import { countOf } from '../tidy/blocks.ts'
import { withoutScripts } from '../tidy/as-it-came.ts'
import { resolveOffice } from '../tidy/office.ts'
import { openTally } from '../tidy/tally.ts'
import { parseHtml, type Root, toHtml } from '../tree.ts'
import type { Marked } from './document.ts'

/** Throws the refusal text/too-deep. */
export function readPage(html: string): Marked {
  const { tree } = pageTree(html)
  return { html: toHtml(tree).trim(), pictures: countOf(contents(tree), 'img') }
}

const contents = ({ children }: Root) => children.filter((child) => child.type !== 'doctype')

/** `css`: of sheets that stand in files of their own. */
export function pageTree(html: string, css = ''): { readonly tree: Root } {
  const body = bodyOf(html)
  const source = css === '' ? body : `<style>${css.replace(/<\/style/gi, '')}</style>${body}`
  prescan(source)
  const tree = parseHtml(source)
  resolveOffice(tree, openTally())
  return { tree: withoutScripts(tree).tree }
}

/** The head says nothing of the text but what its styles mean. */
function bodyOf(html: string): string {
  const start = /<body\b[^>]*>/i.exec(html)
  if (!start) return html
  const sheets = html.slice(0, start.index).match(/<style\b[^]*?<\/style>/gi) ?? []
  const end = html.search(/<\/body\s*>/i)
  return sheets.join('') + html.slice(start.index + start[0].length, end < 0 ? undefined : end)
}
