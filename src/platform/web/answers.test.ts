// Every answer, of whatever kind, carries what browsers need to protect its reader, and a fault is told kindly.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '#src/schema/tables.ts'
import { openHouse, type TestHouse } from '#tests/support/open-house.ts'

const host = 'http://fest.example'

const ask = (house: TestHouse, path: string, init: RequestInit = {}): Promise<Response> =>
  Promise.resolve(house.app.request(host + path, init))

async function everyKind(house: TestHouse): Promise<Record<string, Response>> {
  house.app.get('/broken', () => {
    throw new Error('sown secret')
  })
  const home = await ask(house, '/')
  const style = /href="(\/static\/[^"]+\.css)"/.exec(await home.clone().text())?.[1] ?? ''
  const posted = { method: 'POST', body: new URLSearchParams({ paper: 'dark' }) }
  return {
    page: home,
    'missing page': await ask(house, '/nowhere'),
    fault: await ask(house, '/broken'),
    'file of ours': await ask(house, style),
    'file that is not there': await ask(house, '/static/nothing.css'),
    redirect: await ask(house, '/paper', { ...posted, headers: { 'sec-fetch-site': 'same-origin' } }),
    refusal: await ask(house, '/paper', { ...posted, headers: { 'sec-fetch-site': 'cross-site' } }),
    health: await ask(house, '/healthz'),
    'method that nothing knows': await ask(house, '/', { method: 'DELETE', headers: { 'sec-fetch-site': 'none' } }),
  }
}

test('every kind of answer forbids foreign scripts, frames and guesses, and has a reference', async () => {
  await using house = await openHouse()
  const answers = await everyKind(house)
  assert.deepEqual(
    Object.values(answers).map((answer) => answer.status),
    [200, 404, 500, 200, 404, 303, 403, 200, 404],
  )
  const references = new Set<string>()
  for (const [kind, { headers }] of Object.entries(answers)) {
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self'; /, kind)
    assert.match(policy, /frame-ancestors 'none'/, kind)
    assert.doesNotMatch(policy, /unsafe|\*|data:|https?:/, kind)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', kind)
    assert.equal(headers.get('x-frame-options'), 'DENY', kind)
    assert.equal(headers.get('referrer-policy'), 'same-origin', kind)
    assert.equal(headers.get('x-powered-by'), null, kind)
    assert.match(headers.get('x-request-id') ?? '', /^[\w-]{20,}$/, kind)
    references.add(headers.get('x-request-id') ?? '')
  }
  assert.equal(references.size, Object.keys(answers).length)
})

test('no page needs what the policy forbids: no inline script, no inline style, no handler in an attribute', async () => {
  await using house = await openHouse()
  const oriel = await house.as('oriel')
  for (const path of ['/', '/sign-in', '/zone', '/c/tidewater', '/c/tidewater/rounds/lantern-season', '/nowhere']) {
    const { html } = await oriel.visit(path)
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)[^>]*>|<style\b|\sstyle="|\son[a-z]+="|javascript:/i, path)
  }
})

test('pages are for their reader only, and are asked for anew', async () => {
  await using house = await openHouse()
  assert.equal((await ask(house, '/')).headers.get('cache-control'), 'private, no-cache')
})

test('a fault is told kindly, with the reference that the log has, and gives nothing of itself away', async () => {
  await using house = await openHouse()
  const answer = (await everyKind(house)).fault
  assert.ok(answer)
  const html = await answer.text()
  assert.match(html, /It was not at your end/)
  assert.ok(html.includes(`Reference <code>${answer.headers.get('x-request-id')}</code>`))
  assert.match(html, /Tidewater Fests/)
  assert.doesNotMatch(html, /sown|secret|Error|node_modules|\.tsx?:\d/)
})

test('when a query was the fault, the page that says so is still whole', async () => {
  await using house = await openHouse()
  house.app.get('/broken', async (c) => {
    await sql`select sown from nothing`.execute(c.get('ctx').db as unknown as Kysely<Tables>)
    return c.text('never')
  })
  const answer = await ask(house, '/broken')
  const html = await answer.text()
  assert.equal(answer.status, 500)
  assert.match(html, /Tidewater Fests/)
  assert.doesNotMatch(html, /sown|nothing/)
})

test('when not even the database answers, there is a page made of nothing, with the same protection', async () => {
  await using house = await openHouse()
  await house.ground.engine.close()
  const answer = await ask(house, '/')
  const html = await answer.text()
  assert.equal(answer.status, 500)
  assert.match(html, /Please try again in a minute/)
  assert.ok(html.includes(answer.headers.get('x-request-id') ?? 'no reference'))
  assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'/)
  assert.doesNotMatch(html, /sqlite|pool|Error/i)
})

test('a reference from outside is taken over only when it is a plain word', async () => {
  await using house = await openHouse()
  const given = async (reference: string): Promise<string | null> =>
    (await ask(house, '/', { headers: { 'x-request-id': reference } })).headers.get('x-request-id')
  assert.equal(await given('proxy-4026'), 'proxy-4026')
  for (const bad of ['<b>', 'a b', 'x'.repeat(65)]) assert.notEqual(await given(bad), bad)
})
