// A piece after it is in: changed with every save kept, brought back, taken down and put up again; and nothing typed becomes code.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openToEdit, savesOf } from '#src/library/works/work-saves.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'
import { plainPost } from '#tests/support/posts.ts'
import type { Seen, Visitor } from '#tests/support/visitor.ts'
import { xssPayloads } from '#tests/support/xss-payloads.ts'
import { type Claimed, logOf, take } from '#tests/world/deeds.ts'
import { where } from '#tests/world/tidewater.ts'

const post = paths.post(where.community, where.round)

const idOf = ({ path, text }: Seen): number =>
  Number(/\/works\/(\d+)/.exec(path)?.[1] ?? assert.fail(text.slice(0, 400)))

async function postFor(who: Visitor, at: string, fields: Record<string, string> = {}): Promise<number> {
  await who.visit(at)
  await who.submit(at, { text: plainPost, do: 'read' })
  return idOf(await who.submit(at, { role: 'main', do: 'post', ...fields }))
}

const stateOf = (house: TestHouse, claim: Claimed) =>
  house.act({ kind: 'host' }, async ({ db }) => {
    const found = db.selectFrom('claims').select(['state', 'main_life']).where('id', '=', claim.id)
    const { state, main_life } = await found.executeTakeFirstOrThrow()
    return `${state} ${main_life}`
  })

test('every save keeps the earlier text, its creators alone read it, and any save can be brought back', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const oriel = await house.as('oriel')
  const work = await postFor(oriel, post, { characters: 'Pell, June', warnings: 'weather' })
  const edit = await oriel.visit(paths.workEdit(work))
  assert.equal(edit.status, 200)
  const saved = await oriel.submit(paths.workEdit(work), {
    text: 'A new beginning, *twice*.',
    textForm: 'markdown',
    do: 'save',
  })
  assert.match(saved.html, /<em>twice<\/em>/)
  const history = await oriel.visit(paths.workHistory(work))
  assert.match(history.text, /by Oriel Finch, 4 words, as it is now.*by Oriel Finch, 54 words/)
  const first = await oriel.visit(asking(paths.workHistory(work), { version: '1' }))
  assert.match(first.text, /The first ledger was for the Board/)
  const back = await oriel.submit(paths.workHistory(work))
  assert.match(back.text, /Save 1 is the text again/)
  const now = await house.act('oriel', (ctx) => openToEdit(ctx, work))
  assert.match(now.source, /^The first ledger/)
  assert.deepEqual(
    now.tags.filter(({ kind }) => kind === 'character').map(({ name }) => name),
    ['Pell', 'June'],
  )
  assert.equal((await house.act('oriel', (ctx) => savesOf(ctx, work))).length, 3)
  assert.equal((await oriel.visit(asking(paths.workHistory(work), { version: '99' }))).status, 404)
})

test('a save that is refused leaves the piece as it is and comes back filled', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const oriel = await house.as('oriel')
  const work = await postFor(oriel, post)
  await oriel.visit(paths.workEdit(work))
  const refused = await oriel.submit(paths.workEdit(work), {
    text: '<div>'.repeat(10_000),
    textForm: 'html',
    do: 'save',
  })
  assert.equal(refused.status, 422)
  assert.match(refused.html, /id="f-text-why"/)
  assert.equal((await house.act('oriel', (ctx) => savesOf(ctx, work))).length, 1)
})

test('taking the main piece down turns its claim to what the clock says; put up again it is kept, with the date it had', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const oriel = await house.as('oriel')
  const work = await postFor(oriel, asking(post, { claim: String(claim.id) }))
  assert.equal(await stateOf(house, claim), 'kept up')
  house.at('2026-11-09T12:00:00.000Z')
  assert.match((await oriel.visit(paths.workTakingDown(work))).text, /can be put up again for 30 days/)
  assert.match((await oriel.submit(paths.workTakingDown(work))).text, /Taken down\. Only you see it now\./)
  assert.equal(await stateOf(house, claim), 'later none')
  assert.equal((await house.guest().visit(paths.work(work))).status, 404)
  house.at('2026-11-20T12:00:00.000Z')
  await oriel.visit(paths.workTakingDown(work))
  assert.match((await oriel.submit(paths.workTakingDown(work))).text, /It is up again, with the date it had/)
  assert.equal(await stateOf(house, claim), 'kept up')
  assert.match((await house.guest().visit(paths.work(work))).text, /4 November 2026/)
  assert.ok((await logOf(house, claim)).some((line) => line.startsWith('18 restore-main')))
})

test('after 30 days it stays down, and its text stays its writer’s', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const oriel = await house.as('oriel')
  const work = await postFor(oriel, post)
  await oriel.visit(paths.workTakingDown(work))
  const down = await oriel.submit(paths.workTakingDown(work))
  assert.match(down.text, /until Wednesday 16 December, 12:00/)
  house.at('2026-12-16T12:00:00.000Z')
  const over = await oriel.submit(paths.workTakingDown(work))
  assert.match(over.text, /more than 30 days ago/)
  assert.match((await oriel.visit(paths.workHistory(work))).text, /54 words/)
})

test('a scheduled piece that is taken down does not go up, and put up again before its day it waits again', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  const oriel = await house.as('oriel')
  const work = await postFor(oriel, asking(post, { claim: String(claim.id) }))
  assert.equal(await stateOf(house, claim), 'held scheduled')
  await oriel.visit(paths.workTakingDown(work))
  await oriel.submit(paths.workTakingDown(work))
  assert.equal(await stateOf(house, claim), 'held none')
  await oriel.visit(paths.workTakingDown(work))
  await oriel.submit(paths.workTakingDown(work))
  assert.equal(await stateOf(house, claim), 'held scheduled')
  house.at('2026-11-04T00:00:01.000Z')
  await house.runJobs()
  assert.equal((await house.guest().visit(paths.work(work))).status, 200)
})

test('what a piece is for its day can be changed for ever: the small one becomes the main one, and back', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const oriel = await house.as('oriel')
  const work = await postFor(oriel, asking(post, { claim: String(claim.id) }), { role: 'stand-in' })
  house.at('2026-11-10T12:00:00.000Z')
  await house.runJobs()
  assert.equal(await stateOf(house, claim), 'later none')
  const edit = await oriel.visit(paths.workEdit(work))
  assert.match(edit.html, /value="stand-in" checked/)
  await oriel.submit(paths.workEdit(work), { role: 'main', do: 'save' })
  assert.equal(await stateOf(house, claim), 'kept up')
  await oriel.visit(paths.workEdit(work))
  await oriel.submit(paths.workEdit(work), { role: 'stand-in', do: 'save' })
  assert.equal(await stateOf(house, claim), 'later none')
})

test('what people type in any field appears as they typed it, and never as code', async () => {
  await using house = await openHouse({ at: '2026-11-16T12:00:00.000Z' })
  const mara = await house.as('mara')
  const chosen = xssPayloads.filter((_, index) => index % 9 === 0)
  assert.ok(chosen.length > 5)
  for (const payload of chosen) {
    await mara.visit(post)
    await mara.submit(post, { do: 'fill' })
    const fields = Object.fromEntries(
      [
        'title',
        'summary',
        'notes',
        'preface',
        'epigraph',
        'epigraphBy',
        'tags',
        'characters',
        'timing',
        'others',
        'beta',
      ].map((name) => [name, payload]),
    )
    const said = {
      ...fields,
      title: payload.slice(0, 300),
      text: `Safe. ${payload}`,
      textForm: 'html',
      reservedName: payload.slice(0, 60),
    }
    const preview = await mara.submit(post, { ...said, do: 'preview' })
    const page = await mara.submit(post, { do: 'post' })
    const edit = await mara.visit(paths.workEdit(idOf(page)))
    for (const { html, path } of [preview, page, edit]) {
      const inTags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'))
      const scripts = inTags.filter((tag) => /^<script/i.test(tag))
      assert.ok(scripts.length <= 1, `${path}: ${scripts.join()} of ${payload}`)
      assert.deepEqual(
        inTags.filter((tag) => /\son[a-z]+\s*=/i.test(tag)),
        [],
        `${path}: ${payload}`,
      )
      assert.doesNotMatch(html, /(?:href|src|action)="\s*(?:javascript|vbscript|data):/i, path)
    }
  }
})

test('letters that went through a wrong table are put right and said so; half characters and NUL do no harm', async () => {
  await using house = await openHouse()
  const claim = await take(house, 'oriel', '11-04')
  house.at('2026-11-04T12:00:00.000Z')
  const oriel = await house.as('oriel')
  const at = asking(paths.post(where.community, where.round), { claim: String(claim.id) })
  await oriel.visit(at)
  const broken = 'Title: Tide\n\nItâ€™s late, she said â€” â€œtoo lateâ€\u009d. The cafÃ© was closed.\n\nEnd\0\ud800.'
  const read = await oriel.submit(at, { text: broken, do: 'read' })
  assert.match(read.text, /Letters that had gone through a wrong table were put right/)
  const seen = await oriel.submit(at, { do: 'post' })
  assert.match(seen.text, /It’s late, she said — “too late”\. The café was closed\./)
  assert.doesNotMatch(seen.html, /\0|â€/)
})
