// The words of the mail about a correction: what a mod changed, what they said, and how to put it back.
import { type Change, changesIn } from '#src/fests/posting/mods/changes.parts.tsx'
import { guestBeholder } from '#src/library/works/beholders.ts'
import { listFandoms } from '#src/library/canon/fandoms.ts'
import { correctionIfThere, creatorsToTell } from '#src/library/works/correcting/corrections.ts'
import { seeCards } from '#src/library/works/works-seen.ts'
import { communityOf } from '#src/people/communities/communities.ts'
import type { Ctx } from '#src/platform/context.ts'
import { postMail } from '#src/platform/mail/outbox.ts'
import { paths } from '#src/schema/paths.ts'

/** To each of its creators who has an account, but not to a mod who corrected a piece of their own. */
export async function mailOfCorrection(ctx: Ctx, happened: { readonly correction: number }): Promise<void> {
  const correction = await correctionIfThere(ctx.db, happened.correction)
  if (!correction || correction.putBackAt !== null) return
  const changes = changesIn(correction, await listFandoms(ctx.db))
  for (const account of await creatorsToTell(ctx.db, correction.work)) {
    if (account === correction.madeBy) continue
    const [card] = await seeCards(ctx.db, { ...guestBeholder, account }, [correction.work])
    if (!card) continue
    const home = card.community === undefined ? undefined : await communityOf(ctx.db, card.community)
    const mail = {
      account,
      kind: 'work.corrected',
      onceKey: `correction ${correction.id} ${account}`,
      subject: `A line about “${card.title}”`,
      link: { label: 'To the history of your piece', path: paths.workHistory(correction.work) },
      body: bodyOf(card.title, home ? `A mod of ${home.name}` : 'A mod', correction.line, changes),
    }
    await ctx.atomically('nothing', (tx) => postMail(tx, mail))
  }
}

function bodyOf(title: string, who: string, line: string, changes: readonly Change[]): string {
  const lines = changes.map(({ label, before, after }) => `${label}: ${shown(before)} → ${shown(after)}`)
  return [
    `${who} has put something in the header of “${title}” right. They say: “${line}”`,
    lines.join('\n'),
    'Your text is as it was. On the history of your piece you can put this back with one button; nobody asks why.',
  ].join('\n\n')
}

const shown = (value: string): string => (value === '' ? '(nothing)' : value.replaceAll('\n', ' / '))
