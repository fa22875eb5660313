// What can be set from outside, and the one sentence for each thing that cannot be understood.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'
import { Unstartable } from './unstartable.ts'

const refusalOf = (args: readonly string[], env: Record<string, string> = {}): string => {
  try {
    readConfig(args, env, '/home/keeper')
  } catch (error) {
    return error instanceof Unstartable ? error.message : assert.fail(String(error))
  }
  return assert.fail('it was taken')
}

test('without a word it serves the folder beside it, to this machine alone', () => {
  assert.deepEqual(readConfig([], {}, '/home/keeper'), {
    dataFolder: '/home/keeper/data',
    databaseUrl: undefined,
    host: '127.0.0.1',
    port: 4026,
    publicUrl: undefined,
    isBehindProxy: false,
    smtp: undefined,
    logLevel: 'info',
    isDemo: false,
    clockFile: undefined,
  })
})

test('what is typed counts more than what surrounds it', () => {
  const { port, dataFolder } = readConfig(
    ['--port', '5000', '--data', 'here'],
    { PORT: '6000', ROUNDELAY_DATA: '/b' },
    '/a',
  )
  assert.deepEqual([port, dataFolder], [5000, '/a/here'])
})

test('a demo has a folder of its own, wherever the real site is', () => {
  const env = { ROUNDELAY_DATA: '/srv/fest' }
  assert.equal(readConfig(['--demo'], env, '/a').dataFolder, '/a/data-demo')
  assert.equal(readConfig(['--demo', '--data', 'other'], env, '/a').dataFolder, '/a/other')
  assert.equal(readConfig(['--demo'], env, '/a').isDemo, true)
})

test('a demo is told where to listen, and nothing that leads elsewhere', () => {
  const mail = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'Fests <fests@example.org>' }
  assert.deepEqual(readConfig(['--demo'], mail, '/a'), readConfig(['--demo'], {}, '/a'))
  assert.equal(readConfig(['--demo'], { ...mail, PORT: '5000' }).port, 5000)
})

test('a clock from a file is for tests only', () => {
  const env = { ROUNDELAY_TEST_CLOCK: '/tmp/clock' }
  assert.equal(readConfig([], env).clockFile, undefined)
  assert.equal(readConfig(['--test'], env).clockFile, '/tmp/clock')
})

const cases: readonly (readonly [readonly string[], Record<string, string>, RegExp])[] = [
  [['--colour', 'red'], {}, /--colour/],
  [['now'], {}, /now/],
  [['--data', '--port', '0'], {}, /--data/],
  [['--port'], {}, /--port/],
  [['--port', 'eighty'], {}, /"eighty"/],
  [['--port', '70000'], {}, /"70000"/],
  [['--port', ''], {}, /port/],
  [['--url', 'fest.example.org'], {}, /https:\/\/fest\.example\.org/],
  [[], { PORT: 'http' }, /"http"/],
  [[], { ROUNDELAY_URL: 'https://example.org/fest' }, /without a folder/],
  [[], { LOG_LEVEL: 'chatty' }, /LOG_LEVEL.*"chatty"/],
  [[], { DATABASE_URL: 'fests' }, /DATABASE_URL is not/],
  [['--demo'], { DATABASE_URL: 'postgres://localhost/fests' }, /folder of its own/],
  [[], { DATABASE_URL: 'mysql://keeper:sesame@localhost/fests' }, /DATABASE_URL is not/],
]

for (const [args, env, about] of cases) {
  test(`${JSON.stringify([...args, env])} is refused in one line`, () => {
    const sentence = refusalOf(args, env)
    assert.match(sentence, about)
    assert.match(sentence, /^[^\n]+\.$/)
    assert.doesNotMatch(sentence, /sesame/)
  })
}
