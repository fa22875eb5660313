// Which mails one gets: on one's own page, and by the link in each mail, which needs no signing in.
import { pressed, readEntries } from '#src/platform/web/forms.ts'
import { sayTopic } from '#src/platform/mail/topics.ts'
import type { Web, WebContext } from '#src/platform/web/web.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { ButtonForm } from '#src/ui/forms.tsx'
import { changeByKey, changeMyTopic, findStop, listMyTopics, type Topic } from './mails.ts'

const wishOf = async (c: WebContext): Promise<'stop' | 'go-on'> =>
  (await readEntries(c)).get('wish') === 'go-on' ? 'go-on' : 'stop'

export function mailsPages(web: Web): void {
  web.get(paths.accountMails, async (c) => {
    const main = <Mails topics={await listMyTopics(c.get('ctx'))} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Which mails you get', main })
  })

  web.post(paths.accountMails, async (c) => {
    const topic = (await readEntries(c)).get('topic') ?? ''
    const wish = await wishOf(c)
    return pressed(
      c,
      (ctx) => changeMyTopic(ctx, topic, wish),
      () => ({ to: paths.accountMails, notice: said(topic, wish) }),
    )
  })

  web.get(paths.mailStop, async (c) => {
    const key = c.req.query('key') ?? ''
    const main = <StopMails key_={key} found={await findStop(c.get('ctx'), key)} csrf={c.get('csrf')} />
    return c.get('show')({ title: 'Mails', main })
  })

  // Programs that read mail post here by themselves (RFC 8058), and a page that leads on is no use to them.
  web.post(paths.mailStop, async (c) => {
    const key = c.req.query('key') ?? ''
    const isProgram = (await readEntries(c)).has('List-Unsubscribe')
    const wish = await wishOf(c)
    await changeByKey(c.get('ctx'), key, wish)
    return isProgram ? c.text('These mails are stopped.') : c.redirect(asking(paths.mailStop, { key }), 303)
  })
}

const said = (topic: string, wish: 'stop' | 'go-on'): string =>
  wish === 'stop' ? `No more mails about ${sayTopic(topic)}.` : `Mails about ${sayTopic(topic)} are sent again.`

function Mails({ topics, csrf }: { topics: readonly Topic[]; csrf: string }) {
  return (
    <>
      <h1>Which mails you get</h1>
      <p class="lede">
        What changes stands on the pages too. Mails about the account itself always come: they are its key.
      </p>
      <ul class="stack">
        {topics.map(({ topic, isStopped }) => (
          <li class="stack">
            <p>
              About {sayTopic(topic)}: <strong>{isStopped ? 'stopped' : 'on'}</strong>
            </p>
            <ButtonForm
              to={paths.accountMails}
              csrf={csrf}
              fields={{ topic, wish: isStopped ? 'go-on' : 'stop' }}
              label={isStopped ? 'Send them again' : 'Stop them'}
              about={`about ${sayTopic(topic)}`}
              look="plain"
              size="small"
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function StopMails({ key_, found, csrf }: { key_: string; found: Topic; csrf: string }) {
  const about = sayTopic(found.topic)
  const to = asking(paths.mailStop, { key: key_ })
  return found.isStopped ? (
    <>
      <h1>These mails are stopped</h1>
      <p class="lede">No more mails about {about} are sent to you. What changes stands on the pages.</p>
      <ButtonForm to={to} csrf={csrf} fields={{ wish: 'go-on' }} label="Send them again" look="plain" />
    </>
  ) : (
    <>
      <h1>Stop these mails?</h1>
      <p class="lede">These are the mails about {about}. Others are not touched, and nothing else changes.</p>
      <ButtonForm to={to} csrf={csrf} fields={{ wish: 'stop' }} label="Stop them" />
    </>
  )
}
