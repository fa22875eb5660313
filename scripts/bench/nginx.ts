// nginx beside us, where this machine has it: the same bytes as files, so that a figure of ours can be told from one of the machine's.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const program = '/usr/sbin/nginx'

export const hasNginx = (): boolean => existsSync(program)

export type Nginx = AsyncDisposable & { readonly address: string; readonly pid: number }

/** As it would stand before a site of files: one process, no log, files kept open. */
const configFor = (folder: string, port: number): string => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=10 inactive=60s;
  default_type text/html;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/files;
    location /packed { add_header content-encoding br; }
  }
}
`

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port was free.')
  return address.port
}

/** Serves `files` by their names. */
export async function startNginx(files: Readonly<Record<string, Uint8Array>>): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'roundelay-nginx-'))
  mkdirSync(join(folder, 'files'))
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, 'files', name), bytes)
  const port = await freePort()
  writeFileSync(join(folder, 'nginx.conf'), configFor(folder, port))
  const child = spawn(program, ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}`
  await untilUp(child, address)
  return {
    address,
    pid: child.pid ?? 0,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilUp(child: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}.`)
    const isUp = await fetch(address).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await pause(50)
  }
  child.kill('SIGKILL')
  throw new Error('nginx did not start.')
}
