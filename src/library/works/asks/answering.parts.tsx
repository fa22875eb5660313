// The list of what one is asked, and one of them with its buttons.
import { paths } from '#src/schema/paths.ts'
import { Button, ButtonLink, Buttons, Form } from '#src/ui/forms.tsx'
import { Entry, TitleLeaf } from '#src/ui/leaves.tsx'
import { Empty, Head } from '#src/ui/prose.tsx'
import { agreeingWords, askedWords } from './ask-words.ts'
import type { AskedOfMe } from './own-asks.ts'

export function AskedList({ asked }: { asked: readonly AskedOfMe[] }) {
  const open = asked.filter(({ state }) => state === 'open')
  const answered = asked.filter(({ state }) => state !== 'open')
  return (
    <>
      <TitleLeaf kicker={<a href={paths.mine}>Your days</a>} title="Asked of you" says="Only you see this page." />
      {asked.length === 0 ? (
        <Empty
          says="Nobody has asked you anything."
          note="Here stands who would like to name you with a work of theirs."
        />
      ) : null}
      <Some title="To be answered" some={open} />
      <Some title="Answered" some={answered} />
    </>
  )
}

function Some({ title, some }: { title: string; some: readonly AskedOfMe[] }) {
  if (some.length === 0) return null
  return (
    <section>
      <Head title={title} />
      {some.map((each) => (
        <Entry
          facts={
            <span>{[each.as === undefined ? '' : `as ${each.as}`, saidWords(each)].filter(Boolean).join(', ')}</span>
          }
          title={
            <a href={paths.ask(each.id)} dir="auto">
              {askedWords(each)}
            </a>
          }
        />
      ))}
    </section>
  )
}

function saidWords({ state }: AskedOfMe): string {
  if (state === 'open') return 'not answered yet'
  if (state === 'agreed') return 'you agreed'
  return state === 'stepped-out' ? 'you stepped out' : 'you said no'
}

export function AskedPage({ asked, csrf }: { asked: AskedOfMe; csrf: string }) {
  const { id, kind, state, card, work, as } = asked
  return (
    <>
      <TitleLeaf
        kicker={<a href={paths.asks}>Asked of you</a>}
        title={askedWords(asked)}
        says={[
          as === undefined ? '' : `You are asked as ${as}.`,
          state === 'open' ? '' : `${atHead(saidWords(asked))}.`,
        ]
          .filter(Boolean)
          .join(' ')}
      />
      {card ? (
        <p>
          <a href={paths.work(work)}>Read it first</a>
        </p>
      ) : null}
      <p>{agreeingWords(kind)}</p>
      {state === 'stepped-out' ? (
        <p class="soft">Its creators can ask you again.</p>
      ) : (
        <Form to={paths.ask(id)} csrf={csrf}>
          <Buttons>
            {state === 'agreed' ? null : (
              <Button name="do" value="agree">
                {kind === 'gift' ? 'Accept it' : 'Agree'}
              </Button>
            )}
            {state === 'declined' ? null : (
              <Button name="do" value="decline" look="plain">
                {decliningWords(asked)}
              </Button>
            )}
            <ButtonLink to={paths.asks} look="quiet">
              Not now
            </ButtonLink>
          </Buttons>
        </Form>
      )}
    </>
  )
}

const atHead = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase())

function decliningWords({ kind, state }: AskedOfMe): string {
  if (state === 'agreed') return kind === 'co-author' ? 'Step out' : 'Take that back'
  return 'No, thank you'
}
