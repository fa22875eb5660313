// The ways between the orders of a list and the forms of a block: links of which one is where one is.
import type { Child } from 'hono/jsx'

export type Way = { readonly to: string; readonly says: Child; readonly isHere: boolean }

export function Ways({ label, says, ways }: { label: string; says: string; ways: readonly Way[] }) {
  return (
    <nav class="ways" aria-label={label}>
      <span class="soft">{says}</span>
      <ul>
        {ways.map(({ to, says: word, isHere }) => (
          <li>
            <a href={to} aria-current={isHere ? 'page' : undefined}>
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
