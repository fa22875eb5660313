// How pages look to a reader: the page of all settings, and the buttons in the foot that only change the paper.
import type { Entries } from '#src/kit/form.ts'
import { chosenOf, type Reading, readingParts } from '#src/kit/reading.ts'
import { changeReading } from '#src/people/accounts/own-reading.ts'
import { asFirst, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import { keepReading } from '#src/platform/web/visits.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { wayBack } from '#src/platform/web/where.ts'
import { asking, paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { readingForm } from './reading.form.ts'

export function readingPages(web: Web): void {
  const back = (c: WebContext): string => wayBack(c.req.query('back'), paths.home)

  const show = (c: WebContext, again: Again): Promise<Response> => {
    const state = again.entries.size > 0 ? again : { ...again, entries: entriesOf(c.get('reading')) }
    return c.get('show')({
      title: 'Reading settings',
      main: (
        <ReadingPage
          state={state}
          back={back(c)}
          csrf={c.get('csrf')}
          isSignedIn={c.get('ctx').viewer.kind === 'person'}
        />
      ),
      status: statusOf(again),
      isStory: true,
    })
  }

  web.get(paths.reading, (c) => show(c, asFirst))

  web.post(paths.reading, (c) =>
    submitted(c, readingForm, {
      act: (ctx, chosen) =>
        changeReading(
          ctx,
          chosenOf((part) => chosen[part]),
        ),
      next(reading) {
        keepReading(c, reading)
        return { to: back(c) }
      },
      again: (again) => show(c, again),
    }),
  )

  web.post(paths.paper, async (c) => {
    const entries = await readEntries(c)
    const was = c.get('reading')
    const reading = chosenOf((part) => (part === 'paper' ? entries.get('paper') : was[part]))
    await changeReading(c.get('ctx'), reading)
    keepReading(c, reading)
    return c.redirect(wayBack(entries.get('back'), paths.home), 303)
  })
}

const entriesOf = (reading: Reading): Entries =>
  new Map(Object.entries(readingForm.fields).map(([part]) => [part, choiceIn(reading, part)]))

const choiceIn = (reading: Reading, part: string): string =>
  (part in readingParts ? Object.entries(reading).find(([name]) => name === part)?.[1] : undefined) ?? 'usual'

type ReadingPageProps = {
  readonly state: Again
  readonly back: string
  readonly csrf: string
  readonly isSignedIn: boolean
}

function ReadingPage({ state, back, csrf, isSignedIn }: ReadingPageProps) {
  const kept = isSignedIn ? 'They are kept with your account.' : 'They are kept on this device, in a cookie.'
  return (
    <>
      <h1>Reading settings</h1>
      <p class="lede">For everything that is read here, in every round. {kept}</p>
      <ErrorSummary errors={state.errors} />
      <div class="two two--reading">
        <reading-preview>
          <Form to={asking(paths.reading, { back })} csrf={csrf}>
            <FormFields form={readingForm} state={state} />
            <Buttons>
              <Button>Read like this</Button>
              <ButtonLink to={back} look="plain">
                Leave it as it was
              </ButtonLink>
            </Buttons>
          </Form>
        </reading-preview>
        <Sample />
      </div>
    </>
  )
}

/** In our own words, with what stories are made of: italics, quotation marks, something struck out, a break. */
function Sample() {
  return (
    <section class="sample" aria-label="A page to look at">
      <div class="prose">
        <p>
          The keeper wrote the date at the head of the page, and then, because there was time, the hour. <em>Wind</em>{' '}
          <em>from the west,</em> she wrote. <em>Two boats out. One of them ought to know better.</em>
        </p>
        <p>
          “You could simply ask him,” said the boy on the stairs. “People do.” He had brought the oil up, all hundred
          and eleven steps of it, and seemed to feel that this gave him a say in the matter.
        </p>
        <p>
          She thought about it while the lamp came round, and round again. Then she crossed out <s>ought to</s> and put{' '}
          <em>does</em>, which was kinder, and very nearly true.
        </p>
        <hr />
        <p>In the morning there was one boat at the mole, and somebody asleep in it.</p>
      </div>
    </section>
  )
}
