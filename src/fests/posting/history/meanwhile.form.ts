// A form that came back because its piece was saved somewhere else meanwhile: what was saved is shown beside it, and its next save is a knowing one.
import { entriesOfWork } from '#src/fests/posting/composer/saying.form.ts'
import { Refusal } from '#src/kit/refusal.ts'
import { openToEdit } from '#src/library/works/work-saves.ts'
import type { Ctx } from '#src/platform/context.ts'
import type { Texts } from '#src/platform/text/texts.ts'
import type { Again } from '#src/platform/web/web.ts'
import { compare, type Compared } from './compared.form.ts'
import { savedMeanwhile, seenOf } from './seen-save.ts'

type Meanwhile = { readonly again: Again; readonly changed: Compared | undefined }

export async function meanwhileIn(texts: Texts, ctx: Ctx, work: number, again: Again): Promise<Meanwhile> {
  if (again.refusal?.code !== savedMeanwhile) return { again, changed: undefined }
  const now = await openToEdit(ctx, work)
  const entries = new Map([...again.entries, ['version', seenOf(now)]])
  const told = { ...again, entries }
  try {
    return { again: told, changed: await compare(texts, ctx.db, entriesOfWork(now), entries) }
  } catch (error) {
    if (!(error instanceof Refusal) || !error.code.startsWith('text/')) throw error
    return { again: told, changed: { passages: [], fields: [], isLookAlone: true } }
  }
}
