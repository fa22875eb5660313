// Rules and announcements that an older sanitiser cleaned are cleaned once more from their source, a few at a time, as they were written.
import { Refusal } from '#src/kit/refusal.ts'
import type { Ctx } from '#src/platform/context.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import { beforeTidying } from '#src/text/tidy/kinds.ts'
import { listOldWords, type OldWords, writeWordsBack } from './old-words.store.ts'

const AT_ONCE = 20

/** It may be broken off anywhere: each says by itself whether it is done. Nobody has edited anything by it. */
export async function cleanOldWords(ctx: Ctx, texts: Texts): Promise<void> {
  for (const old of await listOldWords(ctx.db, AT_ONCE)) await cleanOne(ctx, texts, old)
}

async function cleanOne(ctx: Ctx, texts: Texts, old: OldWords): Promise<void> {
  const { source: text, form, of, id, community } = old
  try {
    const cleaned = await texts.clean({ text, form, leave: beforeTidying })
    await ctx.atomically('nothing', async (tx) => {
      if (!(await writeWordsBack(tx, old, cleaned))) return
      if (of === 'rules') tx.announce({ name: 'community.changed', community })
      else tx.announce({ name: 'announcement.changed', announcement: id, community })
    })
  } catch (error) {
    // What is refused today is cleaned whenever it is shown.
    if (!(error instanceof Refusal)) throw error
    ctx.log.warn({ of, id, code: error.code }, 'old words could not be cleaned from their source')
  }
}
