// Where a browser keeps what is typed while it is typed; a typing on a page of its own, and its throwing away.
import { leftIn } from '#src/fests/posting/composer/tidied.form.ts'
import { entriesWords, Typed } from '#src/fests/posting/typing/typing.parts.tsx'
import { sayClock, sayMoment } from '#src/kit/date-words.ts'
import { isMissing, Refusal } from '#src/kit/refusal.ts'
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { beforeTidying } from '#src/text/tidy/kinds.ts'
import { changesFrom } from './changed-fields.ts'
import { formAddress, placeFrom } from './places.ts'
import { accountIn, keepTyping, openTyping, throwAway, type ToKeep } from './typings.ts'

/** A browser keeps every few seconds at the most, from as many tabs as somebody writes in. */
const RATE = { tries: 300, perSeconds: 60 }

const waysToKeep = ['on', 'over', 'aside'] as const satisfies readonly ToKeep['how'][]

export function typingPages(web: Web): void {
  web.post(paths.typing, async (c) => {
    c.header('Cache-Control', 'no-store')
    try {
      return await keep(c)
    } catch (error) {
      // What is too long or too much is told beside the text, by the line that says whether it is kept.
      if (error instanceof Refusal && error.code.startsWith('typing/')) return c.json({ says: error.sentence }, 422)
      throw error
    }
  })

  /** For the editor, of a text in Markdown: what readers would see of it. Nothing is kept. */
  web.post(paths.asHtml, async (c) => {
    const ctx = c.get('ctx')
    c.get('rates').take(`as-html ${accountIn(ctx.viewer)}`, RATE, ctx.now())
    const said = await readEntries(c)
    const form = said.get('textForm') === 'plain' ? 'plain' : 'markdown'
    // Tidied when it is saved, and told then; a scene break in Markdown is one from the beginning.
    const leave = [...beforeTidying, ...leftIn(said)]
    const { html } = await c.get('texts').clean({ text: said.get('text') ?? '', form, leave })
    c.header('Cache-Control', 'no-store')
    return c.text(html)
  })

  web.get(paths.typed(':id'), async (c) => {
    const typing = await openTyping(c.get('ctx'), idFrom(c, 'id'))
    const place = placeFrom(typing.place)
    if (!place) throw isMissing('page')
    const back = await formAddress(c.get('ctx'), place, typing.id)
    const main = (
      <Typed
        typing={typing}
        at={sayMoment(typing.changedAt, zoneOf(c))}
        words={entriesWords(typing.entries)}
        back={back}
        csrf={c.get('csrf')}
      />
    )
    return c.get('show')({ title: 'What you typed', main })
  })

  web.post(paths.typedAway(':id'), async (c) => {
    const id = idFrom(c, 'id')
    const { place: key } = await openTyping(c.get('ctx'), id)
    const place = placeFrom(key)
    const to = place && (await formAddress(c.get('ctx'), place))
    return pressed(
      c,
      (ctx) => throwAway(ctx, id),
      () => ({ to: to ?? paths.mine, notice: 'Thrown away.' }),
    )
  })
}

async function keep(c: WebContext): Promise<Response> {
  const ctx = c.get('ctx')
  if (ctx.viewer.kind !== 'person') return c.json({}, 403)
  c.get('rates').take(`typing ${accountIn(ctx.viewer)}`, RATE, ctx.now())
  const said = await readEntries(c)
  const outcome = await keepTyping(ctx, {
    place: said.get('place') ?? '',
    number: Number(said.get('number') ?? 0) || 0,
    how: waysToKeep.find((way) => way === said.get('how')) ?? 'on',
    changes: changesFrom(said.get('said') ?? ''),
  })
  if (outcome.is === 'gone') return c.json({}, 410)
  if (outcome.is === 'kept') return c.json({ number: outcome.number, at: sayClock(outcome.at, zoneOf(c)) })
  const { number, changedAt, entries } = outcome.typing
  return c.json({ number, at: sayClock(changedAt, zoneOf(c)), entries: Object.fromEntries(entries) }, 409)
}

const zoneOf = (c: WebContext): string => c.get('zone').name ?? 'UTC'
