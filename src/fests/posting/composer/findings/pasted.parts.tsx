// What was pasted, with every part that was recognised marked, joined by a letter to its field, and leading to where it can be put right.
import type { Child } from 'hono/jsx'
import { Control, Key } from '#src/fests/posting/composer/findings/found.parts.tsx'
import { type Finding, findingsIn, lettersOf, MOST_SHOWN } from '#src/fests/posting/composer/findings/findings.ts'
import { sayCount } from '#src/kit/date-words.ts'
import type { ReadPost } from '#src/platform/text/text-worker.ts'
import type { Again } from '#src/platform/web/web.ts'
import { Button, Buttons, HiddenField } from '#src/ui/forms.tsx'
import { Head } from '#src/ui/prose.tsx'

/** The letters that stand before the labels of fields. */
export const marksOf = (reading: ReadPost | undefined): Readonly<Record<string, Child>> =>
  reading
    ? Object.fromEntries([...lettersOf(findingsIn(reading))].map(([name, letter]) => [name, <Key letter={letter} />]))
    : {}

const BEGINNING = 700

export function Pasted({ reading, again }: { readonly reading: ReadPost; readonly again: Again }) {
  const findings = findingsIn(reading)
  const unsure = findings.filter(({ isUnsure }) => isUnsure).length
  const canBeRuled = again.entries.has('pasted')
  return (
    <section class="stack">
      <Head
        title="What you pasted"
        aside={unsure === 0 ? undefined : `${sayCount(unsure, 'part', 'parts')} to look at`}
      />
      {canBeRuled ? (
        <p class="small soft">
          Every marked part leads to where it went. If it is something else, say so there and press “Read it again with
          these”; what you typed yourself stays.
        </p>
      ) : null}
      <Marked reading={reading} findings={findings} />
      {canBeRuled ? <PutRight findings={findings} again={again} /> : null}
    </section>
  )
}

function Marked({ reading, findings }: { readonly reading: ReadPost; readonly findings: readonly Finding[] }) {
  const { text, header } = reading
  const letters = lettersOf(findings)
  const given = new Set<string>()
  const before = findings.filter(({ to }) => to <= header.bodyFrom)
  const end = Math.min(header.bodyFrom, MOST_SHOWN)
  return (
    <div class="paste">
      {before.map((finding, at) => {
        const start = at === 0 ? 0 : (before[at - 1]?.to ?? 0)
        const isFirst = finding.place !== undefined && !given.has(finding.place)
        if (finding.place !== undefined) given.add(finding.place)
        return (
          <>
            {text.slice(start, finding.from)}
            {isFirst ? <Key letter={letters.get(finding.place ?? '')} /> : null}
            <Mark finding={finding} />
          </>
        )
      })}
      {text.slice(before.at(-1)?.to ?? 0, end)}
      <Beginning reading={reading} />
    </div>
  )
}

/** What was left out is not marked, and leads to where it can be taken in. */
function Mark({ finding: { id, words, is, isUnsure } }: { readonly finding: Finding }) {
  const look = is === 'nothing' ? 'paste__left' : isUnsure ? 'rec rec--soft' : 'rec'
  return (
    <a class={look} href={`#finding-${id}`}>
      {is === 'nothing' ? words : <mark>{words}</mark>}
    </a>
  )
}

/** Of the story the first lines, so that its writer sees where we think it begins. */
function Beginning({ reading }: { readonly reading: ReadPost }) {
  const story = reading.text.slice(reading.header.bodyFrom).trimStart()
  const shown = story.slice(0, BEGINNING)
  return (
    <>
      <span class="paste__rest">
        {story.trim() === '' ? 'No story was found beneath the header.' : 'Here the story begins:'}
      </span>
      {shown}
      {story.length > BEGINNING ? ' …' : ''}
    </>
  )
}

const alongside = ['pasted', 'pastedForm', 'ruled'] as const

/** After a preview, or a form that came back, what was pasted is one press away. */
export function KeptPaste({ again }: { readonly again: Again }) {
  if ((again.entries.get('pasted') ?? '') === '') return null
  return (
    <div class="row">
      {alongside.map((name) => (
        <HiddenField name={name} value={again.entries.get(name)} />
      ))}
      <Button name="do" value="again" look="quiet" size="small" icon="book-open">
        Back to what you pasted
      </Button>
    </div>
  )
}

/** What has no field of its own is put right here; everything is read again from here. */
function PutRight({ findings, again }: { readonly findings: readonly Finding[]; readonly again: Again }) {
  const loose = findings.filter(({ place }) => place === undefined)
  const isRuled = (again.entries.get('ruled') ?? '') !== ''
  return (
    <div class="stack findings">
      {alongside.map((name) => (
        <HiddenField name={name} value={again.entries.get(name)} />
      ))}
      {loose.length === 0 ? null : (
        <fieldset class="findings__loose">
          <legend class="small">Without a field of their own</legend>
          {loose.map((finding) => (
            <Control finding={finding} />
          ))}
        </fieldset>
      )}
      <Buttons>
        <Button name="do" value="again" look="plain" size="small" icon="book-open">
          Read it again with these
        </Button>
        {isRuled ? (
          <Button name="do" value="anew" look="quiet" size="small">
            As it was read first
          </Button>
        ) : null}
      </Buttons>
    </div>
  )
}
