// The shelf on a page: spines, each with its title and at its foot how many pieces are in it.
import { sayCount } from '#src/kit/date-words.ts'
import { Head } from '#src/ui/prose.tsx'
import type { Shelf, Volume } from './shelf.ts'

export function ShelfSection({ shelf }: { shelf: Shelf }) {
  const { volumes, count } = shelf
  if (volumes.length === 0) return null
  const aside =
    volumes.length < count
      ? `the last ${volumes.length} of ${count} finished rounds`
      : 'finished rounds, the last one first'
  return (
    <section>
      <Head title="On the shelf" aside={aside} />
      {/* It scrolls sideways where it is longer than the page, also for those who have only keys. */}
      <ul class="shelf">
        {volumes.map((volume) => (
          <Spine {...volume} />
        ))}
      </ul>
    </section>
  )
}

/** From so many pieces on a volume is a thick one. */
const THICK = 30

function Spine({ title, to, ink, pieces, last }: Volume) {
  const year = title.includes(last.slice(0, 4)) ? '' : ` · ${last.slice(0, 4)}`
  const height = heightOf(title.length + year.length)
  const words = ['spine', ink ? `ink-${ink}` : '', `spine--${height}`, pieces >= THICK ? 'spine--thick' : '']
  return (
    <li class={words.filter((word) => word !== '').join(' ')}>
      <a href={to}>
        <span class="spine__title" dir="auto">
          {title}
          {year}
        </span>
        <small>
          <span class="hush">, </span>
          {pieces}
          <span class="hush"> {sayCount(pieces, 'piece', 'pieces').replace(/^\S+ /, '')}</span>
        </small>
      </a>
    </li>
  )
}

/** In steps of four letters; the tallest fit any shelf, and their titles take two lines. */
const heightOf = (letters: number): number => Math.min(6, Math.max(1, Math.ceil((letters - 8) / 4)))
