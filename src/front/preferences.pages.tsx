// What a reader chooses for themselves: the time zone in which times are shown.
import { changeZone } from '#src/people/accounts/accounts.ts'
import { zoneForm } from '#src/people/accounts/accounts.form.ts'
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import { keepZone } from '#src/platform/web/visits.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { wayBack, zoneChoices } from '#src/platform/web/where.ts'
import { placeOf } from '#src/kit/zones.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'

export function preferencePages(web: Web): void {
  const back = (c: WebContext): string => wayBack(c.req.query('back'), paths.home)

  const show = (c: WebContext, again: Again): Promise<Response> => {
    const chosen = c.get('zone').name
    const state =
      again.entries.size > 0 || chosen === undefined ? again : { ...again, entries: new Map([['zone', chosen]]) }
    const main = (
      <ZonePage
        again={state}
        to={asking(paths.zone, { back: back(c) })}
        csrf={c.get('csrf')}
        zones={zoneChoices(c.get('ctx').now())}
      />
    )
    return c.get('show')({ title: 'Your time zone', main, status: statusOf(again) })
  }

  web.get(paths.zone, (c) => show(c, asFirst))

  web.post(paths.zone, (c) =>
    submitted(c, zoneForm, {
      async act(ctx, { zone }) {
        if (ctx.viewer.kind === 'person') await changeZone(ctx, ctx.viewer.account, zone)
        return zone
      },
      next(zone) {
        keepZone(c, zone)
        return {
          to: back(c),
          notice: `Times are shown as they are in ${placeOf(zone)}. Days you have taken keep the midnight they were taken with.`,
        }
      },
      again: (again) => show(c, again),
    }),
  )
}

type ZonePageProps = {
  readonly again: Again
  readonly to: string
  readonly csrf: string
  readonly zones: ReturnType<typeof zoneChoices>
}

function ZonePage({ again, to, csrf, zones }: ZonePageProps) {
  return (
    <>
      <h1>Your time zone</h1>
      <p class="lede">Days that you have taken keep the midnight they were taken with.</p>
      <ErrorSummary errors={again.errors} />
      <Form to={to} csrf={csrf}>
        <FormFields form={zoneForm} state={again} lists={{ zone: zones }} />
        <Buttons>
          <Button>Show times in this zone</Button>
        </Buttons>
      </Form>
    </>
  )
}
