// The page on which the creators of a work say where its recordings stand.
import { Refusal } from '#src/kit/refusal.ts'
import { asFirst, errorsOf, readEntries, statusOf, submitted } from '#src/platform/web/forms.ts'
import type { Again, Web, WebContext } from '#src/platform/web/web.ts'
import { idFrom } from '#src/platform/web/where.ts'
import { paths } from '#src/schema/paths.ts'
import { FormFields } from '#src/ui/form-fields.tsx'
import { Button, ButtonLink, Buttons, ErrorSummary, Form } from '#src/ui/forms.tsx'
import { TitleLeaf } from '#src/ui/leaves.tsx'
import { Head } from '#src/ui/prose.tsx'
import { entriesOfRecording, MOST_RECORDINGS, recordingForm, withRecording } from './recordings.form.ts'
import { openRecordings, type Recording, sayRecordings } from './recordings.ts'

export function recordingsPages(web: Web): void {
  const at = paths.workRecordings(':id')
  web.get(at, (c) => show(c, asFirst, undefined))
  web.post(at, async (c) => {
    const place = Number(/^\d{1,2}$/.exec((await readEntries(c)).get('at') ?? '')?.[0] ?? MOST_RECORDINGS)
    return submitted(c, recordingForm, {
      async act(ctx, typed) {
        const { recordings } = await openRecordings(ctx, idFrom(c, 'id'))
        const next = withRecording(recordings, place, typed)
        if (next.length > MOST_RECORDINGS) throw tooMany()
        await sayRecordings(ctx, idFrom(c, 'id'), next)
      },
      next: () => ({ to: at.replace(':id', String(idFrom(c, 'id'))), notice: 'Said.' }),
      again: (again) => show(c, again, place),
    })
  })
}

const tooMany = (): Refusal =>
  new Refusal('limit', 'recording/too-many', `A piece can mention ${MOST_RECORDINGS} recordings.`, { about: 'url' })

async function show(c: WebContext, again: Again, place: number | undefined): Promise<Response> {
  const work = await openRecordings(c.get('ctx'), idFrom(c, 'id'))
  const { recordings } = work
  const main = (
    <>
      <TitleLeaf
        kicker={
          <a href={paths.work(work.id)} dir="auto">
            {work.title}
          </a>
        }
        title="Recordings"
        says="Audio and video stand elsewhere; readers get a link that says what it is and how long."
        actions={
          <ButtonLink to={paths.work(work.id)} look="plain">
            To the piece
          </ButtonLink>
        }
      />
      <ErrorSummary errors={errorsOf(again)} within={String(place)} />
      {recordings.map((recording, index) => (
        <One {...{ work: work.id, recording, index, csrf: c.get('csrf') }} again={place === index ? again : asFirst} />
      ))}
      {recordings.length >= MOST_RECORDINGS ? null : (
        <One
          {...{ work: work.id, recording: undefined, index: recordings.length, csrf: c.get('csrf') }}
          again={place !== undefined && place >= recordings.length ? again : asFirst}
        />
      )}
    </>
  )
  return c.get('show')({ title: `Recordings, ${work.title}`, main, status: statusOf(again) })
}

type OneProps = {
  readonly work: number
  readonly recording: Recording | undefined
  readonly index: number
  readonly again: Again
  readonly csrf: string
}

function One({ work, recording, index, again, csrf }: OneProps) {
  const kept = recording ? entriesOfRecording(recording) : new Map<string, string>()
  const entries = again.entries.size > 0 ? again.entries : kept
  return (
    <section>
      <Head title={recording ? `Recording ${index + 1}` : index === 0 ? 'A recording' : 'Another recording'} />
      <Form to={paths.workRecordings(work)} csrf={csrf} keep={{ at: String(index) }}>
        <FormFields form={recordingForm} state={{ ...again, entries }} within={String(index)} />
        <Buttons>
          <Button look={recording ? 'plain' : 'filled'}>{recording ? 'Change it' : 'Add it'}</Button>
        </Buttons>
      </Form>
    </section>
  )
}
