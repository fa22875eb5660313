// What the house says to whoever runs it: structured lines on stderr, never an address, a password or a token.
import { pino } from 'pino'

export type Log = Pick<pino.Logger, 'debug' | 'info' | 'warn' | 'error'> & {
  readonly child: (facts: Record<string, unknown>) => Log
}

const secrets = [
  'email',
  'password',
  'token',
  'cookie',
  'authorization',
  '*.email',
  '*.password',
  '*.token',
  '*.cookie',
]

export function makeLog(options: { level: string }): Log {
  return pino(
    {
      level: options.level,
      base: null,
      redact: { paths: secrets, censor: '…' },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    pino.destination(2),
  )
}
