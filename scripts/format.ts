// Brings every file of the house into one form with oxfmt; `--check` only says which are not.
import { spawnSync } from 'node:child_process'
import { house } from '../tests/support/unpack.ts'

const args = ['node_modules/oxfmt/bin/oxfmt', ...process.argv.slice(2), '.']
process.exitCode = spawnSync(process.execPath, args, { cwd: house, stdio: 'inherit' }).status ?? 1
