// The form in which mods write an announcement and change it: kept as a draft, or put up.
import { Refusal } from '#src/kit/refusal.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import { asFirst, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, Buttons, ErrorSummary, Form, RefusalSlip } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { type Community, findCommunity, mustMod } from '../communities.ts'
import { announcementForm } from './announcements.form.ts'
import {
  type AnnouncementText,
  changeAnnouncement,
  openAnnouncement,
  type StoredAnnouncement,
  writeAnnouncement,
} from './announcements.ts'

export function writingPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  const show = async (c: WebContext, again: Again, community: Community, before?: StoredAnnouncement) => {
    const isNew = before === undefined
    const to = isNew ? paths.newAnnouncement(community.slug) : paths.announcementEdit(community.slug, before.id)
    const keep = isNew ? { once: again.entries.get('once') ?? c.get('ctx').uid() } : {}
    const main = <Writing {...{ again, community, to, keep }} isUp={before?.state === 'posted'} csrf={c.get('csrf')} />
    const title = isNew ? 'Write an announcement' : `Change, ${before.title}`
    return c.get('show')({ title, main, status: statusOf(again), here: paths.community(community.slug) })
  }

  const showNew = async (c: WebContext, again: Again): Promise<Response> => {
    const { db, viewer } = c.get('ctx')
    const community = await findCommunity(db, slugOf(c))
    await mustMod(db, community.id, viewer)
    return show(c, again, community)
  }

  web.get(paths.newAnnouncement(':community'), (c) => showNew(c, asFirst))

  web.post(paths.newAnnouncement(':community'), (c) =>
    submitted(c, announcementForm, {
      async act(ctx, { title }, entries) {
        await mustMod(ctx.db, (await findCommunity(ctx.db, slugOf(c))).id, ctx.viewer)
        const text = await cleaned(c.get('texts'), title, entries.get('text') ?? '')
        const onceKey = (entries.get('once') ?? ctx.uid()).slice(0, 64)
        return writeAnnouncement(ctx, slugOf(c), { text, onceKey, isUp: entries.get('do') !== 'draft' })
      },
      next: ({ id, state }) => ({ to: paths.announcement(slugOf(c), id), notice: noticeOf(state) }),
      again: (again) => showNew(c, again),
    }),
  )

  const showEdit = async (c: WebContext, again: Again): Promise<Response> => {
    const { community, announcement } = await openAnnouncement(c.get('ctx'), slugOf(c), idFrom(c, 'id'))
    const kept = new Map([
      ['title', announcement.title],
      ['text', announcement.source],
    ])
    return show(c, again.entries.size > 0 ? again : { ...again, entries: kept }, community, announcement)
  }

  web.get(paths.announcementEdit(':community', ':id'), (c) => showEdit(c, asFirst))

  web.post(paths.announcementEdit(':community', ':id'), (c) =>
    submitted(c, announcementForm, {
      async act(ctx, { title }, entries) {
        const { announcement } = await openAnnouncement(ctx, slugOf(c), idFrom(c, 'id'))
        const text = await cleaned(c.get('texts'), title, entries.get('text') ?? '')
        return changeAnnouncement(ctx, slugOf(c), announcement.id, { text, isUp: entries.get('do') !== 'draft' })
      },
      next: ({ id, state }) => ({ to: paths.announcement(slugOf(c), id), notice: noticeOf(state) }),
      again: (again) => showEdit(c, again),
    }),
  )
}

const noticeOf = (state: StoredAnnouncement['state']): string =>
  state === 'posted' ? 'It is up.' : 'Kept. Only the mods see it.'

async function cleaned(texts: Texts, title: string, source: string): Promise<AnnouncementText> {
  try {
    const { form: sourceForm, html, excerpt, sanitiserVersion } = await texts.clean({ text: source, form: 'guess' })
    return { title, source, sourceForm, html, excerpt, sanitiserVersion }
  } catch (error) {
    if (!(error instanceof Refusal) || !error.code.startsWith('text/')) throw error
    throw new Refusal(error.kind, error.code, error.sentence, { about: 'text' })
  }
}

type WritingProps = {
  readonly again: Again
  readonly community: Community
  readonly to: string
  readonly keep: Readonly<Record<string, string>>
  readonly isUp: boolean
  readonly csrf: string
}

function Writing({ again, community, to, keep, isUp, csrf }: WritingProps) {
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.announcements(community.slug)}>Announcements of {community.name}</a>}
        title={isUp ? 'Change the announcement' : 'Write an announcement'}
        says={isUp ? 'It says then on which day it was changed.' : 'Everybody can read it once it is up, guests too.'}
      />
      {again.refusal && again.errors.size === 0 ? (
        <RefusalSlip sentence={again.refusal.sentence} />
      ) : (
        <ErrorSummary errors={again.errors} />
      )}
      <Form to={to} csrf={csrf} keep={keep} isLong>
        <FormFields form={announcementForm} state={again} />
        <Buttons>
          <Button name="do" value="post">
            {isUp ? 'Save' : 'Put it up'}
          </Button>
          {isUp ? null : (
            <Button name="do" value="draft" look="plain">
              Keep as a draft
            </Button>
          )}
        </Buttons>
      </Form>
    </>
  )
}
