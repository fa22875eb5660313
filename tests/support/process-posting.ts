// Pieces posted over real connections exactly as the form does it: the page is asked for, the paste is read, the form is sent.
import assert from 'node:assert/strict'
import { claimDay } from '#src/fests/claims/claims.ts'
import { type Instant, toInstant } from '#src/kit/instants.ts'
import { realRandom } from '#src/platform/clock.ts'
import type { Ground } from '#src/platform/context.ts'
import type { Engine } from '#src/platform/database/engine.ts'
import { makeLog } from '#src/platform/log.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { type Crowd, gathering, makeCrowd, type Member } from '../world/crowd.ts'
import { inContext, madeAt } from '../world/tidewater.ts'
import { load } from './html.ts'
import type { Answer, Client } from './process-client.ts'

/** A form ready to be sent, as often as it takes. */
export type Sheet = { readonly at: string; readonly fields: Readonly<Record<string, string>> }

export type Poster = Member & {
  /** Their claims, in the order of the round's days. */
  readonly claims: readonly number[]
}

/** Everybody holds every day that can be claimed. */
export async function makePosters(engine: Engine, people: number): Promise<readonly Poster[]> {
  const crowd = await makeCrowd(engine, { people, plan: { places: people } })
  const ground: Ground = {
    engine,
    clock: () => madeAt,
    random: realRandom,
    log: makeLog({ level: 'silent' }),
    reactionsTo: () => [],
    wake: () => {},
  }
  const posters: Poster[] = []
  for (const member of crowd.members) posters.push({ ...member, claims: await claimAll(ground, crowd, member) })
  return posters
}

function claimAll(ground: Ground, crowd: Crowd, { account }: Member): Promise<number[]> {
  return inContext(ground, { kind: 'person', account, session: 0, isAdmin: false }, async (ctx) => {
    const claims: number[] = []
    for (const day of crowd.days) claims.push((await claimDay(ctx, gathering, { day, zone: undefined })).id)
    return claims
  })
}

/** Ten in the morning of the day at this place in the calendar; in November Lisbon’s day is that of UTC. */
export const morningOf = (at: number): Instant => toInstant(`2026-11-${String(2 + at).padStart(2, '0')}T10:00:00.000Z`)

export const postingPath = (query: { readonly claim?: number | undefined } = {}): string =>
  asking(
    paths.post(gathering.community, gathering.round),
    query.claim === undefined ? {} : { claim: String(query.claim) },
  )

/** About as many characters as asked for, in paragraphs of which each says whose it is and which one. */
export function storyOf(name: string, characters: number): string {
  const lines: string[] = []
  for (let length = 0, number = 1; length < characters; number += 1) {
    const line = `Lamp ${number} of ${name} was lit at the turn of the tide; “and who,” said the keeper, “is to carry it down again?”`
    lines.push(line)
    length += line.length + 2
  }
  return lines.join('\n\n')
}

/** The fields of the form on a page that takes a text. */
export const sheetFields = (page: string): Record<string, string> =>
  load(page).forms.find(({ fields }) => 'text' in fields)?.fields ?? assert.fail(load(page).text.slice(0, 500))

export async function openPaste(client: Client, at: string, token: string): Promise<Sheet> {
  const page = await client.ask(at, token)
  assert.equal(page.status, 200, page.body.slice(0, 300))
  return { at, fields: sheetFields(page.body) }
}

/** From the empty page to the form with everything read into it. */
export async function readIn(client: Client, at: string, token: string, pasted: string): Promise<Sheet> {
  const { fields } = await openPaste(client, at, token)
  const page = await client.post(at, { ...fields, text: pasted, do: 'read' }, token)
  assert.equal(page.status, 200, load(page.body).text.slice(0, 500))
  return { at, fields: sheetFields(page.body) }
}

export const send = (client: Client, { at, fields }: Sheet, act: 'post' | 'draft', token: string): Promise<Answer> =>
  client.post(at, { ...fields, do: act }, token)

export const workIn = ({ location = '' }: Answer): number =>
  Number(/(?:\/works\/|[?&]work=)(\d+)/.exec(location)?.[1] ?? assert.fail(`no work in ${location}`))
