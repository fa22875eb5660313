// Posts with what a person read in them, and how well a reader agrees: for tests of the header reader.
import { readFileSync } from 'node:fs'

export type AnnotatedPost = {
  readonly name: string
  readonly text: string
  readonly expected: Readonly<Record<string, string | readonly string[]>>
}

const lists = new Set(['characters', 'pairings', 'warnings', 'tags'])

/** A file of posts: "=== name", the post, "=== read as", and a line for each field; lists are parted by " | ". */
export function annotatedPosts(name: string): readonly AnnotatedPost[] {
  const file = readFileSync(new URL(`../fixtures/posts/${name}.txt`, import.meta.url), 'utf8')
  return file
    .split(/^=== (?!read as$)/mu)
    .slice(1)
    .map(postIn)
}

function postIn(part: string): AnnotatedPost {
  const [post = '', read = ''] = part.split(/^=== read as\n/mu)
  const end = post.indexOf('\n')
  const expected = Object.fromEntries(
    [...read.matchAll(/^(\w+): (.*(?:\n {2}.*)*)/gmu)].map(([, field = '', said = '']) => {
      const value = said.replaceAll('\n  ', '\n')
      return [field, lists.has(field) ? value.split(' | ') : value]
    }),
  )
  return { name: post.slice(0, end), text: post.slice(end + 1).trimEnd(), expected }
}

/** The fields that are counted. Others are read as well, and nobody is held to them. */
export const counted =
  'title author fandom characters pairings rating warnings timing spoilers words summary notes beta disclaimer prompt genre chapter series'.split(
    ' ',
  )

const wordsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘]/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Nine words of ten are the same, both ways. */
export function isAlike(one: unknown, other: unknown): boolean {
  const [left, right] = [wordsOf(one), wordsOf(other)]
  const bag = new Map<string, number>()
  for (const word of right) bag.set(word, (bag.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of left) {
    const count = bag.get(word) ?? 0
    if (count > 0) shared++
    bag.set(word, count - 1)
  }
  return left.length > 0 && right.length > 0 && shared >= 0.9 * left.length && shared >= 0.9 * right.length
}

export type Agreement = { readonly f1: number; readonly precision: number; readonly differences: readonly string[] }

export function agreement(
  posts: readonly AnnotatedPost[],
  read: (text: string) => Readonly<Record<string, unknown>>,
): Agreement {
  const sum = { right: 0, found: 0, wanted: 0 }
  const differences: string[] = []
  for (const { name, text, expected } of posts) {
    const fields = read(text)
    for (const field of counted) {
      const has = wordsOf(fields[field]).length > 0
      const wants = wordsOf(expected[field]).length > 0
      const isRight = has && wants && isAlike(fields[field], expected[field])
      sum.right += Number(isRight)
      sum.found += Number(has)
      sum.wanted += Number(wants)
      if (!isRight && (has || wants))
        differences.push(`${name}, ${field}: ${JSON.stringify(fields[field])} for ${JSON.stringify(expected[field])}`)
    }
  }
  return { f1: (2 * sum.right) / (sum.found + sum.wanted), precision: sum.right / sum.found, differences }
}
