// Pastes that are made to take for ever, and one that is only long: whoever sends them is told or served, and nobody else waits.
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { paths } from '#src/schema/paths.ts'
import { gathering } from '../world/crowd.ts'
import { load } from '../support/html.ts'
import { type Client, openClient } from '../support/process-client.ts'
import { engineKind } from '../support/database.ts'
import { fillGround } from '../support/process-ground.ts'
import { waitDuring, type Waits } from '../support/process-others.ts'
import { makePosters, morningOf, openPaste, type Poster, postingPath } from '../support/process-posting.ts'
import { readIn, send, sheetFields, storyOf, workIn } from '../support/process-posting.ts'
import { startServer } from '../support/process.ts'

const LONGEST_ANSWER = 3_000
const LONGEST_WAIT = 200
/** A busy machine may take its processors away for a moment; what makes the others wait does so each time. */
const TRIES = 3

const PEOPLE = 12

type Scene = {
  readonly client: Client
  readonly posters: readonly Poster[]
  /** How long it takes others to see the round, as guests and signed in, and the site’s health, while `work` goes on. */
  readonly othersDuring: (work: () => Promise<unknown>) => Promise<Waits>
}

/** Each try has a server that was only just started. */
async function inScenes(work: (scene: Scene) => Promise<boolean>): Promise<void> {
  const { ground, made: posters } = await fillGround(morningOf(0), (engine) => makePosters(engine, PEOPLE))
  await using _ = ground
  const round = paths.round(gathering.community, gathering.round)
  const pages = [{ path: paths.health }, { path: round }, { path: round, token: posters.at(-1)?.token }]
  for (let tries = 1; ; tries += 1) {
    await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
    await using client = openClient(server.address)
    const others = { address: server.address, pages }
    const isGood = await work({ client, posters, othersDuring: (during) => waitDuring(others, during) })
    assert.doesNotMatch(server.err(), /"level":(50|60)/, 'no fault was logged')
    if (isGood) return
    assert.ok(tries < TRIES, `not once in ${TRIES} times: see above`)
  }
}

/** What the others wait on this machine without any paste, looked at as long, is not the paste’s doing. */
async function isShort({ othersDuring }: Scene, { longest, millis }: Waits): Promise<boolean> {
  if (longest <= LONGEST_WAIT) return true
  const quiet = await othersDuring(() => pause(Math.max(500, millis)))
  return longest <= LONGEST_WAIT + quiet.longest
}

const sayWaits = ({ longest, asked }: Waits): string => `of ${asked} others nobody waited more than ${longest} ms`

type Met = { readonly status: number; readonly took: number; readonly waits: Waits; readonly page: string }

async function paste({ client, posters: [poster], othersDuring }: Scene, text: string): Promise<Met> {
  assert.ok(poster)
  const { at, fields } = await openPaste(client, postingPath({ claim: poster.claims[0] }), poster.token)
  let asked: ReturnType<Client['post']> | undefined
  const waits = await othersDuring(() => (asked = client.post(at, { ...fields, text, do: 'read' }, poster.token)))
  const { status, took, body: page } = (await asked) ?? assert.fail()
  return { status, took, waits, page }
}

/** All at the same time, each from somebody else. */
async function pasteAll({ client, posters }: Scene, text: string) {
  const forms = await Promise.all(
    posters.map(({ claims, token }) => openPaste(client, postingPath({ claim: claims[0] }), token)),
  )
  return () =>
    forms.map(({ at, fields }, number) => client.post(at, { ...fields, text, do: 'read' }, posters[number]?.token))
}

const hostile: Readonly<Record<string, string>> = {
  '69 kB of bold that is never closed': Array.from({ length: 6_000 }, (_, at) => `<b id=${at}><p>`)
    .join('')
    .slice(0, 69_000),
  '10,000 tags within each other': '<div>'.repeat(10_000),
  '10,000 quotations within each other': `${'<blockquote>'.repeat(10_000)}deep${'</blockquote>'.repeat(10_000)}`,
  'a million characters without a space': 'x'.repeat(1_000_000),
  '300,000 openings of Markdown': '[*'.repeat(150_000),
  '200,000 halves of tags': '<a href="'.repeat(22_000),
}

function assertAnswered(t: TestContext, text: string, { status, took, page, waits }: Met): void {
  const { text: words } = load(page.replace(/<textarea[\s\S]*?<\/textarea>/g, ''))
  const sentence = /This text [^.]+\.|takes no [^.]+\./.exec(words)?.[0] ?? ''
  t.diagnostic(`${status} in ${Math.round(took)} ms, ${sayWaits(waits)}. ${sentence}`)
  assert.ok([200, 409, 422, 429].includes(status), `${status}`)
  if (status !== 200) assert.match(words, /What you pasted is still in the field/)
  const found = sheetFields(page)['text'] ?? ''
  assert.equal(found.length, text.length, 'the paste is still there')
  assert.ok(found === text, 'as it was')
}

// What one text costs has nothing to do with the database; what many cost others has.
for (const [name, text] of engineKind === 'sqlite' ? Object.entries(hostile) : []) {
  test(`${name}: answered with a sentence and the paste in ${LONGEST_ANSWER / 1_000} seconds, and nobody else waits`, async (t) => {
    await inScenes(async (scene) => {
      // Once with nothing warm, and once more.
      for (const again of ['at first', 'again']) {
        const met = await paste(scene, text)
        t.diagnostic(again)
        assertAnswered(t, text, met)
        if (met.took > LONGEST_ANSWER || !(await isShort(scene, met.waits))) return false
      }
      return true
    })
  })
}

test(`${PEOPLE} hostile pastes at once, on a server just started, hold up nobody’s pages`, async (t) => {
  await inScenes(async (scene) => {
    const begin = await pasteAll(scene, hostile['69 kB of bold that is never closed'] ?? '')
    let answers: Awaited<ReturnType<Client['post']>>[] = []
    const waits = await scene.othersDuring(async () => (answers = await Promise.all(begin())))
    t.diagnostic(`${sayWaits(waits)}; answered in ${answers.map(({ took }) => Math.round(took)).join(', ')} ms`)
    for (const { status } of answers) assert.ok([409, 422, 429].includes(status), `${status}`)
    return isShort(scene, waits)
  })
})

test(`${PEOPLE} pastes that take a second or two, at once, hold up nobody’s pages`, async (t) => {
  await inScenes(async (scene) => {
    const begin = await pasteAll(scene, hostile['300,000 openings of Markdown'] ?? '')
    let first: { status: number } | undefined
    const waits = await scene.othersDuring(async () => {
      // The last of them would be answered after twelve seconds.
      const all = begin().map((answer) => answer.catch(() => undefined))
      first = await Promise.race(all)
      await pause(1_000)
    })
    t.diagnostic(sayWaits(waits))
    // A quick machine has read it before its two seconds of work are over; `texts` are tried with what surely takes longer.
    assert.ok(first?.status === 422 || first?.status === 200, `${first?.status}`)
    return isShort(scene, waits)
  })
})

test('500,000 characters of prose are posted, and a guest reads all of them', async (t) => {
  await inScenes(async (scene) => {
    const {
      client,
      posters: [poster],
      othersDuring,
    } = scene
    assert.ok(poster)
    const story = storyOf('a long night', 500_000)
    const at = postingPath({ claim: poster.claims[0] })
    const sheet = await readIn(client, at, poster.token, `Title: Long\n\n${story}`)
    assert.ok(sheet.fields['text'] === story, 'it was read whole')
    let asked: ReturnType<typeof send> | undefined
    const form = { at: sheet.at, fields: { ...sheet.fields, role: 'extra' } }
    const waits = await othersDuring(() => (asked = send(client, form, 'post', poster.token)))
    const posted = (await asked) ?? assert.fail()
    assert.equal(posted.status, 303, posted.body.slice(0, 500))
    const page = await client.ask(paths.work(workIn(posted)))
    t.diagnostic(`posted in ${Math.round(posted.took)} ms, ${sayWaits(waits)}; read in ${Math.round(page.took)} ms`)
    assert.equal(page.status, 200)
    const shown = [...page.body.matchAll(/<p>(Lamp \d+ of a long night [^<]*)<\/p>/g)].map(([, line]) => line)
    assert.deepEqual(shown, story.split('\n\n'))
    return isShort(scene, waits)
  })
})
