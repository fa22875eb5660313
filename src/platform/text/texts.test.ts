// Reading text in a process of its own: within limits, with everybody else still answered, and started again when it was stopped.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setTimeout as after } from 'node:timers/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { execFile } from 'node:child_process'
import { after as atTheEnd, describe, test } from 'node:test'
import { promisify } from 'node:util'
import { Refusal } from '#src/kit/refusal.ts'
import { bomb, docx } from '#tests/support/documents.ts'
import { type TextReaders, type TextsOptions, openTexts } from './texts.ts'

const refusedAs =
  (code: string) =>
  (error: unknown): boolean =>
    error instanceof Refusal &&
    error.kind === 'limit' &&
    error.code === code &&
    error.sentence.includes('still in the field')

async function withTexts(options: TextsOptions, work: (texts: TextReaders) => Promise<void>): Promise<void> {
  const texts = openTexts(options)
  try {
    await work(texts)
  } finally {
    await texts.close()
  }
}

const scripts = mkdtempSync(join(tmpdir(), 'roundelay-reader-'))
atTheEnd(() => rmSync(scripts, { recursive: true, force: true }))
let written = 0

/** A process that does as its text says, in place of the real one. */
function script(does: string): URL {
  written += 1
  const file = join(scripts, `${written}.mjs`)
  writeFileSync(
    file,
    `process.on('message', async ({ text }) => {
        ${does}
        process.send({ is: 'cleaned', cleaned: { plain: text } })
      })
      process.send({ is: 'ready' })`,
  )
  return pathToFileURL(file)
}

/** Long and nested as deeply as may be: much work that only a clock can stop. */
const slow = `${'<ul><li>x'.repeat(200)}${'<li></li>'.repeat(180_000)}`

describe('texts', () => {
  test('are cleaned, counted and told of', () =>
    withTexts({}, async (texts) => {
      const cleaned = await texts.clean({ text: '<p>Hello <b>you</b><script>x</script></p>', form: 'guess' })
      assert.equal(cleaned.html, '<p>Hello <b>you</b></p>')
      assert.equal(cleaned.words, 2)
      assert.deepEqual(cleaned.removed, [{ what: '<script>', count: 1 }])
    }))

  test('of documents are read there too, and what is none is refused beside the field of the file', () =>
    withTexts({ readers: 1 }, async (texts) => {
      const { text, form } = await texts.open({ name: 'tallow.docx', bytes: docx() })
      assert.equal(form, 'html')
      assert.match(text, /Nothing <em>burned<\/em>/)
      await assert.rejects(
        texts.open({ name: 'tallow.docx', bytes: bomb() }),
        (error) => error instanceof Refusal && error.code === 'document/too-large-inside' && error.about === 'file',
      )
      assert.equal((await texts.clean({ text: 'after', form: 'plain' })).plain, 'after')
    }))

  test('that are tidied are told, and what is to be left is left', () =>
    withTexts({ readers: 1 }, async (texts) => {
      const text = '<p>a</p><p>oOo</p>'
      assert.deepEqual((await texts.clean({ text, form: 'html' })).tidied, [{ kind: 'scene-breaks', count: 1 }])
      assert.equal((await texts.clean({ text, form: 'html', leave: ['scene-breaks'] })).html, text)
      assert.deepEqual((await texts.read({ text, form: 'html', leave: ['scene-breaks'] })).tidied, [])
    }))

  test('that are too long or too deep are refused with a sentence', () =>
    withTexts({}, async (texts) => {
      await assert.rejects(texts.clean({ text: 'x'.repeat(2_000_001), form: 'plain' }), refusedAs('text/too-long'))
      await assert.rejects(texts.clean({ text: '<div>'.repeat(10_000), form: 'html' }), refusedAs('text/too-deep'))
      const paste = Array.from({ length: 6_000 }, (_, index) => `<b id=${index}><p>`).join('')
      await assert.rejects(texts.clean({ text: paste, form: 'guess' }), refusedAs('text/too-deep'))
    }))

  test('that take too long are refused within the limit, others are answered meanwhile, and the next is read', () =>
    withTexts({ readers: 1, millis: 300 }, async (texts) => {
      await texts.clean({ text: 'warm', form: 'plain' })
      const delay = monitorEventLoopDelay({ resolution: 10 })
      delay.enable()
      const start = performance.now()
      await assert.rejects(texts.clean({ text: slow, form: 'html' }), refusedAs('text/too-slow'))
      assert.ok(performance.now() - start < 1_500)
      delay.disable()
      assert.ok(delay.max < 200e6, `${delay.max / 1e6} ms`)
      assert.equal((await texts.clean({ text: 'after', form: 'plain' })).plain, 'after')
    }))

  test('that need too much memory are refused, and the next is read', () =>
    withTexts(
      {
        readers: 1,
        megabytes: 32,
        millis: 20_000,
        script: script(
          `if (text === 'much') { const all = []; for (;;) all.push(Array.from({ length: 1000 }, () => ({}))) }`,
        ),
      },
      async (texts) => {
        await assert.rejects(texts.clean({ text: 'much', form: 'plain' }), refusedAs('text/too-slow'))
        assert.equal((await texts.clean({ text: 'little', form: 'plain' })).plain, 'little')
      },
    ))

  test('wait for one another and all come back, each to whoever sent it', () =>
    withTexts({}, async (texts) => {
      const all = Array.from({ length: 40 }, (_, index) => `Text ${index}`)
      const read = await Promise.all(all.map((text) => texts.clean({ text, form: 'plain' })))
      assert.deepEqual(
        read.map(({ plain }) => plain),
        all,
      )
    }))

  test('in front of which too many wait are refused', () =>
    withTexts(
      { readers: 1, mostWaiting: 1, script: script(`await new Promise((done) => setTimeout(done, 50))`) },
      async (texts) => {
        const first = texts.clean({ text: 'one', form: 'plain' })
        const second = texts.clean({ text: 'two', form: 'plain' })
        await assert.rejects(texts.clean({ text: 'three', form: 'plain' }), refusedAs('text/busy'))
        assert.deepEqual([(await first).plain, (await second).plain], ['one', 'two'])
      },
    ))

  test('are read again after the processes were let go', () =>
    withTexts({ idleMillis: 20 }, async (texts) => {
      assert.equal((await texts.clean({ text: 'one', form: 'plain' })).plain, 'one')
      await after(100)
      assert.equal((await texts.clean({ text: 'two', form: 'plain' })).plain, 'two')
    }))

  test('are not read when the process fails: it is an error, not a refusal, and the next is read', () =>
    withTexts({ readers: 1, script: script(`if (text === 'bad') process.exit(1)`) }, async (texts) => {
      await assert.rejects(texts.clean({ text: 'bad', form: 'plain' }), (error) => !(error instanceof Refusal))
      assert.equal((await texts.clean({ text: 'good', form: 'plain' })).plain, 'good')
    }))

  test('of one person are read one after the other, and everybody else is read meanwhile', () =>
    withTexts({ readers: 2, script: script(`if (text === 'slow') for (;;) {}`), millis: 700 }, async (texts) => {
      const [one, other] = ['account 1', 'account 2'].map((who) => texts.of(who, async () => {}))
      assert.ok(one && other)
      await texts.clean({ text: 'warm', form: 'plain' })
      const given = Array.from({ length: 3 }, () =>
        assert.rejects(one.clean({ text: 'slow', form: 'plain' }), refusedAs('text/too-slow')),
      )
      const start = performance.now()
      assert.equal((await other.clean({ text: 'quick', form: 'plain' })).plain, 'quick')
      assert.ok(performance.now() - start < 600, 'before even the first of the slow ones was given up')
      await Promise.all(given)
    }))

  test('of which one person has too many waiting are refused, and of everybody else they are read', () =>
    withTexts(
      { readers: 1, mostOfOne: 1, script: script(`await new Promise((done) => setTimeout(done, 50))`) },
      async (texts) => {
        const [one, other] = ['account 1', 'account 2'].map((who) => texts.of(who, async () => {}))
        assert.ok(one && other)
        const both = ['first', 'second'].map((text) => one.clean({ text, form: 'plain' }))
        await after(1)
        await assert.rejects(one.clean({ text: 'third', form: 'plain' }), refusedAs('text/busy'))
        assert.equal((await other.clean({ text: 'other', form: 'plain' })).plain, 'other')
        await Promise.all(both)
      },
    ))

  test('are waited for with nothing in hand: what a visitor holds is given back first', () =>
    withTexts({}, async (texts) => {
      const done: string[] = []
      const visitor = texts.of('account 1', async () => void done.push('rested'))
      done.push((await visitor.clean({ text: 'read', form: 'plain' })).plain)
      assert.deepEqual(done, ['rested', 'read'])
      const inTransaction = texts.of('account 1', () => Promise.reject(new Error('inside a transaction')))
      await assert.rejects(inTransaction.read({ text: 'never', form: 'plain' }), /inside a transaction/)
    }))

  test('that wait when the house closes are told so', async () => {
    const texts = openTexts({ readers: 1 })
    const both = ['one', 'two'].map((text) => assert.rejects(texts.clean({ text, form: 'plain' })))
    await texts.close()
    await Promise.all(both)
    await assert.rejects(texts.clean({ text: 'three', form: 'plain' }))
  })

  test('are read by a process that sees nothing of our settings', () => {
    const says = script(`text = Object.keys(process.env).filter((name) => !name.startsWith('NODE_')).join()`)
    return withTexts({ script: says }, async (texts) => {
      // What Windows cannot start a process without.
      const needed =
        /^(?:HOME(?:DRIVE|PATH)|LOGONSERVER|PATH|SYSTEM(?:DRIVE|ROOT)|TEMP|USER(?:DOMAIN|NAME|PROFILE)|WINDIR)$/i
      const seen = (await texts.clean({ text: '', form: 'plain' })).plain.split(',').filter((name) => name !== '')
      assert.deepEqual(process.platform === 'win32' ? seen.filter((name) => !needed.test(name)) : seen, [])
    })
  })

  const skip = existsSync('/proc/self/stat') ? false : 'only Linux tells the priority of a process in a file'
  test('that take long are read behind everybody else, and the next by somebody fresh', { skip }, () => {
    const says = script(`
      const end = Date.now() + Number(text)
      while (Date.now() < end) {}
      text = String(process.pid) + ' ' + (await import('node:os')).getPriority()`)
    return withTexts({ readers: 1, script: says }, async (texts) => {
      const read = async (millis: number): Promise<readonly (number | undefined)[]> =>
        (await texts.clean({ text: String(millis), form: 'plain' })).plain.split(' ').map(Number)
      const [[first, usual], [second, long], [third, again]] = [await read(1), await read(1_300), await read(1)]
      assert.deepEqual([usual, long, again], [0, 5, 0])
      assert.equal(second, first)
      assert.notEqual(third, second)
    })
  })
})

test('whoever waits only for the end of a reader hears of it, though nothing else keeps the process', async () => {
  const door = new URL('./texts.ts', import.meta.url).href
  const says = `const { openTexts } = await import('${door}')
const texts = openTexts()
await texts.read({ text: 'Title: Short', form: 'guess' })
await texts.close()
console.log('closed')`
  const loader = new URL('../../../bin/tsx.mjs', import.meta.url).href
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    loader,
    '--input-type=module',
    '-e',
    says,
  ])
  assert.equal(stdout.trim(), 'closed')
})
