// The outbox, for admins: which mails the house has written, to whom, and what became of them. What is in them only on one's own machine.
import { sayMoment } from '#src/kit/date-words.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import type { Viewer } from '#src/platform/context.ts'
import { letterOf } from '#src/platform/mail/delivery.ts'
import type { MailRoad } from '#src/platform/mail/mail-config.ts'
import { listOutbox, type OutboxMail } from '#src/platform/mail/outbox.ts'
import { findMail } from '#src/platform/mail/waiting.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { Empty } from '#src/ui/prose.tsx'
import { dressFor } from './mail-dress.ts'
import { MailAsRead } from './outbox.parts.tsx'

const SHOWN = 200

export function outboxPages(web: Web): void {
  web.get(paths.outbox, async (c) => {
    const { db, viewer } = c.get('ctx')
    mustBeAdmin(viewer)
    const zone = c.get('zone').name ?? 'UTC'
    const rows = (await listOutbox(db, SHOWN)).map((mail) => ({
      id: mail.id,
      subject: mail.subject,
      name: mail.name ?? 'somebody',
      at: sayMoment(mail.madeAt, zone),
      state: sayState(mail, zone),
    }))
    const road = roadOf(c)
    return c.get('show')({ title: 'Outbox', main: <Outbox rows={rows} road={road} csrf={c.get('csrf')} /> })
  })

  // A press and not a link: the secret in the mail is made by it.
  web.post(paths.outboxMail(':mail'), async (c) => {
    const ctx = c.get('ctx')
    mustBeAdmin(ctx.viewer)
    const mail = roadOf(c) === 'shown' ? await findMail(ctx, idFrom(c, 'mail')) : undefined
    const letter = mail?.to === undefined ? undefined : await letterOf(ctx, dressFor(c.get('origin')), mail, mail.to)
    if (!letter) throw isMissing('mail')
    return c.get('show')({ title: 'A mail', main: <MailAsRead letter={letter} /> })
  })
}

function mustBeAdmin(viewer: Viewer): void {
  if (viewer.kind === 'person' && viewer.isAdmin) return
  throw new Refusal('forbidden', 'outbox/admins-only', 'Only admins of this site see the outbox.')
}

/** What came through a proxy is not somebody's own machine, whatever the settings leave open. */
function roadOf(c: WebContext): MailRoad {
  const road = c.get('mailRoad')
  const isPassedOn = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'].some((name) =>
    c.req.header(name),
  )
  return road === 'shown' && isPassedOn ? 'kept' : road
}

const reasons: Readonly<Record<string, string>> = {
  refused: 'not sent: its server knows no such address',
  rejected: 'not sent: the mail server would not take it',
  tried: 'not sent: tried for four days',
  stale: 'not sent: older than five days',
  unwanted: 'not sent: not wanted',
  overtaken: 'not sent: no longer of use',
  nobody: 'not sent: there is no account any more',
}

function sayState(mail: OutboxMail, zone: string): string {
  if (mail.sentAt !== null) return 'sent'
  if (mail.givenUpWhy !== null) return reasons[mail.givenUpWhy] ?? 'not sent'
  return mail.attempts > 0 && mail.nextAt !== null ? `tried again ${sayMoment(mail.nextAt, zone)}` : 'waits'
}

const ledes: Readonly<Record<MailRoad, string>> = {
  sent: 'Mails that this site has written, and what became of them. What stands in them is between them and their readers.',
  kept: 'This site has no mail server yet, so mails wait here. Tell people what they need to know yourself until it has one.',
  shown: 'This site sends no mail, and runs on your own machine: you can open each as its reader would have it.',
}

type Row = {
  readonly id: number
  readonly subject: string
  readonly name: string
  readonly at: string
  readonly state: string
}

function Outbox({ rows, road, csrf }: { rows: readonly Row[]; road: MailRoad; csrf: string }) {
  return (
    <>
      <h1>Outbox</h1>
      <p class="lede">{ledes[road]}</p>
      {rows.length === 0 ? (
        <Empty says="No mail has been written yet." />
      ) : (
        <table class="table">
          <caption class="hush">Mails, newest first</caption>
          <thead>
            <tr>
              <th scope="col">Subject</th>
              <th scope="col">To</th>
              <th scope="col">Written</th>
              <th scope="col">State</th>
              {road === 'shown' ? (
                <th scope="col">
                  <span class="hush">Open</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <td class="t">{row.subject}</td>
                <td data-h="To">{row.name}</td>
                <td data-h="Written">{row.at}</td>
                <td data-h="State">{row.state}</td>
                {road === 'shown' ? (
                  <td>
                    <ButtonForm
                      to={paths.outboxMail(row.id)}
                      csrf={csrf}
                      label="Open"
                      about={row.subject}
                      look="plain"
                      size="small"
                    />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
