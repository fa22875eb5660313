// The one reader of the environment and of the command's words: everything that can be set from outside, with its default.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readMailConfig, type Smtp } from './mail/mail-config.ts'
import { Unstartable } from './unstartable.ts'

export type Config = {
  /** Absolute path of the folder that holds all that is kept. */
  readonly dataFolder: string
  readonly databaseUrl: string | undefined
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** The address people use, when something stands in front; without it we go by what the browser says. */
  readonly publicUrl: URL | undefined
  /** Only then are the words of a proxy (who asks, by which scheme) believed. */
  readonly isBehindProxy: boolean
  /** The server that takes our mails, and whom they come from; without it mails wait in the outbox. */
  readonly smtp: Smtp | undefined
  readonly logLevel: string
  /** A site of its own with an invented fest in it, for looking around. */
  readonly isDemo: boolean
  /** For a process under test: a file that holds the time. */
  readonly clockFile: string | undefined
}

export const configOptions = {
  data: { type: 'string' },
  host: { type: 'string' },
  port: { type: 'string' },
  url: { type: 'string' },
  demo: { type: 'boolean' },
  test: { type: 'boolean' },
} as const

type Environment = Readonly<Record<string, string | undefined>>

/** Throws Unstartable with one sentence for anything it cannot understand. */
export function readConfig(
  args: readonly string[],
  environment: Environment = process.env,
  from: string = process.cwd(),
): Config {
  const { values } = parseOrSay(args)
  const isDemo = values.demo === true
  const env = isDemo ? heardByDemo(environment) : environment
  return {
    dataFolder: resolve(from, values.data ?? env.ROUNDELAY_DATA ?? (isDemo ? 'data-demo' : 'data')),
    databaseUrl: isDemo ? noDatabaseUrl(env.DATABASE_URL) : databaseUrl(env.DATABASE_URL),
    host: values.host ?? env.HOST ?? '127.0.0.1',
    port: port(values.port ?? env.PORT ?? '4026'),
    publicUrl: publicUrl(values.url ?? env.ROUNDELAY_URL),
    isBehindProxy: env.ROUNDELAY_BEHIND_PROXY === '1',
    smtp: readMailConfig(env.SMTP_URL, env.MAIL_FROM),
    logLevel: logLevel(env.LOG_LEVEL ?? 'info'),
    isDemo,
    clockFile: values.test === true ? env.ROUNDELAY_TEST_CLOCK : undefined,
  }
}

function parseOrSay(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: configOptions, strict: true })
  } catch (error) {
    // Node explains in several sentences and lines how such a thing might have been meant; the first one says what it is.
    const [why] = error instanceof Error ? error.message.split(/\.?\n|\. /) : []
    throw new Unstartable(
      `${why ?? 'These options are not understood'}. Known options: --data, --host, --port, --url, --demo.`,
    )
  }
}

function port(text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= 65_535) return number
  throw new Unstartable(`The port must be a number from 0 to 65535, not "${text}".`)
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

function logLevel(text: string): string {
  if (logLevels.includes(text)) return text
  throw new Unstartable(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${text}".`)
}

function databaseUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  if (URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol)) return text
  throw new Unstartable(
    'DATABASE_URL is not an address of a PostgreSQL database: it should look like postgres://name:password@host:5432/database.',
  )
}

/**
 * A demo is told where to listen. Where the real site is kept, and whatever leads elsewhere, such as a mail server, is not
 * for it: its people have addresses too.
 */
function heardByDemo(environment: Environment): Environment {
  const heard = /^(?:HOST|PORT|LOG_LEVEL|DATABASE_URL|ROUNDELAY_(?:URL|BEHIND_PROXY|TEST_CLOCK))$/
  return Object.fromEntries(Object.entries(environment).filter(([name]) => heard.test(name)))
}

/** A demo is made and made anew by itself, so it never comes near a database that something else may be kept in. */
function noDatabaseUrl(text: string | undefined): undefined {
  if (text === undefined || text === '') return undefined
  throw new Unstartable(
    'A demo keeps everything in a folder of its own, and DATABASE_URL names a PostgreSQL database: take DATABASE_URL away, and start the demo again.',
  )
}

function publicUrl(text: string | undefined): URL | undefined {
  if (text === undefined || text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/') return url
  throw new Unstartable(
    'ROUNDELAY_URL should be the address that people type, like https://fest.example.org (without a folder).',
  )
}
