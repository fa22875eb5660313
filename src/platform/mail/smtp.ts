// Hands one mail to the server that takes ours, and says what came of it. What the server says is never passed on: it may hold addresses.
import type { Smtp } from './mail-config.ts'

export type Parcel = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The same at every try: servers that have it already may throw the second one away. */
  readonly messageId: string
  readonly date: string
  readonly stop: string | undefined
}

/**
 * `unreachable`: nothing to do with this mail, so none will go. `later`: not now. `refused`: nobody lives there.
 * `rejected`: this mail is not wanted, whatever the address.
 */
export type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'unreachable' | 'later' | 'refused' | 'rejected'; readonly answer: string }

export type Mailer = { readonly send: (parcel: Parcel) => Promise<Outcome> }

/** The package is loaded with the first mail: a site that sends none has no use for it. */
export function openMailer(smtp: Smtp, patience = 30_000): Mailer {
  return {
    async send(parcel) {
      const { createTransport } = await import('nodemailer')
      const limits = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience }
      const transport = createTransport({ url: smtp.url, ...limits, disableFileAccess: true, disableUrlAccess: true })
      try {
        await withPatience(transport.sendMail({ from: smtp.from, ...asMessage(parcel) }), 4 * patience)
        return { kind: 'sent' }
      } catch (error) {
        return outcomeOf(error)
      } finally {
        transport.close()
      }
    },
  }
}

/** RFC 8058: mail programs show a button of their own, which posts to that address without asking anybody. */
function asMessage({ to, subject, text, html, messageId, date, stop }: Parcel) {
  const headers = {
    'Auto-Submitted': 'auto-generated',
    ...(stop === undefined
      ? {}
      : { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  }
  return { to: { name: '', address: to }, subject, text, html, messageId, date, headers }
}

/** A server that answers a letter a minute must not hold a mail for longer than it is ours. */
async function withPatience(sending: Promise<unknown>, patience: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('It took too long'), { code: 'ETIMEDOUT' })), patience)
  })
  try {
    await Promise.race([sending, over])
  } finally {
    clearTimeout(timer)
  }
}

type Failure = { readonly code: string; readonly command: string; readonly status: number; readonly detail: string }

function outcomeOf(error: unknown): Outcome {
  const { code, command, status, detail } = failureOf(error)
  const answer = [command, status || code, detail].filter((part) => part !== '').join(' ')
  if (command === 'RCPT TO' && status >= 400 && status !== 421) {
    if (status < 500) return { kind: 'later', answer }
    return { kind: isAboutAddress(status, detail) ? 'refused' : 'rejected', answer }
  }
  if (command === 'API' && code === 'EENVELOPE') return { kind: 'refused', answer }
  if (command === 'DATA' && status >= 400 && status !== 421)
    return { kind: status >= 500 ? 'rejected' : 'later', answer }
  if (code === 'EMESSAGE' && status === 0) return { kind: 'rejected', answer }
  return { kind: 'unreachable', answer }
}

/** 5.1.x and 5.2.x are about an address or a mailbox; 5.7.x is about us, as where we may not pass mail on. */
const isAboutAddress = (status: number, detail: string): boolean =>
  detail === '' ? [550, 551, 553].includes(status) : /^5\.[12]\./.test(detail)

function failureOf(error: unknown): Failure {
  const said: Record<string, unknown> = typeof error === 'object' && error !== null ? { ...error } : {}
  const word = (name: string): string => (typeof said[name] === 'string' ? said[name] : '')
  const status = typeof said.responseCode === 'number' ? said.responseCode : 0
  const detail = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(word('response'))?.[1] ?? ''
  return { code: word('code'), command: word('command').split(' ').slice(0, 2).join(' '), status, detail }
}
