// When the sanitiser has become stricter, or tidying better, old texts are cleaned once more from their source, a few at a time.
// Until a text's turn comes, what is kept of it is cleaned whenever it is shown.
import { Refusal } from '#src/kit/refusal.ts'
import type { Ctx } from '#src/platform/context.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import { tidyKinds } from '#src/text/tidy/kinds.ts'
import { type CleanedAnew, findOldText, listOldTexts, type OldText, writeBack } from './old-texts.store.ts'

/** One after the other, so that nobody waits long for a reader, and a date for its sweep. */
const AT_ONCE = 20

/** It may be broken off anywhere: each text says by itself whether it is done. Nothing of it is a save. */
export async function cleanOldTexts(ctx: Ctx, texts: Texts): Promise<void> {
  for (const id of await listOldTexts(ctx.db, AT_ONCE)) {
    const old = await findOldText(ctx.db, id)
    const cleaned = old && (await cleanedAnew(ctx, texts, old))
    if (!old || !cleaned) continue
    await ctx.atomically('nothing', async (tx) => {
      if (await writeBack(tx, old, cleaned)) tx.announce({ name: 'work.cleaned', work: old.work })
    })
  }
}

async function cleanedAnew(ctx: Ctx, texts: Texts, old: OldText): Promise<CleanedAnew | undefined> {
  try {
    const { html, excerpt, words } = await texts.clean({ text: old.source, form: old.form, leave: old.leave })
    return { html, counted: { excerpt, words } }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    ctx.log.warn(
      { work: old.work, chapter: old.id, code: error.code },
      'an old text could not be cleaned from its source',
    )
    return keptOnly(texts, old)
  }
}

/** A source that is refused today may have come in when more was allowed; what was kept of it is judged all the same. */
async function keptOnly(texts: Texts, old: OldText): Promise<CleanedAnew | undefined> {
  try {
    const { html } = await texts.clean({ text: old.html, form: 'html', leave: tidyKinds })
    return { html, counted: undefined }
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
