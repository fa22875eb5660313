// The pages of letters: those one has with the mods of a community, or as a mod all of them; one thread, and answering in it.
import { asFirst, pressed, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonForm, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import { answerForm } from './letters.form.ts'
import { OneLetter, Refused, Threads } from './letters.parts.tsx'
import { answerLetter, type LetterList, openThread, seeLetters, settleLetters, type ThreadOpen } from './letters.ts'
import { countLetter, lettersWords, onceOf, toSignIn } from './sending.ts'

export function letterPages(web: Web): void {
  const slugOf = (c: WebContext): string => c.req.param('community') ?? ''

  web.get(paths.letters(':community'), async (c) => {
    if (c.get('ctx').viewer.kind !== 'person') return c.redirect(toSignIn(c), 303)
    const from = /^\d{1,6}$/.test(c.req.query('from') ?? '') ? Number(c.req.query('from')) : 0
    const list = await seeLetters(c.get('ctx'), slugOf(c), from)
    const zone = c.get('zone').name ?? list.home.timeZone
    return c.get('show')({
      title: `Letters, ${list.home.name}`,
      main: <Letters list={list} zone={zone} />,
      here: list.isMod ? paths.desk(list.home.slug) : paths.community(list.home.slug),
      zone,
    })
  })

  const show = async (c: WebContext, again: Again): Promise<Response> => {
    const open = await openThread(c.get('ctx'), slugOf(c), idFrom(c, 'id'))
    const zone = c.get('zone').name ?? open.home.timeZone
    const keep = { once: again.entries.get('once') ?? c.get('ctx').uid() }
    return c.get('show')({
      title: `${open.thread.subject}, ${open.home.name}`,
      main: <OneThread {...{ open, again, keep, zone }} isMailed={lettersWords(c).isMailed} csrf={c.get('csrf')} />,
      status: statusOf(again),
      here: open.side === 'mods' ? paths.desk(open.home.slug) : paths.community(open.home.slug),
      zone,
    })
  }

  web.get(paths.letter(':community', ':id'), async (c) =>
    c.get('ctx').viewer.kind === 'person' ? show(c, asFirst) : c.redirect(toSignIn(c), 303),
  )

  web.post(paths.letter(':community', ':id'), (c) =>
    submitted(c, answerForm, {
      async act(ctx, { body }, entries) {
        const { side } = await openThread(ctx, slugOf(c), idFrom(c, 'id'))
        countLetter(c, side)
        await answerLetter(ctx, slugOf(c), idFrom(c, 'id'), { body, onceKey: onceOf(c, entries) })
        return side
      },
      next: (side) => ({
        to: paths.letter(slugOf(c), idFrom(c, 'id')),
        notice: side === 'mods' ? lettersWords(c).toPerson : `Your letter is with the mods. ${lettersWords(c).toMods}`,
      }),
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.letterSettling(':community', ':id'), (c) =>
    pressed(
      c,
      (ctx) => settleLetters(ctx, slugOf(c), idFrom(c, 'id')),
      () => ({ to: paths.letters(slugOf(c)), notice: 'Put aside. It stays here, and can be answered at any time.' }),
    ),
  )
}

function Letters({ list: { home, isMod, mayWrite, threads, fresh, next }, zone }: { list: LetterList; zone: string }) {
  const write = mayWrite ? <ButtonLink to={paths.newLetter(home.slug)}>Write to the mods</ButtonLink> : undefined
  const waiting = isMod ? threads.filter(({ waitsForMods }) => waitsForMods) : []
  const others = isMod ? threads.filter(({ waitsForMods }) => !waitsForMods) : threads
  const shown = { community: home.slug, isMod, fresh, zone }
  return (
    <>
      <TitleLeaf
        kicker={<a href={isMod ? paths.desk(home.slug) : paths.community(home.slug)}>{home.name}</a>}
        title="Letters"
        says={
          isMod
            ? 'Between one person and the mods. Every mod reads them and can answer; nobody sees an address.'
            : 'Between you and the mods, who see your name here and no address. Nobody else reads them.'
        }
        actions={write}
      />
      {waiting.length === 0 ? null : (
        <section>
          <Head title="Waiting for an answer" aside="one answer by one mod is enough" />
          <Threads threads={waiting} {...shown} />
        </section>
      )}
      {others.length === 0 ? null : (
        <section>
          <Head title={isMod ? 'Answered or put aside' : 'By their last letter'} />
          <Threads threads={others} {...shown} />
        </section>
      )}
      {threads.length === 0 ? <None home={home.slug} isMod={isMod} /> : null}
      {next === undefined ? null : (
        <p>
          <a href={asking(paths.letters(home.slug), { from: String(next) })}>Older letters</a>
        </p>
      )}
    </>
  )
}

const None = ({ home, isMod }: { home: string; isMod: boolean }) =>
  isMod ? (
    <Empty
      says="No letters yet."
      note="You write to somebody from their page among the members, or from their claim."
      action={
        <ButtonLink to={paths.members(home)} look="plain">
          To the members
        </ButtonLink>
      }
    />
  ) : (
    <Empty says="No letters yet." note="A question, something that went wrong, a thank-you: every mod reads it." />
  )

type OneThreadProps = {
  readonly open: ThreadOpen
  readonly again: Again
  readonly keep: Readonly<Record<string, string>>
  readonly zone: string
  readonly isMailed: boolean
  readonly csrf: string
}

function OneThread({ open: { home, thread, side, letters }, again, keep, zone, isMailed, csrf }: OneThreadProps) {
  const other = side === 'mods' ? `${thread.name} hears` : 'the mods hear'
  const says =
    side === 'mods'
      ? `With ${thread.name}. Every mod reads this and can answer.`
      : `With the mods of ${home.name}, who know you as ${thread.name} and see no address.`
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.letters(home.slug)}>Letters, {home.name}</a>}
        title={thread.subject}
        says={says}
      />
      <section class="stack">
        {letters.map((letter) => (
          <OneLetter {...{ letter, thread, side, zone }} />
        ))}
      </section>
      <section class="stack">
        <Head title="Answer" aside={isMailed ? `${other} of it by mail` : undefined} />
        <Refused again={again} csrf={csrf} />
        <Form to={paths.letter(home.slug, thread.id)} csrf={csrf} keep={keep}>
          <FormFields form={answerForm} state={again} />
          <Buttons>
            <Button>Send the answer</Button>
          </Buttons>
        </Form>
        {side === 'mods' && thread.waitsForMods ? (
          <ButtonForm
            to={paths.letterSettling(home.slug, thread.id)}
            csrf={csrf}
            label="There is nothing to answer"
            look="plain"
          />
        ) : null}
      </section>
    </>
  )
}
