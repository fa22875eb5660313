// Everything in a page that could act and is not ours: for tests of whatever shows what people wrote.
import { parseHtml } from '#src/text/tree.ts'
import type { Nodes } from 'hast'

const ACTING = ['script', 'iframe', 'object', 'embed', 'style', 'base', 'frame', 'math', 'video', 'audio', 'input']

/** As a browser would build it; the house's one script, its drawings and the fields of its own forms are left out. */
export function actingIn(page: string): string[] {
  const found: string[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'element') {
      const { tagName, properties } = node
      const isOurs =
        (tagName === 'script' && /^\/static\/[\w.-]+$/.test(String(properties.src)) && properties.type === 'module') ||
        (tagName === 'input' && properties.type === 'hidden')
      if (ACTING.includes(tagName) && !isOurs) found.push(`<${tagName}>`)
      for (const [name, value] of Object.entries(properties)) {
        if (/^on/i.test(name)) found.push(`${tagName} ${name}`)
        const plain = String(value).replace(/[\s\p{Cc}]/gu, '')
        if (/^(?:javascript|data|vbscript):/i.test(plain) && name !== 'value') found.push(`${tagName} ${name}=${plain}`)
      }
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(parseHtml(page))
  return found
}
