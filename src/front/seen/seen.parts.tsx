// On lists: choosing how far one has seen, what is left out for that, and what goes further, folded away behind one click.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { sayList } from '#src/kit/date-words.ts'
import type { SeenAs } from '#src/library/canon/seen.ts'
import type { Placed } from '#src/library/canon/timeline.ts'
import { paths } from '#src/schema/paths.ts'
import { type ChoiceGroup, SelectField } from '#src/ui/choices.tsx'
import { Button, ButtonForm, HiddenField } from '#src/ui/forms.tsx'
import type { Canon, HowFar } from './how-far.ts'

export type SeenProps = {
  /** The list, where the choice is sent to, with what else it was asked. */
  readonly to: string
  readonly keep?: Readonly<Record<string, string>>
  readonly canons: readonly Canon[]
  /** What the address asks to leave out, and what that leaves out. */
  readonly filter: HowFar
  readonly left: { readonly beyond: number; readonly unknown: number }
  readonly own: HowFar
  readonly csrf: string
}

export function Seen(props: SeenProps) {
  const { to, keep = {}, canons, filter, own } = props
  if (canons.length === 0) return null
  const [asked] = canons.flatMap(({ fandom }) => {
    const seen = filter.get(fandom.id)
    return seen ? [{ fandom, seen }] : []
  })
  const value = asked && `${asked.fandom.slug}:${asked.seen.code}`
  return (
    <div class="seen">
      {asked ? <Filtered {...props} asked={asked} /> : null}
      {asked ? null : canons.map((canon) => <Own {...props} canon={canon} seen={own.get(canon.fandom.id)} />)}
      <details class="seen__more">
        <summary>{asked ? 'Another place in canon' : 'Show only what I may read after …'}</summary>
        <form action={to} method="get" class="seen__form">
          {Object.entries(keep).map(([name, each]) => (
            <HiddenField name={name} value={each} />
          ))}
          <SelectField
            name="seen"
            label="I have seen as far as"
            hint="What gives away more is left out. Nothing is lost by it."
            value={value}
            choices={canons.flatMap((canon) => partChoices(canon, canons.length > 1))}
            none="All of it"
            optional={undefined}
          />
          <Button look="plain">Show</Button>
        </form>
      </details>
    </div>
  )
}

type Asked = { readonly fandom: Canon['fandom']; readonly seen: SeenAs }

function Filtered({ to, left, own, csrf, asked, keep = {} }: SeenProps & { asked: Asked }) {
  const { fandom, seen } = asked
  const isKept = own.get(fandom.id)?.code === seen.code
  const back = `${to}?${new URLSearchParams(keep).toString()}`.replace(/\?$/u, '')
  return (
    <div class="slip stack">
      <p>
        Only what gives away no more than is known by {seen.words}. {leftWords(left)} <a href={back}>Show everything</a>
      </p>
      {isKept ? null : (
        <ButtonForm
          to={paths.fandomSeen(fandom.slug)}
          csrf={csrf}
          fields={{ seen: seen.code, back }}
          label="Remember that I have seen so far"
          look="plain"
          size="small"
        />
      )}
    </div>
  )
}

function leftWords({ beyond, unknown }: SeenProps['left']): string {
  const said = [
    beyond === 0 ? '' : `${beyond} that ${beyond === 1 ? 'goes' : 'go'} further`,
    unknown === 0 ? '' : `${unknown} of which nobody says how far ${unknown === 1 ? 'it goes' : 'they go'}`,
  ].filter((words) => words !== '')
  return said.length === 0 ? 'That is all there is.' : `Left out: ${sayList(said)}.`
}

function Own({ to, keep = {}, csrf, canon, seen }: SeenProps & { canon: Canon; seen: SeenAs | undefined }) {
  if (!seen) return null
  const back = `${to}?${new URLSearchParams(keep).toString()}`.replace(/\?$/u, '')
  return (
    <div class="slip stack">
      <p>
        {canon.fandom.name}: you have seen as far as {seen.words}. What goes further is folded away.
      </p>
      <ButtonForm
        to={paths.fandomSeen(canon.fandom.slug)}
        csrf={csrf}
        fields={{ seen: '', back }}
        label="I have seen all of it"
        look="plain"
        size="small"
      />
    </div>
  )
}

/** Every part that has parts no more under the one that it is in, which can be chosen as a whole. */
function partChoices({ fandom, timeline }: Canon, isNamed: boolean): ChoiceGroup[] {
  const valueOf = ({ code }: Placed): string => `${fandom.slug}:${code}`
  const groups = (parts: readonly Placed[]): ChoiceGroup[] =>
    parts.flatMap((part) => {
      const leaves = part.parts.filter((inner) => inner.parts.length === 0)
      if (leaves.length === 0) return groups(part.parts)
      const whole = { value: valueOf(part), label: `All of ${part.title}` }
      const group = isNamed ? `${fandom.name}, ${part.title}` : part.title
      const own = {
        group,
        choices: [whole, ...leaves.map((leaf) => ({ value: valueOf(leaf), label: leafWords(leaf) }))],
      }
      return [own, ...groups(part.parts.filter((inner) => inner.parts.length > 0))]
    })
  const bare = timeline.filter(({ parts }) => parts.length === 0)
  const top = bare.map((part) => ({ value: valueOf(part), label: leafWords(part) }))
  return [...(top.length === 0 ? [] : [{ group: fandom.name, choices: top }]), ...groups(timeline)]
}

const leafWords = ({ code, title }: Placed): string => `${code} ${title}`

/** What goes further than its reader has seen: who wrote it may be known, its title and place not before they ask. */
export function Beyond({ words, says, children }: PropsWithChildren<{ words: string; says?: Child }>) {
  return (
    <details class="beyond">
      <summary>
        {says === undefined ? null : <>{says} </>}
        <span class="soft">
          {says === undefined ? 'Gives' : 'gives'} away what is known by {words}
        </span>
      </summary>
      {children}
    </details>
  )
}
