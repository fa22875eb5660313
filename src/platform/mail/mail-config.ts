// What is set about mail: the server that takes it and whom it comes from, each with its sentence when it cannot be meant.
import { Unstartable } from '../unstartable.ts'

export type Smtp = {
  readonly url: string
  /** As in `Tidewater <fest@example.org>`. */
  readonly from: string
}

/** Undefined where there is no server: mails then wait in the outbox. */
export function readMailConfig(url: string | undefined, from: string | undefined): Smtp | undefined {
  if (url === undefined || url === '') return undefined
  if (!isSmtp(url)) {
    throw new Unstartable(
      'SMTP_URL is not an address of a mail server: it should look like smtps://name:password@mail.example.org:465.',
    )
  }
  const sender = /^(?:[^<>"\p{Cc}]*<([^<>]+)>|([^<>]+))$/u.exec(from?.trim() ?? '')
  if (from !== undefined && isAddress(sender?.[1] ?? sender?.[2] ?? '')) return { url, from: from.trim() }
  throw new Unstartable(
    'MAIL_FROM should say whom mails come from, like "Tidewater <fest@example.org>"; it is needed beside SMTP_URL.',
  )
}

const isSmtp = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== ''
}

const isAddress = (text: string): boolean => /^[^\s@,;:]+@[^\s@,;:]+$/.test(text.trim())

type Standing = {
  readonly smtp: Smtp | undefined
  readonly host: string
  readonly publicUrl: URL | undefined
  readonly isBehindProxy: boolean
  readonly isDemo: boolean
}

/**
 * What becomes of a mail: it is sent; or an admin may open it, because this is somebody's own machine or a
 * demonstration; or it is kept, and what stands in it is nobody's but its reader's.
 */
export type MailRoad = 'sent' | 'shown' | 'kept'

/** A demonstration sends nothing to anybody: its people are made up, and their addresses may be somebody's. */
export function mailRoadOf(config: Standing): MailRoad {
  if (config.isDemo) return 'shown'
  if (config.smtp !== undefined) return 'sent'
  return isLoopback(config.host) && config.publicUrl === undefined && !config.isBehindProxy ? 'shown' : 'kept'
}

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')
