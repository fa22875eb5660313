// A block in the four forms that journals, forums, blogs and mails take; what somebody wrote never becomes a sign of the form.
import type { Block, CopyLine, Linked } from './block.ts'

export const copyForms = ['html', 'markdown', 'bbcode', 'text'] as const
export type CopyForm = (typeof copyForms)[number]

export const isCopyForm = (text: string | undefined): text is CopyForm => copyForms.some((form) => form === text)

export const writeBlock = (block: Block, form: CopyForm): string => writers[form](block)

const writers: Readonly<Record<CopyForm, (block: Block) => string>> = {
  html: writeHtml,
  markdown: writeMarkdown,
  bbcode: writeBbcode,
  text: writeText,
}

const inHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

function writeHtml(block: Block): string {
  const link = ({ title, address }: Linked): string => `<a href="${inHtml(address)}">${inHtml(title)}</a>`
  const groups = block.groups.flatMap(({ title, depth, lines }) => [
    `<h${Math.min(depth + 4, 6)}>${inHtml(title)}</h${Math.min(depth + 4, 6)}>`,
    ...listed(lines, ['<ul>', '</ul>'], (line) => `<li>${link(line)} ${inHtml(line.after)}</li>`),
  ])
  return [`<h3>${link(block)}</h3>`, ...groups].join('\n')
}

/** Before every sign that some Markdown knows, also where it would mean nothing just here: an address in a name becomes no link. */
const inMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>&~|#!^=${}@:]|(?<=[^\s.])\.(?=[^\s.])/g, '\\$&')

function writeMarkdown(block: Block): string {
  const link = ({ title, address }: Linked): string => `[${inMarkdown(title)}](${address})`
  const groups = block.groups.flatMap(({ title, depth, lines }) => [
    `\n${'#'.repeat(Math.min(depth + 3, 6))} ${inMarkdown(title)}\n`,
    ...lines.map((line) => `- ${link(line)} ${inMarkdown(line.after)}`),
  ])
  return [`## ${link(block)}`, ...groups].join('\n')
}

/** No board agrees with another on how to escape; a space without width after the bracket keeps every one from seeing a tag. */
const inBbcode = (text: string): string => text.replaceAll('[', '[\u200B')

function writeBbcode(block: Block): string {
  const link = ({ title, address }: Linked): string => `[url=${address}]${inBbcode(title)}[/url]`
  const groups = block.groups.flatMap(({ title, lines }) => [
    `\n[b]${inBbcode(title)}[/b]`,
    ...listed(lines, ['[list]', '[/list]'], (line) => `[*]${link(line)} ${inBbcode(line.after)}`),
  ])
  return [`[b]${link(block)}[/b]`, ...groups].join('\n')
}

/** Each line says by its beginning what it is, so that no title can be taken for a heading, a quotation or the foot of a mail. */
function writeText(block: Block): string {
  const groups = block.groups.flatMap(({ title, depth, lines }) => [
    `\n${'='.repeat(depth + 2)} ${title}`,
    ...lines.map(({ title: name, address, after }) => `\n* ${name}\n  ${after}\n  ${address}`),
  ])
  return [`= ${block.title}`, `  ${block.address}`, ...groups].join('\n')
}

function listed(
  lines: readonly CopyLine[],
  [open, close]: readonly [string, string],
  write: (line: CopyLine) => string,
): string[] {
  return lines.length === 0 ? [] : [open, ...lines.map(write), close]
}
