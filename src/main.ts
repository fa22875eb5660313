// Start: reads the command, and for `start` takes the data folder, opens the house, serves it and says where.
import { makeApp } from '#src/app.tsx'
import { findCommand, help } from '#src/cli/commands.ts'
import { dressFor } from '#src/moderation/instance/mail-dress.ts'
import { offerSetUp } from '#src/moderation/instance/set-up.ts'
import { followZoneData } from '#src/moderation/instance/zone-data.ts'
import { followNameKeys } from '#src/people/accounts/names/name-keys.ts'
import type { Ground } from '#src/platform/context.ts'
import { type Config, readConfig } from '#src/platform/config.ts'
import { type DataFolder, takeFolder } from '#src/platform/data-folder.ts'
import { type House, openHouse } from '#src/platform/house.ts'
import { asHost } from '#src/platform/jobs/worker.ts'
import { isLoopback, mailRoadOf, type MailRoad } from '#src/platform/mail/mail-config.ts'
import { type Postman, startPostman } from '#src/platform/mail/postman.ts'
import { openMailer } from '#src/platform/mail/smtp.ts'
import { makeLog } from '#src/platform/log.ts'
import { untilStopped } from '#src/platform/signals.ts'
import { Unstartable } from '#src/platform/unstartable.ts'
import { followChanges } from '#src/platform/web/cache-follower.ts'
import { openPageCache, type PageCache } from '#src/platform/web/page-cache.ts'
import { serve } from '#src/platform/web/serve.ts'
import { openStatic } from '#src/platform/web/static.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { works } from '#src/wiring/jobs.ts'

async function start(args: readonly string[]): Promise<void> {
  const config = readConfig(args)
  const stopped = untilStopped()
  const folder = takeFolder(config.dataFolder)
  try {
    if (config.isDemo) await (await import('#src/demo/making/prepare.ts')).prepareDemo({ config, folder, works, say })
    const log = makeLog({ level: config.logLevel })
    const cache = openPageCache()
    const needs = { config, databaseFile: folder.databaseFile, works, log, withWorker: true, told: cache.drop }
    const house = await openHouse(needs)
    try {
      await serveHouse(config, folder, { ...house, cache }, stopped)
    } finally {
      await house.close()
    }
  } finally {
    folder.release()
  }
}

type Opened = House & { readonly cache: PageCache }

async function serveHouse(config: Config, folder: DataFolder, house: Opened, stopped: Promise<string>): Promise<void> {
  const { ground, texts, cache } = house
  await asHost(ground, (ctx) => followZoneData(ctx, process.versions.tz ?? 'unknown'))
  await asHost(ground, followNameKeys)
  const files = await openStatic({ cacheFolder: folder.cacheFolder })
  const demo = config.isDemo ? await (await import('#src/demo/demo.ts')).openDemo(ground) : undefined
  const road = mailRoadOf(config)
  const app = makeApp({ ground, texts, files, proxy: config, cache, demo, mailRoad: road })
  const following = await followChanges(ground, cache)
  const serving = await serve(app.fetch, config.host, config.port, cache)
  const address = config.publicUrl?.origin ?? `http://${shownHost(config.host)}:${serving.port}`
  folder.sayWhere(address)
  const origin = config.publicUrl?.origin ?? (isLoopback(config.host) ? address : undefined)
  const postman = road === 'sent' ? openPost(ground, config, origin) : undefined
  const more = demo ? demo.welcome(address) : setUpWords(address, await asHost(ground, offerSetUp))
  sayWelcome(address, demo ? '' : aboutPost(road, config.publicUrl, origin), more)
  const why = await stopped
  say(`Stopping (${why}): what is in flight is answered first.`)
  await serving.stop()
  await postman?.stop()
  await following.stop()
}

/** Without an address that people can open, no link can be written into a mail: then mails wait. */
function openPost(ground: Ground, { smtp }: Config, origin: string | undefined): Postman | undefined {
  if (smtp === undefined || origin === undefined) return undefined
  return startPostman(ground, { mailer: openMailer(smtp), dress: dressFor(origin) })
}

/** One sentence for whoever reads what a start says; nothing where all is well. */
function aboutPost(road: MailRoad, publicUrl: URL | undefined, origin: string | undefined): string {
  if (road === 'kept') return 'No mail is sent: set SMTP_URL and MAIL_FROM. Until then an admin confirms new accounts.'
  if (road === 'shown') return 'No mail is sent (SMTP_URL is not set): as admin you can open every mail in the outbox.'
  if (publicUrl !== undefined) return ''
  return origin === undefined
    ? 'Mails wait: set ROUNDELAY_URL to the address people use, for the links in them.'
    : `Links in mails begin with ${origin}: set ROUNDELAY_URL if people use another address.`
}

/** What stands for every address of a machine is none that a browser could open. */
const shownHost = (host: string): string => (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host)

function sayWelcome(address: string, post: string, more: string | undefined): void {
  say(`Roundelay is at ${address}/${post === '' ? '' : `\n${post}`}${more === undefined ? '' : `\n\n${more}\n`}`)
}

const setUpWords = (address: string, link: string | undefined): string | undefined =>
  link &&
  `Nobody has set it up yet. Whoever opens this link first, within seven days, becomes its admin:\n\n  ${address}${asking(paths.setUp, { link })}`

const say = (line: string): void => void process.stdout.write(`${line}\n`)

// Whoever read what we say may have gone (Ctrl-C ends all of `npm start | tee log` at once): that is no reason to break off.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

// A database holds addresses and hashes, also where somebody else made its folder (a container's volume).
process.umask(0o077)

const [command = 'help', ...args] = process.argv.slice(2)
try {
  if (command === 'start') await start(args)
  else if (command === 'help' || command === '--help') say(help())
  else await findCommand(command).run(args, works)
  process.exitCode = 0
} catch (error) {
  process.exitCode = 1
  process.stderr.write(
    `${error instanceof Unstartable ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
}
// Nothing should keep the process: a stray timer must not turn a stop into a hang.
if (process.connected) process.disconnect?.()
