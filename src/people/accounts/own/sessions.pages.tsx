// Where one is signed in: a list with a button for each, and one for all.
import { sayDay } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
import { pressed } from '#src/platform/web/forms.ts'
import { letOut } from '#src/platform/web/visits.ts'
import type { Web } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { sayDevice } from './devices.ts'
import { endSession, listMySessions, signOutEverywhere } from './sessions.ts'

export function sessionPages(web: Web): void {
  web.get(paths.accountSessions, async (c) => {
    const ctx = c.get('ctx')
    const zone = c.get('zone').name ?? 'UTC'
    const today = dayAt(ctx.now(), zone)
    const rows = (await listMySessions(ctx)).map((session) => {
      const seen = dayAt(session.seenAt, zone)
      return {
        id: session.id,
        isThis: session.isThis,
        device: sayDevice(session.device),
        from: session.from,
        since: sayDay(dayAt(session.createdAt, zone)),
        seen: session.isThis ? 'now' : seen === today ? 'today' : sayDay(seen),
      }
    })
    return c.get('show')({ title: 'Where you are signed in', main: <Sessions rows={rows} csrf={c.get('csrf')} /> })
  })

  web.post(paths.accountSessions, (c) =>
    pressed(c, signOutEverywhere, () => {
      letOut(c)
      return { to: paths.home, notice: 'You are signed out everywhere.' }
    }),
  )

  web.post(paths.accountSession(':session'), (c) =>
    pressed(
      c,
      (ctx) => endSession(ctx, idFrom(c, 'session')),
      ({ wasThis }) => {
        if (!wasThis) return { to: paths.accountSessions, notice: 'Signed out there.' }
        letOut(c)
        return { to: paths.home, notice: 'You are signed out.' }
      },
    ),
  )
}

type Row = {
  readonly id: number
  readonly isThis: boolean
  readonly device: string
  readonly from: string
  readonly since: string
  readonly seen: string
}

function Sessions({ rows, csrf }: { rows: readonly Row[]; csrf: string }) {
  return (
    <>
      <h1>Where you are signed in</h1>
      <p class="lede">
        Is one of these not you? Sign it out, and then <a href={paths.accountPassword}>choose a new password</a>.
      </p>
      <table class="table">
        <caption class="hush">Sessions, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">Device</th>
            <th scope="col">Signed in from</th>
            <th scope="col">Since</th>
            <th scope="col">Last seen</th>
            <th scope="col">
              <span class="hush">Sign out</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OneSession row={row} csrf={csrf} />
          ))}
        </tbody>
      </table>
      <ButtonForm to={paths.accountSessions} csrf={csrf} label="Sign out everywhere" tone="alarm" />
    </>
  )
}

function OneSession({ row, csrf }: { row: Row; csrf: string }) {
  return (
    <tr>
      <td class="t">
        {row.device}
        {row.isThis ? ' (this one)' : ''}
      </td>
      <td data-h="Signed in from">{row.from === '' ? 'not known' : row.from}</td>
      <td data-h="Since">{row.since}</td>
      <td data-h="Last seen">{row.seen}</td>
      <td>
        <ButtonForm
          to={paths.accountSession(row.id)}
          csrf={csrf}
          label="Sign out"
          about={row.isThis ? 'here' : `on ${row.device}`}
          look="plain"
          size="small"
        />
      </td>
    </tr>
  )
}
