// A work of one's own as a post to paste elsewhere, in four forms: for those who may change it, and for nobody else.
import { raw } from 'hono/html'
import { headerTemplateOf } from '#src/fests/posting/header/header-templates.ts'
import { isMissing } from '#src/kit/refusal.ts'
import { listFandoms } from '#src/library/canon/fandoms.ts'
import { beholderOf, guestBeholder } from '#src/library/works/beholders.ts'
import { mayEdit } from '#src/library/works/work-access.ts'
import { namelessTo, seeCards, seeWork } from '#src/library/works/works-seen.ts'
import type { Ctx } from '#src/platform/context.ts'
import type { Web } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { isWrittenForm, type WrittenForm, writtenForms } from '#src/text/header/written/signs.ts'
import { CopyText } from '#src/ui/copy-out.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Head, Slip } from '#src/ui/prose.tsx'
import { Ways } from '../../masterlist/ways.parts.tsx'
import type { ToWrite } from './whole-post.ts'

export function copyingWorkPages(web: Web): void {
  web.get(paths.workCopy(':id'), async (c) => {
    const { post, isOpen } = await openForCopying(c.get('ctx'), idFrom(c, 'id'))
    const [of, form] = [c.req.query('of'), c.req.query('as')]
    const asked = { of: of === 'header' ? 'header' : 'post', as: isWrittenForm(form) ? form : 'html' } as const
    // Writing headers knows all the words that reading them does: it is fetched when somebody copies a piece.
    const { headerOf, postOf } = await import('./whole-post.ts')
    const write = asked.of === 'post' ? postOf : headerOf
    const main = <CopyPage {...{ post, isOpen, asked, write }} />
    return c.get('show')({ title: `${post.work.title}, to post elsewhere`, main })
  })
}

type ForCopying = { readonly post: ToWrite; readonly isOpen: boolean }

/** Whoever may not change it learns of no such page. What leaves the house names only those whom a guest is shown. */
async function openForCopying({ db, viewer }: Ctx, id: number): Promise<ForCopying> {
  const beholder = await beholderOf(db, viewer)
  const work = await seeWork(db, beholder, id)
  if (!(await mayEdit(db, beholder, id))) throw isMissing('work')
  const isNameless = (await namelessTo(db, guestBeholder, [id])).has(id)
  const fandoms = work.fandom === undefined ? [] : await listFandoms(db)
  return {
    post: {
      work,
      template: await headerTemplateOf(db, work.community ?? null),
      fandom: fandoms.find((fandom) => fandom.id === work.fandom)?.name,
      names: isNameless || work.byline.kind === 'hidden' ? [] : work.byline.names,
    },
    isOpen: (await seeCards(db, guestBeholder, [id])).length > 0,
  }
}

const formWords: Readonly<Record<WrittenForm, string>> = {
  html: 'HTML',
  markdown: 'Markdown',
  bbcode: 'BBCode',
  text: 'plain text',
}

const whatWords = { post: 'the whole post', header: 'the header alone' } as const

type Asked = { readonly of: keyof typeof whatWords; readonly as: WrittenForm }

type CopyProps = ForCopying & { readonly asked: Asked; readonly write: (post: ToWrite, form: WrittenForm) => string }

function CopyPage({ post, isOpen, asked, write }: CopyProps) {
  const { work } = post
  const here = (to: Partial<Asked>): string => asking(paths.workCopy(work.id), { ...asked, ...to })
  return (
    <>
      <TitleLeaf
        kicker="To post elsewhere"
        title={work.title}
        says={<a href={paths.work(work.id)}>Back to the piece</a>}
      />
      <Slip>
        <p>
          The piece as it is kept now, with its header in the order and the words of its community. Read here again, it
          comes back with the same fields.
        </p>
        <p>{leftOut(post, isOpen)}</p>
      </Slip>
      <div class="stack">
        <Ways
          label="What is copied"
          says="Copy"
          ways={(['post', 'header'] as const).map((of) => ({
            to: here({ of }),
            says: whatWords[of],
            isHere: of === asked.of,
          }))}
        />
        <Ways
          label="Forms of the post"
          says="Written as"
          ways={writtenForms.map((as) => ({ to: here({ as }), says: formWords[as], isHere: as === asked.as }))}
        />
      </div>
      <CopyText label={`${formWords[asked.as].replace(/^p/u, 'P')}, to be copied whole`} text={write(post, asked.as)} />
      <section>
        <Head title="How it will look" aside="where HTML is kept" />
        {/* Words of the header are escaped where it is written, and the sanitiser has been over the story. */}
        <div class="prose prose--small preview" tabindex={0} role="group" aria-label="How it will look">
          {raw(write(post, 'html'))}
        </div>
      </section>
    </>
  )
}

/** What its writer might not think of: everybody elsewhere reads what they paste there. */
function leftOut({ work, names }: ToWrite, isOpen: boolean): string {
  const said = [
    names.length === 0 && work.byline.kind === 'named'
      ? 'Readers are not shown a name for it yet, so there is none in here.'
      : '',
    isOpen ? '' : 'Not everybody can read it here for now: what you paste elsewhere, everybody there can read.',
  ].filter((sentence) => sentence !== '')
  return said.length === 0 ? 'What you paste elsewhere, everybody there can read.' : said.join(' ')
}
