// Announcements as others show them: a line in a list, the pinned one at the top of a page, and one whole.
import { raw } from 'hono/html'
import { sayDayLong } from '#src/kit/date-words.ts'
import { dayAt } from '#src/kit/days.ts'
import { paths } from '#src/schema/paths.ts'
import { Moment } from '#src/ui/dates.tsx'
import { Entry } from '#src/ui/leaves.tsx'
import { Slip } from '#src/ui/prose.tsx'
import type { AnnouncementSeen } from './announcements.ts'

type Shown = { readonly announcement: AnnouncementSeen; readonly community: string; readonly zone: string }

const day = (at: AnnouncementSeen['at'], zone: string): string => sayDayLong(dayAt(at, zone))

/** "Monday 19 October 2026, by Mara Quill; changed on …" */
export function WhenAndWho({ announcement, zone }: Omit<Shown, 'community'>) {
  const { at, by, editedAt, state } = announcement
  return (
    <>
      {state === 'draft' ? 'Begun on ' : ''}
      <Moment at={at} words={day(at, zone)} />, by {by}
      {editedAt === undefined ? null : (
        <>
          ; changed on <Moment at={editedAt} words={day(editedAt, zone)} />
        </>
      )}
    </>
  )
}

export function AnnouncementLine({ announcement, community, zone }: Shown) {
  return (
    <Entry title={<Title announcement={announcement} community={community} />}>
      <p class="entry__sum" dir="auto">
        {announcement.excerpt}
      </p>
      <p class="soft small">
        <WhenAndWho announcement={announcement} zone={zone} />
      </p>
    </Entry>
  )
}

function Title({ announcement: { id, title }, community }: Omit<Shown, 'zone'>) {
  return (
    <a href={paths.announcement(community, id)} dir="auto">
      {title}
    </a>
  )
}

export function PinnedAnnouncement({ announcement, community, zone }: Shown) {
  return (
    <Slip tone="spot">
      <h2 class="slip__title">
        <Title announcement={announcement} community={community} />
      </h2>
      <p dir="auto">{announcement.excerpt}</p>
      <p class="soft small">
        <WhenAndWho announcement={announcement} zone={zone} />
      </p>
    </Slip>
  )
}

/** The HTML comes from our own sanitiser, by the one door that cleans again what an older one cleaned. */
export const AnnouncementText = ({ html }: { html: string }) => <section class="prose">{raw(html)}</section>
