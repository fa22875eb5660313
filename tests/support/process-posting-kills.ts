// A server that is killed again and again while many people post; then everybody sends the same form again, as after a lost network.
import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { type Client, openClient } from './process-client.ts'
import { assertSound, fillGround, type ProcessGround } from './process-ground.ts'
import { seeded } from './process-kills.ts'
import {
  makePosters,
  morningOf,
  openPaste,
  type Poster,
  postingPath,
  readIn,
  send,
  type Sheet,
} from './process-posting.ts'
import { sheetFields, storyOf, workIn } from './process-posting.ts'
import { assertJobsGone, assertNothingBeyond, assertNothingLost, assertWhole } from './process-posting-standing.ts'
import { startServer } from './process.ts'

/** What somebody means to do on one day, and what they have been told of it. */
export type Deed = {
  readonly poster: Poster
  readonly claim: number
  /** `both` keeps a draft and posts that. */
  readonly way: 'post' | 'draft' | 'both'
  readonly sheet: Sheet
  readonly onceKey: string
  readonly story: string
  /** The form of the kept draft; it too is sent again as it was. */
  second: Sheet | undefined
  readonly told: { draft: number | undefined; posted: number | undefined }
}

type Scene = {
  readonly client: Client
  readonly random: () => number
  answered: number
  isOver: boolean
}

const ways = ['post', 'draft', 'both'] as const

/** The text is about 20 kB, and differs for each person and each day. */
async function prepare(client: Client, poster: Poster, day: number, number: number): Promise<Deed> {
  const claim = poster.claims[day] ?? assert.fail('no claim')
  const story = storyOf(`${poster.name} on day ${day}`, 20_000)
  const pasted = `Title: Lamps of ${poster.name}, ${day}\nRating: PG\nSummary: Who carries them down.\n\n${story}`
  const sheet = await readIn(client, postingPath({ claim }), poster.token, pasted)
  assert.equal(sheet.fields['text'], story, 'the paste was read whole')
  const onceKey = `${poster.account}/${sheet.fields['once']}`
  const way = ways[(number + day) % ways.length] ?? 'post'
  const told = { draft: undefined, posted: undefined }
  return { poster, claim, way, sheet: asMain(sheet), onceKey, story, second: undefined, told }
}

const asMain = ({ at, fields }: Sheet): Sheet => ({ at, fields: { ...fields, role: 'main' } })

/** Whoever has pressed twice reads the answer to the second press. */
async function press(scene: Scene, deed: Deed, sheet: Sheet, act: 'post' | 'draft'): Promise<string> {
  const presses = Array.from({ length: scene.random() < 0.25 ? 2 : 1 }, () =>
    send(scene.client, sheet, act, deed.poster.token),
  )
  const answers = await Promise.all(presses)
  for (const { status, body } of answers) assert.equal(status, 303, `${deed.way} ${act}: ${body.slice(0, 2_000)}`)
  const works = answers.map(workIn)
  assert.equal(new Set(works).size, 1, 'two presses lead to one work')
  const name = act === 'draft' ? 'draft' : 'posted'
  assert.equal(deed.told[name] ?? works[0], works[0], 'sent again it leads to the same work')
  deed.told[name] = works[0]
  return answers[0]?.location ?? ''
}

/** All that somebody means to do on this day; done again it does nothing more. */
async function carryOut(scene: Scene, deed: Deed): Promise<void> {
  const { sheet, way, poster } = deed
  if (way === 'post') return void (await press(scene, deed, sheet, 'post'))
  const draftAt = await press(scene, deed, sheet, 'draft')
  if (way === 'draft') return
  if (!deed.second) {
    const { fields } = await openPaste(scene.client, draftAt, poster.token)
    assert.equal(fields['text'], deed.story, 'the draft that was kept is there')
    deed.second = asMain({ at: draftAt, fields })
  }
  await press(scene, deed, deed.second, 'post')
}

async function actUntilOver(scene: Scene, deed: Deed): Promise<void> {
  try {
    await carryOut(scene, deed)
    scene.answered += 1
  } catch (error) {
    if (!scene.isOver) throw error
  }
}

/** Counted in answers, so that a slow machine is in the middle of things too; and then at no moment in particular. */
async function untilAnswered(scene: Scene, answers: number): Promise<void> {
  while (scene.answered < answers) await pause(1)
  await pause(scene.random() * 30)
}

type Life = {
  readonly ground: ProcessGround
  readonly posters: readonly Poster[]
  readonly day: number
  readonly random: () => number
}

async function postAndDie({ ground, posters, day, random }: Life): Promise<readonly Deed[]> {
  await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  await using client = openClient(server.address)
  const deeds = await Promise.all(posters.map((poster, number) => prepare(client, poster, day, number)))
  const scene: Scene = { client, random, answered: 0, isOver: false }
  const lives = deeds.map((deed) => actUntilOver(scene, deed))
  await Promise.race([untilAnswered(scene, random() * posters.length * 0.7), Promise.all(lives)])
  scene.isOver = true
  process.kill(server.pid, 'SIGKILL')
  await server.ended
  await Promise.all(lives)
  assert.doesNotMatch(server.err(), /"level":(50|60)/, 'no fault was logged')
  return deeds
}

async function sendAllAgain({ ground, random }: Life, deeds: readonly Deed[]): Promise<void> {
  await using server = await startServer(ground.folder, { env: ground.env, words: ['--test'] })
  await using client = openClient(server.address)
  const scene: Scene = { client, random, answered: 0, isOver: false }
  await Promise.all(deeds.map((deed) => carryOut(scene, deed)))
  await assertAllThere(client, deeds)
  assert.doesNotMatch(server.err(), /"level":(50|60)/, 'no fault was logged')
  await server.stop()
}

/** As guests read it, and as its writer finds it to go on with. */
async function assertAllThere(client: Client, deeds: readonly Deed[]): Promise<void> {
  for (const { way, told, story, claim, poster } of deeds) {
    if (way === 'draft') {
      const at = `${postingPath({ claim })}&work=${told.draft}`
      assert.equal(sheetFields((await client.ask(at, poster.token)).body)['text'], story)
      assert.equal((await client.ask(`/works/${told.draft}`)).status, 404, 'a draft is for nobody else')
      continue
    }
    const { body } = await client.ask(`/works/${told.posted}`)
    for (const line of story.split('\n\n')) assert.ok(body.includes(`<p>${line}</p>`), `missing: ${line}`)
  }
}

export type PostingKills = { readonly kills: number; readonly people: number; readonly seed: number }

/** Returns how many deeds there were, and of how many nobody had an answer when the server was killed. */
export async function killWhilePosting({ kills, people, seed }: PostingKills) {
  const random = seeded(seed)
  const { ground, made: posters } = await fillGround(morningOf(0), (engine) => makePosters(engine, people))
  await using _ = ground
  const all: Deed[] = []
  const found = { deeds: 0, unanswered: 0, doneUnanswered: 0 }
  for (let day = 0; day < kills; day += 1) {
    ground.setClock(morningOf(day))
    const life: Life = { ground, posters, day, random }
    const deeds = await postAndDie(life)
    all.push(...deeds)
    await assertSound(ground)
    const { unanswered, doneUnanswered } = await assertNothingLost(ground, deeds)
    found.unanswered += unanswered
    found.doneUnanswered += doneUnanswered
    await sendAllAgain(life, deeds)
    await assertSound(ground)
    await assertWhole(ground, all)
  }
  await assertJobsGone(ground)
  await assertNothingBeyond(ground, all)
  return { ...found, deeds: all.length }
}
