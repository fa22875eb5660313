// A post is taken apart without being tidied: its writer goes on with the story as it came, and may have each kind of tidying undone.
import { removedWhole } from '../allowed/allow-list.ts'
import type { Removed } from '../allowed/rewrite.ts'
import { type ElementContent, type Root, root } from '../tree.ts'
import { contentOf, isElement } from './blocks.ts'

/** What is no text at all is gone before anybody looks for a header in it; style sheets stay for those who read what they mean. */
export function withoutScripts(tree: Root): { readonly tree: Root; readonly removed: readonly Removed[] } {
  const counts = new Map<string, number>()
  const kept = (children: readonly ElementContent[]): ElementContent[] =>
    children.filter((child) => {
      if (!isElement(child)) return child.type === 'text'
      if (removedWhole.has(child.tagName)) {
        counts.set(child.tagName, (counts.get(child.tagName) ?? 0) + 1)
        return false
      }
      child.children = kept(child.children)
      return true
    })
  const children = kept(contentOf(tree))
  return { tree: root(children), removed: [...counts].map(([name, count]) => ({ what: `<${name}>`, count })) }
}

type Story = {
  readonly came: string
  /** The same with its broken letters put right, which changes no line end. */
  readonly text: string
  readonly from: number
}

/** From the same line on; a story that begins within a line begins in the text that was put right. */
export function storyAsItCame({ came, text, from }: Story): string {
  const story = text.slice(from)
  if (came === text || (from > 0 && text[from - 1] !== '\n')) return story
  let at = 0
  for (let line = text.slice(0, from).split('\n').length - 1; line > 0; line -= 1) at = came.indexOf('\n', at) + 1
  return came.slice(at)
}
