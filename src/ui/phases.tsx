// The phases of a round as a strip: full moons behind us, a half moon now, dotted rings to come.
import { Mark } from '#src/ui/marks.tsx'

export type PhaseView = {
  readonly name: string
  readonly at: 'past' | 'now' | 'next'
  /** As in "1 – 31 October". */
  readonly when: string
  /** What is left, in words made by the server; said of the phase that is now. */
  readonly left?: string | undefined
  readonly says?: readonly string[] | undefined
}

const moons = { past: 'full', now: 'half', next: 'open' } as const

export function PhaseStrip({ phases, label }: { phases: readonly PhaseView[]; label?: string }) {
  return (
    <ol class="phases" aria-label={label ?? 'Phases'}>
      {phases.map((phase) => (
        <Phase {...phase} />
      ))}
    </ol>
  )
}

function Phase({ name, at, when, left, says }: PhaseView) {
  return (
    <li class={at === 'past' ? 'phase' : `phase phase--${at}`} aria-current={at === 'now' ? 'step' : undefined}>
      <Mark name={moons[at]} />
      <b>{at === 'now' ? `${name}, now` : name}</b>
      {left ? <span class="countdown">{left}</span> : null}
      <span>{when}</span>
      {(says ?? []).map((line) => (
        <span>{line}</span>
      ))}
    </li>
  )
}
