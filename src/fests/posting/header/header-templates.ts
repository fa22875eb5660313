// The header template of a community: the composer asks for it, its mods change it, and the house's stands in where there is none.
import { sayMoment } from '#src/kit/date-words.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { type Community, findCommunity, mayMod } from '#src/people/communities/communities.ts'
import type { Ctx, Reader } from '#src/platform/context.ts'
import type { HeaderWritten } from '#src/schema/fests/posting.ts'
import {
  adultOnceReplaced,
  type HeaderTemplate,
  houseTemplate,
  type TemplateSaid,
  withEveryField,
} from './header-template.ts'
import { findHeader, keepHeader, type KeptHeader } from './header-templates.store.ts'

/** A work outside any community has the house's. */
export async function headerTemplateOf(db: Reader, community: number | null): Promise<HeaderTemplate> {
  return templateFrom(community === null ? undefined : await findHeader(db, community))
}

function templateFrom(kept: KeptHeader | undefined): HeaderTemplate {
  if (!kept?.written) return { ...houseTemplate, adultBefore: kept?.adultBefore ?? [] }
  const { fields, kinds, ratings, defaults } = kept.written
  return {
    fields: withEveryField(fields),
    kinds,
    ratings,
    defaults: { ...defaults, fandom: kept.fandom ?? undefined },
    adultBefore: kept.adultBefore,
  }
}

export type TemplateToEdit = {
  readonly community: Community
  readonly template: HeaderTemplate
  /** Not the house's. */
  readonly isOwn: boolean
  readonly version: number
}

type Asking = Pick<Ctx, 'db' | 'viewer'>

/** For everybody but its mods there is no such page. */
export async function openHeaderTemplate({ db, viewer }: Asking, slug: string): Promise<TemplateToEdit> {
  const community = await mustKeepHeader({ db, viewer }, slug)
  const kept = await findHeader(db, community.id)
  return {
    community,
    template: templateFrom(kept),
    isOwn: kept?.written !== undefined,
    version: kept?.version ?? 0,
  }
}

async function mustKeepHeader({ db, viewer }: Asking, slug: string): Promise<Community> {
  const community = await findCommunity(db, slug)
  if (!(await mayMod(db, community.id, viewer))) throw isMissing('page')
  return community
}

/** `version` is the one that was seen before it was changed. Refuses (`taken`) when another mod was faster. */
export async function saveHeaderTemplate(ctx: Ctx, slug: string, version: number, said: TemplateSaid): Promise<void> {
  await replaceHeader(ctx, slug, {
    version,
    said,
    hint: 'What you typed is still here; saving again puts it in the place of theirs.',
  })
}

/** The pieces that are in keep what they say. Refuses (`taken`) when another mod was faster. */
export async function returnToHouseTemplate(ctx: Ctx, slug: string, version: number): Promise<void> {
  await replaceHeader(ctx, slug, { version, said: undefined, hint: 'Nothing was taken away; please look at it first.' })
}

type Replacing = {
  readonly version: number
  readonly said: TemplateSaid | undefined
  /** Follows the sentence that it was changed meanwhile. */
  readonly hint: string
}

async function replaceHeader(ctx: Ctx, slug: string, { version, said, hint }: Replacing): Promise<void> {
  const { id } = await mustKeepHeader(ctx, slug)
  await ctx.atomically({ communities: id }, async (tx) => {
    const community = await mustKeepHeader(tx, slug)
    const before = await findHeader(tx.db, community.id)
    if ((before?.version ?? 0) !== version) throw changedMeanwhile(before, community, hint)
    await keepHeader(tx, {
      community: community.id,
      written: said && writtenOf(said),
      fandom: said?.defaults.fandom ?? null,
      adultBefore: adultOnceReplaced(templateFrom(before), (said ?? houseTemplate).ratings),
      version: version + 1,
    })
    tx.announce({ name: 'community.header-changed', community: community.id })
  })
}

function writtenOf({ fields, kinds, ratings, defaults }: TemplateSaid): HeaderWritten {
  const { kind, rating, warnings, disclaimer, audience } = defaults
  return { fields, kinds, ratings, defaults: { kind, rating, warnings, disclaimer, audience } }
}

function changedMeanwhile(kept: KeptHeader | undefined, { timeZone }: Community, hint: string): Refusal {
  const by = kept?.changedBy ?? 'Another mod'
  const at = kept ? `, on ${sayMoment(kept.changedAt, timeZone)}` : ''
  return new Refusal('taken', 'header/changed', `${by} changed it meanwhile${at}. ${hint}`)
}
