// The masterlist as a block to paste elsewhere: always as a guest sees it, because it leaves the house.
import { findRound, type RoundAtHome } from '#src/fests/rounds/rounds.ts'
import { raw } from 'hono/html'
import { beholderOf, guestBeholder } from '#src/library/works/beholders.ts'
import type { Web } from '#src/platform/web/web.ts'
import { roundWhere } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { CopyText } from '#src/ui/copy-out.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head, Slip } from '#src/ui/prose.tsx'
import { isOrder, type Order } from '../arranging.ts'
import { type Listable, seeListable } from '../listable.ts'
import { readFor, showMasterlist } from '../masterlist-shown.ts'
import { orderWays, orderWords } from '../orders.ts'
import { Ways } from '../ways.parts.tsx'
import { blockOf } from './block.ts'
import { type CopyForm, copyForms, isCopyForm, writeBlock } from './forms.ts'

export function copyingPages(web: Web): void {
  web.get(paths.masterlistCopy(':community', ':round'), async (c) => {
    const ctx = c.get('ctx')
    const { community, round } = roundWhere(c)
    const asGuest = { db: ctx.db, now: ctx.now, viewer: { kind: 'guest' } as const }
    const home = await findRound(asGuest, community, round)
    const [by, form] = [c.req.query('by'), c.req.query('as')]
    const asked = { by: isOrder(by) ? by : 'day', as: isCopyForm(form) ? form : 'html' } as const
    const shown = await showMasterlist(asGuest, guestBeholder, home, asked.by)
    const isGuest = ctx.viewer.kind === 'guest'
    const own = isGuest ? shown.seen : await seeListable(ctx, await beholderOf(ctx.db, ctx.viewer), home.round.id)
    const origin = c.get('origin')
    const address = origin + asking(paths.masterlist(community, round), { by: asked.by })
    const title = `${home.round.name}: masterlist in the order of ${orderWords[asked.by]}`
    const block = blockOf({ title, address }, shown.groups, { seen: shown.seen, by: asked.by, origin })
    c.set('reads', readFor(home, shown))
    return c.get('show')({
      title: `Masterlist of ${home.round.name} to copy`,
      ink: home.round.ink,
      main: (
        <CopyPage
          home={home}
          asked={asked}
          text={writeBlock(block, asked.as)}
          html={writeBlock(block, 'html')}
          isEmpty={shown.seen.listed.length === 0}
          kept={keptBack(own, shown.seen)}
        />
      ),
      here: paths.community(home.community.slug),
    })
  })
}

/** What this viewer sees and a guest does not, in words. */
function keptBack(own: Listable, guests: Listable): string | undefined {
  const open = new Map(guests.listed.map(({ work }) => [work.id, work]))
  const pieces = own.listed.filter(({ work }) => !open.has(work.id)).length
  const names = own.listed.filter(
    ({ work }) => work.byline.kind === 'named' && open.get(work.id)?.byline.kind === 'hidden',
  ).length
  const said = [
    pieces === 0 ? '' : pieces === 1 ? 'one piece' : `${pieces} pieces`,
    names === 0 ? '' : names === 1 ? 'the name of one piece' : `the names of ${names} pieces`,
  ].filter((words) => words !== '')
  return said.length === 0 ? undefined : said.join(' and ')
}

type CopyPageProps = {
  readonly home: RoundAtHome
  readonly asked: { readonly by: Order; readonly as: CopyForm }
  readonly text: string
  readonly html: string
  readonly isEmpty: boolean
  readonly kept: string | undefined
}

const formWords: Readonly<Record<CopyForm, string>> = {
  html: 'HTML',
  markdown: 'Markdown',
  bbcode: 'BBCode',
  text: 'plain text',
}

function CopyPage({ home: { community, round }, asked, text, html, isEmpty, kept }: CopyPageProps) {
  const here = paths.masterlistCopy(community.slug, round.slug)
  const list = asking(paths.masterlist(community.slug, round.slug), { by: asked.by })
  const forms = copyForms.map((as) => ({
    to: asking(here, { by: asked.by, as }),
    says: formWords[as],
    isHere: as === asked.as,
  }))
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.round(community.slug, round.slug)}>{round.name}</a>}
        title="The masterlist to paste elsewhere"
        says={<a href={list}>Back to the masterlist</a>}
      />
      <Slip>
        <p>This is the list as a guest sees it, whoever copies it: what you paste elsewhere, everybody can read.</p>
        {kept === undefined ? null : <p>You see more than that: {kept}. That is not in here.</p>}
      </Slip>
      <div class="stack">
        <Ways
          label="Orders of the masterlist"
          says="In the order of"
          ways={orderWays(here, asked.by, { as: asked.as })}
        />
        <Ways label="Forms of the block" says="Written as" ways={forms} />
      </div>
      {isEmpty ? (
        <Empty says="No pieces yet that a guest can see." />
      ) : (
        <>
          <CopyText label={`${formWords[asked.as].replace(/^p/, 'P')}, to be copied whole`} text={text} />
          <section>
            <Head title="How it will look" aside="where HTML is kept" />
            <div class="prose prose--small preview">{raw(html)}</div>
          </section>
        </>
      )}
    </>
  )
}
