// Starting a community.
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { zoneChoices } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { Kicker } from '#src/ui/prose.tsx'
import { communityForm } from './communities.form.ts'
import { foundCommunity, listCommunities, mustFound } from './communities.ts'

export function communityPages(web: Web): void {
  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const ctx = c.get('ctx')
    mustFound(ctx.viewer)
    const isFirst = (await listCommunities(ctx.db)).length === 0
    const props = { again, isFirst, csrf: c.get('csrf'), zones: zoneChoices(ctx.now()) }
    const main = <NewCommunity {...props} />
    return c.get('show')({ title: 'Start a community', main, status: statusOf(again) })
  }

  web.get(paths.newCommunity, (c) => show(c, asFirst))

  web.post(paths.newCommunity, (c) =>
    submitted(c, communityForm, {
      act: foundCommunity,
      next: ({ slug, name }) => ({
        to: paths.community(slug),
        notice: `${name} stands, and you are its mod. Next comes a round.`,
      }),
      again: (again) => show(c, again),
    }),
  )
}

type NewCommunityProps = {
  readonly again: Again
  readonly isFirst: boolean
  readonly csrf: string
  readonly zones: ReturnType<typeof zoneChoices>
}

function NewCommunity({ again, isFirst, csrf, zones }: NewCommunityProps) {
  return (
    <>
      {isFirst ? <Kicker>Step 2 of 3</Kicker> : null}
      <h1>Start a community</h1>
      <p class="lede">A community has members, mods and rounds. You will be its first mod.</p>
      <ErrorSummary errors={again.errors} />
      <Form to={paths.newCommunity} csrf={csrf}>
        <FormFields form={communityForm} state={again} lists={{ zone: zones }} />
        <Buttons>
          <Button>Start the community</Button>
        </Buttons>
      </Form>
    </>
  )
}
