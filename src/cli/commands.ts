// The commands beside `start`: what each is called, what it says of itself, and what it runs. Each is loaded when it is
// asked for: a server has no use for them.
import type { Works } from '#src/platform/jobs/job.ts'
import { Unstartable } from '#src/platform/unstartable.ts'

export type Command = {
  readonly usage: string
  readonly says: string
  readonly run: (args: readonly string[], works: Works) => Promise<void>
}

export const commands: Readonly<Record<string, Command>> = {
  backup: {
    usage: 'backup FILE',
    says: 'writes everything that is kept into one new file (--replace: or over an old one); the server may go on running',
    run: async (args, works) => (await import('./archive.ts')).backup(args, works),
  },
  restore: {
    usage: 'restore FILE',
    says: 'fills an empty data folder, or an empty PostgreSQL database, from such a file',
    run: async (args) => (await import('./archive.ts')).restore(args),
  },
  canon: {
    usage: 'canon SLUG FILE',
    says: 'takes in the timeline of a fandom from a CSV file; --name says what it is called',
    run: async (args, works) => (await import('./canon.ts')).canon(args, works),
  },
  invite: {
    usage: 'invite',
    says: 'prints a link with which one person can make an account',
    run: async (args, works) => (await import('./people.ts')).invite(args, works),
  },
  'sign-in-link': {
    usage: 'sign-in-link ADDRESS',
    says: 'prints a link with which the account of that e-mail address is signed in, once',
    run: async (args, works) => (await import('./people.ts')).signInLink(args, works),
  },
  'read-post': {
    usage: 'read-post FILE…',
    says: 'prints what is understood of posts in files, one JSON object a line; --canon SLUG reads their timing too',
    run: async (args) => (await import('./read-post.ts')).readPosts(args),
  },
}

/** The longest of them, and `start --demo`. */
const WIDTH = Math.max(...Object.values(commands).map(({ usage }) => usage.length), 'start --demo'.length)

export function help(): string {
  const lines = Object.values(commands).map(({ usage, says }) => `  ${usage.padEnd(WIDTH)} ${says}`)
  return [
    'Roundelay, the home of a fic fest.',
    '',
    `  ${'start'.padEnd(WIDTH)} serves the site and prints its address`,
    `  ${'start --demo'.padEnd(WIDTH)} the same with an invented fest, in a folder of its own (./data-demo), to look around in`,
    ...lines,
    '',
    'Options: --data FOLDER (or ROUNDELAY_DATA; default ./data), and for start --host, --port (4026), --url.',
    'ROUNDELAY_URL or --url: the address that people type; for commands that print links too.',
    'SMTP_URL and MAIL_FROM: the server that takes mails, and whom they come from; without them mails wait.',
    'DATABASE_URL names a PostgreSQL database; without it everything is in one file in the data folder.',
  ].join('\n')
}

export function findCommand(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command)
    throw new Unstartable(`There is no command "${name}". Try: start, ${Object.keys(commands).join(', ')}, help.`)
  return command
}
