// Reading text in a thread of its own: within limits, with everybody else still answered, and started again when it was stopped.
import assert from 'node:assert/strict'
import { setTimeout as after } from 'node:timers/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, test } from 'node:test'
import { Refusal } from '#src/kit/refusal.ts'
import { type Texts, type TextsOptions, openTexts } from './texts.ts'

const refusedAs =
  (code: string) =>
  (error: unknown): boolean =>
    error instanceof Refusal &&
    error.kind === 'limit' &&
    error.code === code &&
    error.sentence.includes('still in the field')

async function withTexts(options: TextsOptions, work: (texts: Texts) => Promise<void>): Promise<void> {
  const texts = openTexts(options)
  try {
    await work(texts)
  } finally {
    await texts.close()
  }
}

/** A thread that does as its text says, in place of the real one. */
const script = (does: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads'
      parentPort.on('message', async ({ text }) => {
        ${does}
        parentPort.postMessage({ is: 'cleaned', cleaned: { plain: text } })
      })
      parentPort.postMessage({ is: 'ready' })`)}`,
  )

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

  test('that are too long or too deep are refused with a sentence', () =>
    withTexts({}, async (texts) => {
      await assert.rejects(texts.clean({ text: 'x'.repeat(2_000_001), form: 'plain' }), refusedAs('text/too-long'))
      await assert.rejects(texts.clean({ text: '<div>'.repeat(10_000), form: 'html' }), refusedAs('text/too-deep'))
      const paste = Array.from({ length: 6_000 }, (_, index) => `<b id=${index}><p>`).join('')
      await assert.rejects(texts.clean({ text: paste, form: 'guess' }), refusedAs('text/too-deep'))
    }))

  test('that take too long are refused within the limit, others are answered meanwhile, and the next is read', () =>
    withTexts({ threads: 1, millis: 300 }, async (texts) => {
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
        threads: 1,
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
      { threads: 1, mostWaiting: 1, script: script(`await new Promise((done) => setTimeout(done, 50))`) },
      async (texts) => {
        const first = texts.clean({ text: 'one', form: 'plain' })
        const second = texts.clean({ text: 'two', form: 'plain' })
        await assert.rejects(texts.clean({ text: 'three', form: 'plain' }), refusedAs('text/busy'))
        assert.deepEqual([(await first).plain, (await second).plain], ['one', 'two'])
      },
    ))

  test('are read again after the threads were let go', () =>
    withTexts({ idleMillis: 20 }, async (texts) => {
      assert.equal((await texts.clean({ text: 'one', form: 'plain' })).plain, 'one')
      await after(100)
      assert.equal((await texts.clean({ text: 'two', form: 'plain' })).plain, 'two')
    }))

  test('are not read when the thread fails: it is an error, not a refusal, and the next is read', () =>
    withTexts({ threads: 1, script: script(`if (text === 'bad') process.exit(1)`) }, async (texts) => {
      await assert.rejects(texts.clean({ text: 'bad', form: 'plain' }), (error) => !(error instanceof Refusal))
      assert.equal((await texts.clean({ text: 'good', form: 'plain' })).plain, 'good')
    }))

  test('that wait when the house closes are told so', async () => {
    const texts = openTexts({ threads: 1 })
    const both = ['one', 'two'].map((text) => assert.rejects(texts.clean({ text, form: 'plain' })))
    await texts.close()
    await Promise.all(both)
    await assert.rejects(texts.clean({ text: 'three', form: 'plain' }))
  })
})
