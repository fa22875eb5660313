// How fast text is read, in MB of pasted text a second of a processor for each step, and how soon what is hostile is refused.
import { pathToFileURL } from 'node:url'
import { openTexts } from '../../src/platform/text/texts.ts'
import { formOf } from '../../src/text/form-of.ts'
import { fromMarkdown } from '../../src/text/from-markdown.ts'
import { fromPlain } from '../../src/text/from-plain.ts'
import { readHeader } from '../../src/text/header/header.ts'
import { readPost } from '../../src/text/header/read-post.ts'
import { repairMojibake } from '../../src/text/mojibake.ts'
import { toPlain } from '../../src/text/plain.ts'
import { prescan } from '../../src/text/prescan.ts'
import { readText } from '../../src/text/read-text.ts'
import { sanitise } from '../../src/text/sanitize.ts'
import { tidy } from '../../src/text/tidy/tidy.ts'
import { parseHtml, type Root, toHtml } from '../../src/text/tree.ts'
import { countWords } from '../../src/text/word-count.ts'
import { wordCounter } from '../../src/kit/words/word-counter.ts'

const paragraphs = [
  `<p>“Well,” she said, <em>softly</em>, and closed the <a href="https://a.example/b">door</a> behind her — the rain hadn't stopped for days.</p>\n`,
  `<p class="MsoNormal" style="margin:0"><span lang="EN-GB">Nobody expected it to; <b>nobody</b> ever did&nbsp;…</span></p>\n`,
  `<p>He waited<br>\nand waited, <s>counting</s> not counting the steps on the stairs.<font color="red"></font></p>\n<hr>\n`,
  `<p>Nobody<br><br>came.</p><p>&nbsp;</p><p align="center">~*~</p>\n`,
]

const header =
  'Title: The Lamp at Low Water<br>\nAuthor: oriel<br>\nRating: PG-13<br>\nPairing: June/Pell<br>\nSummary: It rained.'

const upTo = (length: number, parts: readonly string[]): string => {
  const round = parts.join('')
  return round.repeat(Math.ceil(length / round.length))
}

/** Of this thread: what else the machine is doing has no say in it. */
const threadMillis = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** What is over in less is done often enough that the clock of a thread can see it. */
const LEAST = 40

/** For one time, after two that warm up; `fresh` makes what a run uses up, and is not measured. */
function millisFor<T>(work: (given: T) => unknown, runs: number, fresh: () => T): number {
  for (let warm = 0; warm < 2; warm += 1) work(fresh())
  let spent = 0
  let done = 0
  while (done < runs || (spent < LEAST && done < 20_000)) {
    const given = Array.from({ length: done < runs ? 1 : runs * 5 }, fresh)
    const start = threadMillis()
    for (const each of given) work(each)
    spent += threadMillis() - start
    done += given.length
  }
  return spent / done
}

const print = (facts: Record<string, unknown>): void => console.log(JSON.stringify({ bench: 'text', ...facts }))

function steps(characters: number, runs: number): void {
  const html = upTo(characters, paragraphs)
  const tree = sanitise(html).tree
  const plain = toPlain(tree)
  const megabytes = (text: string): number => Buffer.byteLength(text) / 1e6
  const measure = (step: string, text: string, work: () => unknown): void =>
    measureOn(step, text, work, () => undefined)
  const measureOn = <T>(step: string, text: string, work: (given: T) => unknown, fresh: () => T): void => {
    const millis = millisFor(work, runs, fresh)
    print({
      step,
      characters: text.length,
      millis: +millis.toFixed(3),
      mbPerSecond: +((megabytes(text) / millis) * 1000).toFixed(1),
    })
  }
  measure('guess form', plain, () => formOf(plain))
  measure('repair letters', plain, () => repairMojibake(plain))
  measure('scan tags', html, () => prescan(html))
  measure('parse', html, () => parseHtml(html))
  measure('sanitise', html, () => sanitise(html))
  measureOn(
    'tidy',
    html,
    (raw: Root) => tidy(raw),
    () => parseHtml(html),
  )
  measure('write html', html, () => toHtml(tree))
  measure('plain text', html, () => toPlain(tree))
  measure('count words', plain, () => countWords(tree))
  const lines = plain.split('\n')
  const counter = wordCounter()
  counter.countOf(lines)
  let typed = 0
  measure('count words again after a key', plain, () => counter.countOf(lines.with(5, `One more word ${(typed += 1)}`)))
  measure('read header, plain', plain, () => readHeader(`${header.replaceAll('<br>', '')}\n\n${plain}`))
  measure('read post, html', html, () => readPost(`<p>${header}</p>\n${html}`, 'html'))
  measure('read html', html, () => readText({ text: html, form: 'html' }))
  measure('read plain', plain, () => readText({ text: plain, form: 'plain' }))
  measure('plain to tree', plain, () => fromPlain(plain))
  measure('markdown to html', plain, () => fromMarkdown(plain))
}

/** Each must be refused or read within the limits, in a process as the server uses it. */
async function hostile(): Promise<void> {
  const bold = Array.from({ length: 12_000 }, (_, index) => `<b id=${index}><p>`).join('')
  const cases: Record<string, string> = {
    'unclosed, 69 kB': bold.slice(0, 69_000),
    'unclosed, 139 kB': bold.slice(0, 139_000),
    '10,000 nested': '<div>'.repeat(10_000),
    '1,000,000 without a space': 'x'.repeat(1_000_000),
    'as long as may be': upTo(1_999_000, paragraphs).slice(0, 2_000_000),
  }
  const texts = openTexts({ readers: 1 })
  await texts.clean({ text: 'warm', form: 'plain' })
  for (const [name, text] of Object.entries(cases)) {
    const start = performance.now()
    const came = await texts.clean({ text, form: 'guess' }).then(
      () => 'read',
      (error: unknown) => (error instanceof Error ? error.message.split(':')[0] : 'failed'),
    )
    print({ hostile: name, came, millis: +(performance.now() - start).toFixed(1) })
  }
  await texts.close()
}

export async function benchText(): Promise<void> {
  steps(30_000, 40)
  steps(500_000, 7)
  await hostile()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await benchText()
