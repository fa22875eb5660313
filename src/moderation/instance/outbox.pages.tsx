// The outbox, for admins: which mails the house has written, to whom, and whether they have been sent. Never what is in them.
import { sayMoment } from '#src/kit/date-words.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { listOutbox } from '#src/platform/mail/outbox.ts'
import type { Web } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { Empty } from '#src/ui/prose.tsx'

const SHOWN = 200

export function outboxPages(web: Web): void {
  web.get(paths.outbox, async (c) => {
    const { db, viewer } = c.get('ctx')
    if (viewer.kind !== 'person' || !viewer.isAdmin)
      throw new Refusal('forbidden', 'outbox/admins-only', 'Only admins of this site see the outbox.')
    const mails = await listOutbox(db, SHOWN)
    const zone = c.get('zone').name ?? 'UTC'
    const rows = mails.map(({ subject, name, madeAt, sentAt }) => ({
      subject,
      name: name ?? 'somebody',
      at: sayMoment(madeAt, zone),
      isSent: sentAt !== null,
    }))
    return c.get('show')({ title: 'Outbox', main: <Outbox rows={rows} /> })
  })
}

type Row = { readonly subject: string; readonly name: string; readonly at: string; readonly isSent: boolean }

function Outbox({ rows }: { rows: readonly Row[] }) {
  return (
    <>
      <h1>Outbox</h1>
      <p class="lede">
        This site has no mail server yet, so mails wait here. Tell people what they need to know yourself until it has
        one.
      </p>
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
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <td class="t">{row.subject}</td>
                <td data-h="To">{row.name}</td>
                <td data-h="Written">{row.at}</td>
                <td data-h="State">{row.isSent ? 'sent' : 'waits'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
