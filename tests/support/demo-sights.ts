// What a guest must find in a demo, whatever day and hour it was made: every state that the running round should show, and the rounds around it.
import assert from 'node:assert/strict'
import { sayDay } from '#src/kit/date-words.ts'
import { addDays, type CalendarDay } from '#src/kit/days.ts'
import { paths } from '#src/schema/paths.ts'
import type { Seen, Visitor } from './visitor.ts'

const rowsOf = ({ html }: Seen): string[] =>
  [...html.matchAll(/<td role="cell" class="t"[^>]*><a [^>]*>([^<]*)<\/a>/g)].map(([, title = '']) => title)

export const hrefsOf = ({ html }: Seen): string[] => [...html.matchAll(/\shref="(\/[^"]*)"/g)].map(([, to = '']) => to)

/** The addresses of Tidewater's rounds: the one that runs, the one to come, the one that is over. */
export async function roundsOf(guest: Visitor): Promise<{ running: string; next: string; finished: string }> {
  const rounds = hrefsOf(await guest.visit(paths.community('tidewater'))).filter((to) =>
    /\/rounds\/(?!new$)[\w-]+$/.test(to),
  )
  const [running = '', next = '', finished = ''] = [...new Set(rounds)]
  return { running, next, finished }
}

const expected: Readonly<Record<number, RegExp>> = {
  [-9]: /^delivered; First Light, Forwarded$/,
  [-8]: /^delivered; Soundings, in Spoons \(.+\) and A Kitchen, Not to Scale$/,
  [-7]: /^delivered; Harbour Book, Fair Copy and Eleven Songs for a Fog Signal$/,
  [-6]: /^delivered; What June Kept$/,
  [-5]: /^closed \(the coast keeps quiet for the bell\)$/,
  [-4]: /^free for all; 2 pieces: Postscript, With Gulls and Soundings, in Spoons$/,
  [-3]: /^delivered; The Bottle Has Views \(.+\) and To the Finder, Perhaps$/,
  [-2]: /^taken; hedgewitch – expected in the free for all$/,
  [-1]: /^taken; Somebody Staying Up, more to come and quillfeather – on the way$/,
  [0]: /^taken; Oriel Finch – today and Salt in the Ink$/,
  // It goes up when the day begins where its writer is.
  [1]: /^(?:taken; Tāne of the Reeds(?: – today)?|delivered; The Pilot’s Daughter Explains)$/,
  [2]: /^open$/,
  [3]: /^taken; ismay_writes$/,
  [4]: /^free for all$/,
  [5]: /^open$/,
  [6]: /^taken; mossandmortar$/,
  [7]: /^open$/,
  [8]: /^open, 1 of 2 places left; lowtide$/,
  [9]: /^free for all$/,
  [10]: /^free for all$/,
}

export async function assertRunningRound(guest: Visitor, today: CalendarDay): Promise<void> {
  const { running } = await roundsOf(guest)
  const { text } = await guest.visit(`${running}?as=list`)
  for (const [day, words] of Object.entries(expected)) {
    const label = sayDay(addDays(today, Number(day)))
    const said =
      text.split(`${label}: `)[1]?.split(/\.(?= |$)/)[0] ?? assert.fail(`Nothing is said of ${label}: ${text}`)
    assert.match(said, words, `${label}, ${day} from ${today}`)
  }
  const page = await guest.visit(running)
  const titles = rowsOf(page)
  assert.ok(titles.length === 11 || titles.length === 12, titles.join(', '))
  assert.ok(!titles.includes('Tide Table for the Sleepless'), 'a piece for members is for members')
  assert.ok(page.html.includes('aria-current="date"'), 'today is in the calendar')
}

export async function assertOtherRounds(guest: Visitor): Promise<void> {
  const { next, finished } = await roundsOf(guest)
  const over = await guest.visit(`${finished}?as=list`)
  assert.equal(rowsOf(over).length, 9, 'a full masterlist')
  assert.equal([...over.text.matchAll(/: delivered; /g)].length, 8, 'every day was kept')
  assert.match((await guest.visit(next)).text, /Days can be taken from .+ on\./)
  const home = (await guest.visit(paths.home)).text
  assert.match(home, /is the day of Oriel Finch/)
  assert.match(home, /Salt in the Ink by otterbyhand/)
  assert.match(home, /A Kettle Each/)
}

/** Small and main piece lead to each other. */
export async function assertLinked(guest: Visitor): Promise<void> {
  const { running } = await roundsOf(guest)
  const works = new Map(
    [...(await guest.visit(running)).html.matchAll(/href="(\/works\/\d+)"[^>]*>([^<]+)</g)].map(
      ([, to = '', title = '']) => [title, to] as const,
    ),
  )
  const workOf = (title: string): string => works.get(title) ?? assert.fail(`${title} is not listed`)
  const [small, main] = [workOf('A Kitchen, Not to Scale'), workOf('Soundings, in Spoons')]
  assert.ok(hrefsOf(await guest.visit(main)).includes(small), 'the main piece names what stood for it')
  assert.ok(hrefsOf(await guest.visit(small)).includes(main), 'the stand-in leads to the main piece')
  assert.match((await guest.visit(workOf('Somebody Staying Up'))).text, /main piece/)
  assert.match((await guest.visit(workOf('Eleven Songs for a Fog Signal'))).html, /href="https:\/\/mixes\.example\//)
}

const isPage = (to: string): boolean => !/^\/(?:static|sign-in|zone)|\.(?:epub|atom)$/.test(to)

/** Every page that a guest can come to by links, from the first one on. */
export async function everyPage(guest: Visitor): Promise<Seen[]> {
  const [seen, ahead] = [new Map<string, Seen>(), [paths.home as string]]
  for (let to = ahead.shift(); to !== undefined; to = ahead.shift()) {
    if (seen.has(to)) continue
    const page = await guest.visit(to)
    seen.set(to, page)
    ahead.push(
      ...hrefsOf(page)
        .map((each) => each.replaceAll('&amp;', '&'))
        .filter(isPage),
    )
  }
  return [...seen.values()]
}
