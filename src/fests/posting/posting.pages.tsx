// The page on which a piece is posted: paste, read, put right, look at it, keep it or post it. It all works without scripts.
import type { Where } from '#src/fests/claims/claim-access.ts'
import { type ClaimShown, showClaim } from '#src/fests/claims/round-shown.ts'
import { findRound, type RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { Composer, PasteForm, Refused } from '#src/fests/posting/composer/composer.parts.tsx'
import {
  type Composed,
  compose,
  lookAt,
  readPasted,
  readPastedAgain,
  roleByChatter,
  roleFor,
  settingOf,
} from '#src/fests/posting/composer/composing.form.ts'
import { isReadingAgain } from '#src/fests/posting/composer/findings/reading-again.form.ts'
import { withDefaults } from '#src/fests/posting/header/defaults.form.ts'
import type { HeaderTemplate } from '#src/fests/posting/header/header-template.ts'
import { headerTemplateOf } from '#src/fests/posting/header/header-templates.ts'
import { roleOf } from '#src/fests/posting/editing.ts'
import { seenIn, seenOf } from '#src/fests/posting/history/seen-save.ts'
import { newPlaces, placeOf, workPlace } from '#src/fests/posting/typing/places.ts'
import { aroundForm } from '#src/fests/posting/typing/around.form.ts'
import { AroundForm } from '#src/fests/posting/typing/around.parts.tsx'
import { broughtBack, settleTyping } from '#src/fests/posting/typing/typings.ts'
import { postingForm } from '#src/fests/posting/composer/piece.form.ts'
import { mustSignIn } from '#src/fests/posting/posters.ts'
import { keepDraft, type Posted, postPiece } from '#src/fests/posting/posting.ts'
import { entriesOfWork } from '#src/fests/posting/composer/saying.form.ts'
import { sayDay } from '#src/kit/date-words.ts'
import type { Entries } from '#src/kit/form.ts'
import { isMissing, type Refusal } from '#src/kit/refusal.ts'
import { listFandoms } from '#src/library/canon/fandoms.ts'
import { openToEdit } from '#src/library/works/work-saves.ts'
import { membershipOf } from '#src/people/communities/communities.ts'
import { isStranger } from '#src/people/accounts/sign-up/standing.ts'
import { whyNot } from '#src/people/communities/posting-access.ts'
import { readNamedUpload } from '#src/platform/files/upload.ts'
import type { Viewer } from '#src/platform/context.ts'
import type { Ctx } from '#src/platform/context.ts'
import { asFirst, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { roundWhere } from '#src/platform/web/where.ts'
import { Beforehand } from '#src/fests/posting/own/beforehand.parts.tsx'
import { namesFor, received } from '#src/fests/posting/own/of-posting.ts'
import { PostButtons } from '#src/fests/posting/own/post-buttons.parts.tsx'
import { asking, paths } from '#src/schema/paths.ts'
import { TitleLeaf } from '#src/ui/leaves.tsx'

export function postingPages(web: Web): void {
  const at = paths.post(':community', ':round')

  web.get(at, async (c) => {
    if (!mayCompose(c)) return c.redirect(asking(paths.signIn, { back: hereOf(c) }), 303)
    const place = await placeFor(c)
    if (place.notLet) throw place.notLet
    const work = numberIn(c, 'work')
    if (work === undefined) return show(c, place, await asLeft(c, place))
    const kept = await openToEdit(c.get('ctx'), work)
    if (kept.state !== 'draft') return c.redirect(paths.workEdit(work), 303)
    const typed = await broughtBack(c.get('ctx'), c.req.query('typed'), workPlace(work))
    const entries = new Map([
      ...entriesOfWork(kept),
      ['version', seenOf(kept)],
      ...presetRole(c, place),
      ...(await keptRole(c, work)),
      ...(typed ?? []),
    ])
    return show(c, place, { again: { entries, errors: new Map() }, setting: await settingOf(c.get('ctx').db, entries) })
  })

  web.post(at, async (c) => {
    const entries = await readEntries(c)
    const act = entries.get('do') ?? 'read'
    if (act === 'draft' || act === 'post' || act === 'now') return take(c, act)
    const place = await placeFor(c)
    if (act === 'fill') {
      const begun = { again: { entries: withRole(c, place, entries), errors: new Map() } }
      return show(c, place, await withDefaults(c.get('ctx').db, begun, place.template.defaults))
    }
    return show(
      c,
      place,
      await (act === 'preview' ? lookAt(c.get('texts'), c.get('ctx'), entries) : read(c, place, entries)),
    )
  })
}

/** Whoever has an account; and with the key to a claim, for that claim alone. */
function mayCompose(c: WebContext): boolean {
  const { viewer } = c.get('ctx')
  return viewer.kind === 'person' || (viewer.kind === 'key' && viewer.claim === numberIn(c, 'claim'))
}

/** The address with what was asked of it, for coming back to. */
const hereOf = (c: WebContext): string =>
  asking(
    c.req.path,
    Object.fromEntries(Object.entries(c.req.query()).filter(([name]) => /^(?:claim|work|as)$/.test(name))),
  )

const numberIn = (c: WebContext, name: string): number | undefined => {
  const text = c.req.query(name) ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

type Place = {
  readonly home: RoundAtHome
  readonly claim: ClaimShown | undefined
  readonly notLet: Refusal | undefined
  readonly template: HeaderTemplate
}

async function placeFor(c: WebContext): Promise<Place> {
  const ctx = c.get('ctx')
  const where: Where = roundWhere(c)
  const id = numberIn(c, 'claim')
  const home = await findRound(ctx, where.community, where.round)
  const claim = id === undefined ? undefined : await showClaim(ctx, where, id)
  // Mods post for names without an account, and for nobody else.
  if (claim && !claim.seen.isMine && claim.claim.account !== null) throw isMissing('claim')
  const membership = await membershipOf(ctx.db, home.community.id, ctx.viewer)
  // A member may write and keep; what may go up is asked when it is to go up.
  const notLet =
    membership || home.isMod || claim?.by === 'holder'
      ? undefined
      : whyNot('post', home.community, membership, hereOf(c))
  return { home, claim, notLet, template: await headerTemplateOf(ctx.db, home.community.id) }
}

async function read(c: WebContext, place: Place, entries: Entries): Promise<Composed> {
  if (!mayCompose(c)) return { again: { entries, errors: new Map(), refusal: mustSignIn() } }
  const texts = c.get('texts')
  const ctx = c.get('ctx')
  const { template } = place
  const composed = isReadingAgain(entries.get('do'))
    ? await readPastedAgain(texts, ctx, entries, template)
    : await readPasted(texts, ctx, { entries, template, file: await readNamedUpload(c, 'file') })
  const announced = place.claim && roleByChatter(composed.reading, place.claim.claim)
  const entered = new Map([...(announced ? [['role', announced] as const] : []), ...composed.again.entries])
  const found = { ...composed, again: { ...composed.again, entries: withRole(c, place, entered) } }
  // In the composer an empty field may have been emptied: only what comes from the paste is new.
  const isNew = composed.reading && numberIn(c, 'work') === undefined && !entries.has('title')
  return isNew ? withDefaults(c.get('ctx').db, found, place.template.defaults) : found
}

/** The clock proposes and the writer decides. */
function presetRole(c: WebContext, { claim }: Place): Entries {
  const proposed = claim && (c.req.query('as') === 'stand-in' ? 'stand-in' : roleFor(claim.claim, c.get('ctx').now()))
  return new Map(proposed ? [['role', proposed]] : [])
}

/** What a draft was kept as, where that is more than nothing said: then the clock has no better proposal. */
async function keptRole(c: WebContext, work: number): Promise<Entries> {
  const { role } = await roleOf(c.get('ctx'), work)
  return new Map(role === 'main' ? [] : [['role', role]])
}

const withRole = (c: WebContext, place: Place, entries: Entries): Entries =>
  new Map([...presetRole(c, place), ...entries])

/** `now`: before its day, where the round allows that. */
async function take(c: WebContext, act: 'draft' | 'post' | 'now'): Promise<Response> {
  const where = roundWhere(c)
  const claim = numberIn(c, 'claim')
  const { viewer } = c.get('ctx')
  return submitted(c, postingForm, {
    async act(ctx, said, entries) {
      const home = await findRound(ctx, where.community, where.round)
      const template = await headerTemplateOf(ctx.db, home.community.id)
      const work = await compose(c.get('texts'), ctx, {
        said,
        entries,
        template,
        isForAll: act !== 'draft',
        work: numberIn(c, 'work'),
      })
      const posting = {
        said: work,
        claim,
        role: said.role,
        when: act === 'now' ? ('now' as const) : ('on-the-day' as const),
        work: numberIn(c, 'work'),
        seen: seenIn(entries),
        reservedName: said.reservedName === '' ? undefined : said.reservedName,
        under: said.under,
        // A key is one account’s own: nobody meets another’s work by sending theirs.
        onceKey: `${whoPosts(viewer)}/${(entries.get('once') ?? ctx.uid()).slice(0, 64)}`,
        pressedAt: c.get('arrivedAt'),
        zone: c.get('zone').name,
      }
      const posted = await (act === 'draft' ? keepDraft(ctx, where, posting) : postPiece(ctx, where, posting))
      const place = placeOf(home.round.id, claim, numberIn(c, 'work'), entries.get('once'))
      if (place !== undefined) await settleTyping(ctx, { place, work: posted.work, entries })
      return posted
    },
    next: async (posted) => nextAfter(c, posted),
    again: async (again) => show(c, await placeFor(c), { again }),
  })
}

const whoPosts = (viewer: Viewer): string | number =>
  viewer.kind === 'person' ? viewer.account : viewer.kind === 'key' ? `key ${viewer.claim}` : 0

async function nextAfter(c: WebContext, posted: Posted): Promise<{ to: string; notice: string }> {
  const { home, claim } = await placeFor(c)
  const zone = c.get('zone').name ?? claim?.claim.zone ?? home.round.timeZone
  if (posted.state !== 'draft')
    return { to: paths.work(posted.work), notice: received(posted, c.get('arrivedAt'), zone, claim) }
  const query = { ...(claim ? { claim: String(claim.claim.id) } : {}), work: String(posted.work) }
  const to = asking(paths.post(home.community.slug, home.round.slug), query)
  return { to, notice: 'Kept as a draft. Only you see it.' }
}

async function show(c: WebContext, place: Place, asked: Composed): Promise<Response> {
  const { home, claim } = place
  const ctx = c.get('ctx')
  const work = numberIn(c, 'work')
  const places = work === undefined ? newPlaces(home.round.id, claim?.claim.id) : workPlace(work)
  const around = await aroundForm(c, { work, places, again: asked.again })
  const { again, changed } = around
  const composed = { ...asked, again }
  const to = hereOf(c)
  const once = again.entries.get('once') ?? ctx.uid()
  // Without a claim nobody is asked what the piece is for its day.
  const keep = { once, ...(claim ? {} : { role: 'main' }) }
  const { entries } = again
  const isPaste = !composed.reading && !entries.has('title') && entries.get('do') !== 'fill'
  const common = { to, csrf: c.get('csrf'), again, keep }
  const main = (
    <>
      <TitleLeaf
        kicker={
          claim
            ? `For ${claim.seen.isMine ? 'your' : `${claim.seen.name}’s`} day in ${home.round.name}, ${sayDay(claim.claim.on)}`
            : home.round.name
        }
        title={composed.reading ? 'We read your post like this' : 'Post a piece'}
        says={
          composed.reading
            ? 'Put right whatever we got wrong. Nothing is shown to anybody until you say so.'
            : undefined
        }
      />
      {(await isToBeTold(ctx, place)) ? <Beforehand csrf={c.get('csrf')} /> : null}
      <AroundForm {...around} to={to} place={placeOf(home.round.id, claim?.claim.id, work, once)}>
        {isPaste ? (
          <>
            <Refused again={again} csrf={c.get('csrf')} />
            <PasteForm {...common} />
          </>
        ) : (
          <Composer
            {...common}
            {...composed}
            work={work}
            isRefusalSaid={changed !== undefined}
            template={place.template}
            fandoms={await listFandoms(ctx.db)}
            asks={{
              role: claim !== undefined,
              reservedName: home.isMod && claim === undefined,
              under: claim ? [] : await namesFor(ctx, home.community.id, work),
            }}
            buttons={<PostButtons claim={claim} now={ctx.now()} />}
          />
        )}
      </AroundForm>
    </>
  )
  const here = paths.community(home.community.slug)
  return c.get('show')({
    title: `Post a piece, ${home.round.name}`,
    ink: home.round.ink,
    main,
    status: statusOf(again),
    here,
  })
}

/** A new piece begins empty, or with what was typed for it before. */
async function asLeft(c: WebContext, { home, claim }: Place): Promise<Composed> {
  const typed = await broughtBack(c.get('ctx'), c.req.query('typed'), newPlaces(home.round.id, claim?.claim.id))
  if (!typed) return { again: asFirst }
  return { again: { entries: typed, errors: new Map() }, setting: await settingOf(c.get('ctx').db, typed) }
}

/** A stranger without a day of their own, to whom it is said what they can do first. */
const isToBeTold = async ({ db, viewer }: Ctx, { home, claim }: Place): Promise<boolean> =>
  !claim && !home.isMod && viewer.kind === 'person' && (await isStranger(db, viewer.account))
