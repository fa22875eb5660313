// The site's own settings, for its admins: what it is called, and where the rest of what set-up asked is changed.
import { asFirst, errorsOf, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import { siteForm } from './set-up.form.ts'
import { mustLookAfterSite, renameSite, siteName } from './settings.ts'

export function sitePages(web: Web): void {
  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const { db, viewer } = c.get('ctx')
    mustLookAfterSite(viewer)
    const entries = new Map([['siteName', await siteName(db)], ...again.entries])
    const main = <Site again={{ ...again, entries }} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Settings of the site', main, status: statusOf(again) })
  }

  web.get(paths.siteSettings, (c) => show(c, asFirst))

  web.post(paths.siteSettings, (c) =>
    submitted(c, siteForm, {
      act: (ctx, said) => renameSite(ctx, said.siteName),
      next: () => ({ to: paths.siteSettings, notice: 'Saved.' }),
      again: (again) => show(c, again),
    }),
  )
}

function Site({ again, csrf }: { again: Again; csrf: string }) {
  return (
    <>
      <TitleLeaf kicker="For admins" title="Settings of the site" />
      <ErrorSummary errors={errorsOf(again)} />
      <Form to={paths.siteSettings} csrf={csrf}>
        <FormFields form={siteForm} state={again} />
        <Buttons>
          <Button>Save</Button>
        </Buttons>
      </Form>
      <section class="stack">
        <Head title="Elsewhere" />
        <ul>
          <li>
            <a href={paths.accountNames}>Your own name</a>, your{' '}
            <a href={paths.account}>address, password and time zone</a>
          </li>
          <li>
            <a href={paths.signUps}>Who may join</a>, and who waits to be confirmed
          </li>
          <li>
            <a href={paths.outbox}>The outbox</a>: what became of mails
          </li>
        </ul>
        <p class="soft small">
          The address of the site and its mail server are set where it is started; the manual for hosts says how.
        </p>
      </section>
    </>
  )
}
