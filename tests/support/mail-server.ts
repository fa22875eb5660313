// A real mail server for tests, which takes what it is sent, or refuses, hangs and breaks off as a test tells it to.
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { openMailer, type Mailer } from '#src/platform/mail/smtp.ts'

/** `hangs` and `breaks` do so once they have the mail, when nobody can know whether it has been taken. */
export type Mood = 'takes' | 'unknown-address' | 'no-relay' | 'busy' | 'rejects' | 'bad-sender' | 'hangs' | 'breaks'

export type Arrived = Email & { readonly to: { readonly address: string }[]; readonly envelope: string }

export type MailServer = AsyncDisposable & {
  readonly url: string
  readonly arrived: Arrived[]
  /** How often it was asked to take a mail. */
  readonly asked: () => number
  readonly feels: (mood: Mood) => void
  readonly mailer: Mailer
  readonly close: () => Promise<void>
  readonly reopen: () => Promise<void>
}

const no = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode })

const noes: Partial<Record<Mood, Error>> = {
  'unknown-address': no(550, '5.1.1 <ismay_writes> nobody of that name lives here'),
  'no-relay': no(554, '5.7.1 relaying denied for secret@example.org'),
  busy: no(451, '4.3.2 come again later'),
}

export async function openMailServer(): Promise<MailServer> {
  const arrived: Arrived[] = []
  let mood: Mood = 'takes'
  let asked = 0
  let port = 0
  const start = async (): Promise<SMTPServer> => {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onMailFrom: (_, __, done) => done(mood === 'bad-sender' ? no(553, '5.1.8 we know you not') : null),
      onRcptTo(_, __, done) {
        asked += 1
        done(noes[mood] ?? null)
      },
      onData(stream, session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', async () => {
          if (mood === 'hangs') return
          if (mood === 'breaks') return server.close()
          if (mood === 'rejects') return done(no(554, '5.6.0 we do not like it'))
          const email = await PostalMime.parse(Buffer.concat(parts))
          const [to] = session.envelope.rcptTo
          arrived.push({ ...email, envelope: to ? to.address : '' } as Arrived)
          done()
        })
      },
    })
    server.on('error', () => {})
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
    port = (server.server.address() as AddressInfo).port
    return server
  }
  let server = await start()
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()))
  const url = `smtp://127.0.0.1:${port}`
  return {
    url,
    arrived,
    asked: () => asked,
    feels: (next) => void (mood = next),
    mailer: openMailer({ url, from: 'Tidewater <fest@example.net>' }, 300),
    close,
    async reopen() {
      server = await start()
    },
    [Symbol.asyncDispose]: close,
  }
}
