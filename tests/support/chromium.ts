// A real Chromium for tests: the one asked for, the machine's own, or the one from the packages, unpacked once.
import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { cacheInHouse, cacheInTemp, house, unpackOnce, untar } from './unpack.ts'

/** `CHROMIUM_PATH`, else the machine's own Chromium or Chrome, else `@sparticuz/chromium`. */
export async function findChromium(): Promise<string> {
  const asked = process.env.CHROMIUM_PATH
  if (asked) {
    if (existsSync(asked)) return asked
    throw new Error(`CHROMIUM_PATH names ${asked}, and there is no such file.`)
  }
  return systemChromiums.find(runs) ?? (await unpackedChromium())
}

export async function openBrowser(executable?: string): Promise<Browser> {
  const executablePath = executable ?? (await findChromium())
  return chromium.launch({ executablePath, headless: true, args: switches, env: environmentFor(executablePath) })
}

const systemChromiums = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Some systems keep a stub there that only says how to install a browser; it is no use to us. */
const runs = (path: string): boolean =>
  existsSync(path) &&
  (process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0)

/**
 * Ours, beside what playwright adds by itself. The sandbox is off as it cannot be had as root nor in many containers;
 * the only pages opened are our own, and every name but this machine's is unknown to the browser.
 */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-proxy-server',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
]

/** The unpacked browser brings libraries and a font that the machine may lack; another browser is left alone. */
function environmentFor(executable: string): NodeJS.ProcessEnv {
  const folder = dirname(executable)
  const conf = join(folder, 'fonts.conf')
  if (!existsSync(join(folder, 'lib')) || !existsSync(conf)) return process.env
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: conf }
}

const packed = join(house, 'node_modules', '@sparticuz', 'chromium')

/** Its unpacking takes about five seconds, once. */
export async function unpackedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed)) {
    throw new Error('There is no Chromium here: install it, or say where it is with CHROMIUM_PATH.')
  }
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'))
  const name = `chromium-${version}`
  const folder = await unpackOnce(cacheInHouse, name, unpackInto).catch(() =>
    unpackOnce(cacheInTemp(), name, unpackInto),
  )
  return join(realpathSync(folder), 'chromium')
}

async function unpackInto(folder: string): Promise<void> {
  const unpack = async (name: string): Promise<Buffer> =>
    promisify(brotliDecompress)(await readFile(join(packed, 'bin', name)))
  await writeFile(join(folder, 'chromium'), await unpack('chromium.br'))
  await chmod(join(folder, 'chromium'), 0o755)
  await untar(await unpack('al2023.tar.br'), folder)
  await untar(await unpack('swiftshader.tar.br'), folder)
  await mkdir(join(folder, 'fonts'))
  await untar(await unpack('fonts.tar.br'), join(folder, 'fonts'))
  await writeFile(join(folder, 'fonts.conf'), fontsConf)
}

/** `prefix="relative"` is this file's folder: the unpacked folder gets its last name only when it is whole. */
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`
